/**
 * Accounts for what Markdown takes out of a text: signs, tags, link destinations.
 *
 * Every character between the leaves of the tree goes to the ledger; escapes and character references within a leaf too.
 */
import type { Nodes, Root } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { messages } from '../../../messages/index.js';
import type { CleanText } from '../../../model/index.js';
import { countHan, withoutBlanks } from '../../../vocabulary/characters.js';
import { say } from '../../../diagnostics/index.js';

const leaves = new Set<string>([
  'text',
  'inlineCode',
  'code',
  'html',
  'image',
  'imageReference',
  'yaml',
  'inlineMath',
  'math',
  'containerLine',
]);

/** Writes everything of `clean.text` that no leaf of `root` holds into the ledger. Positions are offsets in `clean.text`. */
export function accountForMarkup(root: Root, clean: CleanText): void {
  let at = 0;
  visitParents(root, (node: Nodes) => {
    if (!leaves.has(node.type)) return;
    const start = node.position!.start.offset!;
    const end = node.position!.end.offset!;
    setAside(clean, at, start);
    within(clean, start, end, 'value' in node ? node.value : ((node as { alt?: string }).alt ?? ''));
    at = Math.max(at, end);
  });
  setAside(clean, at, clean.text.length);
}

/** Sets a stretch between two leaves aside. */
function setAside(clean: CleanText, start: number, end: number): void {
  if (end <= start) return;
  const text = withoutBlanks(clean.text.slice(start, end));
  if (text === '') return;
  const span = { start: clean.origin[start]!, end: clean.origin[end]! };
  clean.ledger.aside.push({ rule: 'parse:markup', text, span, file: clean.raw.name });
  if (countHan(text) > 0 && !/^[^\p{Script=Han}]*\]\(/u.test(text)) {
    say(clean.raw, 'warning', 'parse:markup', messages.parse.wordsAsMarkup(text), span);
  }
}

/** Finds what a leaf's value left out of its source: backslashes, character references, fences. */
function within(clean: CleanText, start: number, end: number, value: string): void {
  const source = clean.text.slice(start, end);
  if (source === value) return;
  let left = '';
  let j = 0;
  for (let i = 0; i < source.length; i++) {
    if (source[i] === value[j]) j++;
    else left += source[i];
  }
  const span = { start: clean.origin[start]!, end: clean.origin[end]! };
  const file = clean.raw.name;
  if (j === value.length) {
    const text = withoutBlanks(left);
    if (text !== '') clean.ledger.aside.push({ rule: 'parse:markup', text, span, file });
  } else {
    // a character reference became a character that its source does not hold
    clean.ledger.changes.push({ rule: 'parse:markup', law: 'letters', before: source, after: value, span, file });
  }
}
