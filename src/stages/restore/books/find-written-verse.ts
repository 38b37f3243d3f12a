/**
 * Read lines of Markdown that their author has broken by hand as verse.
 *
 * Damage: none but that verse has no sign of its own: its lines stand with hard breaks, or in a box called poem.
 * Evidence: two and more lines, all of them short, each ended by a hard break or as long as verse; a quotation or a box.
 * Leaves alone: an address of three lines with colons; a name and a date; prose with one break in it.
 *
 * @example markdown
 *   before: > 河水无声绕石街，\
 *           > 灯前旧帐几人怀。
 *   after:  > verse: 河水无声绕石街，/ 灯前旧帐几人怀。
 */
import type { Paragraph } from 'mdast';
import { visit } from 'unist-util-visit';
import { restoreRule } from '../../../diagnostics/index.js';
import { measure } from '../../../vocabulary/characters.js';
import { dateLine } from '../../../vocabulary/books/letters.js';
import { dataOf } from '../blocks.js';
import { linesBrokenByHand } from './lines-broken-by-hand.js';

/** A line of verse is no wider, em. */
const widestLine = 26;
const verseBox = /^(?:poem|verse|poetry|诗|詩|词|詞|歌)$/iu;

export const findWrittenVerse = restoreRule({
  name: 'find-written-verse',
  touches: 'structure',
  apply(root) {
    visit(root, (node, _index, parent) => {
      if (node.type !== 'paragraph') return;
      const boxed = parent?.type === 'container' && verseBox.test(parent.kind ?? '');
      if (isVerse(node, boxed)) dataOf(node).verse = true;
    });
  },
});

function isVerse(node: Paragraph, boxed: boolean): boolean {
  const lines = linesBrokenByHand(node.children);
  if (lines.length < 2 || lines.some((line) => line === '' || measure(line) > widestLine)) return false;
  // a name and a date
  if (dateLine.test(lines.at(-1)!)) return false;
  return boxed || lines.filter((line) => /[：:]/u.test(line)).length * 2 < lines.length;
}
