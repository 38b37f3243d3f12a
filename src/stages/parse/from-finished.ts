/**
 * Finished Markdown, as `kanben export` writes it and a person goes on writing it: every sign means what it says.
 *
 * In: `CleanText`. Out: mdast `Root`; offsets of its positions are those of the clean text. Nothing is guessed.
 */
import type { Root } from 'mdast';
import type { CleanText } from '../../model/index.js';
import { frontMatterEnd } from '../clean/survey.js';
import { markdownTree } from './markdown/markdown-tree.js';
import { accountForMarkup } from './markdown/markup.js';
import { readMarks } from './markdown/read-marks.js';
import { readContainers } from './markdown/read-containers.js';
import { signsOf } from './markdown/read-dialect.js';
import { readTags } from './markdown/read-tags.js';

export function fromFinished(clean: CleanText): Root {
  const length = frontMatterEnd(clean.text);
  const matter = clean.text.slice(0, length);
  const root = markdownTree(matter.replace(/[^\n]/g, ' ') + clean.text.slice(length), 'finished');
  if (length > 0) {
    const at = (offset: number) => ({ line: 1, column: 1, offset });
    root.children.unshift({ type: 'yaml', value: matter, position: { start: at(0), end: at(length) } });
  }
  accountForMarkup(root, clean);
  readMarks(root, ({ value, position }) => {
    const span = { start: clean.origin[position!.start.offset!]!, end: clean.origin[position!.end.offset!]! };
    clean.ledger.aside.push({ rule: 'parse:markup', text: value, span, file: clean.raw.name });
  });
  readTags(root, clean, 'finished');
  readContainers(root, signsOf(clean));
  const first = root.children[length > 0 ? 1 : 0];
  if (first?.type === 'heading' && first.depth === 1 && !/^title:/m.test(matter)) first.data = { role: 'title' };
  return root;
}

/**
 * Finished Markdown that stands in the metadata block.
 *
 * @param labels of the notes that the article has
 */
export function finishedValue(text: string, labels: readonly string[]): Root['children'] {
  // a call is one only where its note is defined
  const notes = labels.map((label) => `[^${label}]: .`).join('\n');
  const root = markdownTree(`${text}\n\n${notes}`, 'finished');
  root.children = root.children.filter(({ type }) => type !== 'footnoteDefinition');
  readMarks(root, () => undefined);
  return root.children;
}
