/** The parse stage on its cases: clean text in, tree out. */
import { clean } from '../../src/stages/clean/index.js';
import { parse } from '../../src/stages/parse/index.js';
import { messagesOf, testCases } from '../cases/case-folders.js';
import { dumpTree } from '../cases/dump-tree.js';
import { rawText } from '../cases/raw-text.js';
import { visible } from '../cases/visible-text.js';

testCases(
  'parse',
  ['column-by-column', 'from-aozora', 'from-lines', 'from-markdown', 'markup', 'table-from-html', 'wrap-tags'],
  ({ rule, input, kind }) => {
    const raw = rawText(input);
    const tree = parse(clean(raw, kind));
    // how lines stood on the page, where that is the matter
    const stood = (line: object): string =>
      Object.entries(line)
        .filter(([, value]) => value !== false && value !== 0)
        .map(([key, value]) => (value === true ? key : `${key} ${value}`))
        .join(', ');
    const lines = tree.root.children.map(
      (node) =>
        `${dumpTree([node]).trimEnd()}${rule === 'from-lines' && node.type === 'paragraph' && node.data?.line ? `   ‹${stood(node.data.line)}›` : ''}\n`,
    );
    const aside = tree.ledger.aside
      .filter(({ rule: by }) => by === 'parse:markup' || by === 'parse:aozora')
      .map(({ text }) => visible(text));
    const after =
      lines.join('') + (rule === 'from-lines' || aside.length === 0 ? '' : `\nset aside: ${aside.join(' | ')}\n`);
    return { before: visible(input), after, messages: messagesOf(raw, 'parse') };
  },
);
