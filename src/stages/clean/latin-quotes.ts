/**
 * Turn straight quotation marks in Latin passages into curly ones.
 *
 * Damage: an OCR gives some notes and abstracts with "…" and ' where others of the same text have “…” and ’.
 * Evidence: a line without Chinese; a mark opens after a space, a bracket or a dash, and closes after anything else;
 * an apostrophe stands between letters or after an s.
 * Leaves alone: Markdown written by a person, Chinese lines, inches and minutes (after a digit, where no mark is open),
 * code and addresses, lines with an odd number of double marks.
 *
 * @example ocr-markdown
 *   before: See J. Wells, "The Printer's Trade," *Book World*, p. 3.
 *   after:  See J. Wells, “The Printer’s Trade,” *Book World*, p. 3.
 */
import { cleanRule } from '../../diagnostics/index.js';
import type { Edit } from '../../model/index.js';
import { countHan, countLatin, latin } from '../../vocabulary/characters.js';
import { foreignSpans, outside, replaceEach } from './edits.js';

const opens = /(?:^|[\s([“‘—–*_-])$/u;
const apostrophe = new RegExp(`(?<=[${latin}])'(?=[${latin}])|(?<=s)'(?=[\\s,.])`, 'gu');

export const latinQuotes = cleanRule({
  name: 'latin-quotes',
  touches: 'punctuation',
  propose(text, { kind }) {
    if (kind === 'markdown' || !/["']/.test(text)) return [];
    const edits: Edit[] = [];
    const spans = foreignSpans(text);
    let at = 0;
    for (const line of text.split('\n')) {
      if (/["']/.test(line) && countHan(line) === 0 && countLatin(line) >= 12) {
        const shift = (edit: Edit): Edit => ({ start: edit.start + at, end: edit.end + at, text: edit.text });
        let open = false;
        const double = replaceEach(line, /"/g, (mark) => {
          const before = line.slice(0, mark.index);
          if (/\d$/.test(before) && !open) return undefined; // inches
          open = opens.test(before);
          return open ? '“' : '”';
        });
        const single = replaceEach(line, apostrophe, () => '’');
        const kept = outside(
          [...(balanced(double) ? double : []), ...single].sort((a, b) => a.start - b.start).map(shift),
          spans,
        );
        edits.push(...kept);
      }
      at += line.length + 1;
    }
    return edits;
  },
});

/** Do the marks open and close by turns? */
function balanced(edits: Edit[]): boolean {
  return edits.length % 2 === 0 && edits.every(({ text }, i) => text === (i % 2 === 0 ? '“' : '”'));
}
