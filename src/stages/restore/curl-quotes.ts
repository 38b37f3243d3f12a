/**
 * Turn the straight quotation marks of a Chinese paragraph into curly ones, once its lines are joined.
 *
 * Damage: a quotation that runs over a line's end leaves each line with a mark that has no partner there.
 * Evidence: within the paragraph all marks open and close by turns, those that are curly already among them.
 * Leaves alone: paragraphs in which one is left over, or would open before a stop; paragraphs that are not Chinese.
 *
 * @example wrapped
 *   before: 毕昇所制泥活字，沈括称之为"火烧令坚而后
 *           用之"，其法不传；木活字则"以字就人"，事见农书。
 *   after:  毕昇所制泥活字，沈括称之为“火烧令坚而后用之”，其法不传；木活字则“以字就人”，事见农书。
 */
import { restoreRule } from '../../diagnostics/index.js';
import { closingMark, isChinese, sentenceMark } from '../../vocabulary/characters.js';
import { blocksWithWords } from './block-words.js';
import { emend, type Emendation } from './emend.js';

/** What no opening mark stands before. */
const afterClosing = new RegExp(`^[${closingMark}${sentenceMark}，、；：]`, 'u');

export const curlQuotes = restoreRule({
  name: 'curl-quotes',
  touches: 'letters',
  apply(root, context) {
    for (const words of blocksWithWords(root)) {
      if (words.text.includes('"') && isChinese(words.text)) emend(words, byTurns(words.text), context);
    }
  },
});

/** What each straight mark of a text is; nothing where the marks do not open and close by turns. */
function byTurns(text: string): Emendation[] {
  const found: Emendation[] = [];
  let open = false;
  for (const { 0: mark, index } of text.matchAll(/["“”]/gu)) {
    const opens: boolean = mark === '"' ? !open : mark === '“';
    if (opens === open) return [];
    if (opens && afterClosing.test(text.slice(index + 1))) return [];
    open = opens;
    if (mark === '"') found.push({ start: index, end: index + 1, text: opens ? '“' : '”', confidence: 'certain' });
  }
  return open ? [] : found;
}
