/**
 * Turn straight quotation marks in Chinese into curly ones.
 *
 * Damage: some pages of an OCR have "…" where the journal prints “…”.
 * Evidence: an even number of them on a line of Chinese: they open and close by turns.
 * Leaves alone: lines with an odd number (reported by the text's reader, not guessed), Latin lines, tags and code.
 *
 * @example
 *   before: 所谓"活字"与"雕版"之争
 *   after:  所谓“活字”与“雕版”之争
 */
import { cleanRule, type Edit } from '../diagnostics.js';
import { isChinese } from '../vocabulary/characters.js';
import { foreignSpans, outside, replaceEach } from './edits.js';

export const chineseQuotes = cleanRule({
  name: 'chinese-quotes',
  touches: 'punctuation',
  propose(text) {
    if (!text.includes('"')) return [];
    const edits: Edit[] = [];
    const spans = foreignSpans(text);
    let at = 0;
    for (const line of text.split('\n')) {
      if (line.includes('"') && isChinese(line)) {
        const straight = replaceEach(line, /"/g, () => '“').map((edit) => ({
          ...edit,
          start: edit.start + at,
          end: edit.end + at,
        }));
        const kept = outside(straight, spans).map((edit, i) => ({ ...edit, text: i % 2 === 0 ? '“' : '”' }));
        if (kept.length % 2 === 0) edits.push(...kept);
      }
      at += line.length + 1;
    }
    return edits;
  },
});
