/**
 * Turn straight quotation marks in Chinese into curly ones.
 *
 * Damage: some pages of an OCR have "…" where the journal prints “…”.
 * Evidence: an even number of them on a line of Chinese: they open and close by turns.
 * Leaves alone: lines with an odd number; lines of print on which nothing but the count speaks, for a quotation may begin
 * on the line before (the paragraph is looked at once its lines are joined); Latin lines, tags and code.
 *
 * @example
 *   before: 所谓"活字"与"雕版"之争
 *   after:  所谓“活字”与“雕版”之争
 */
import { cleanRule } from '../../diagnostics/index.js';
import type { Edit } from '../../model/index.js';
import { isChinese } from '../../vocabulary/characters.js';
import { isLineByLine } from './survey.js';
import { foreignSpans, outside, replaceEach } from './edits.js';

const beforeOpening = /(?:^|[：:，,（(《、])$/u;
const behindOpening = /^(?:$|[。．，,；;：:！!？?、）)》])/u;

/** Whether what stands beside a mark says that it opens, or closes, as it is taken for; undefined where nothing does. */
function agrees(line: string, at: number, opens: boolean): boolean | undefined {
  const closing = behindOpening.test(line.slice(at + 1).trimStart());
  const opening = beforeOpening.test(line.slice(0, at).trimEnd());
  return opening === closing ? undefined : opens === opening;
}

export const chineseQuotes = cleanRule({
  name: 'chinese-quotes',
  touches: 'punctuation',
  propose(text, survey) {
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
        const agree = kept.map((edit) => agrees(line, edit.start - at, edit.text === '“'));
        const sure = !isLineByLine(survey) || (agree.includes(true) && !agree.includes(false));
        if (kept.length % 2 === 0 && sure) edits.push(...kept);
      }
      at += line.length + 1;
    }
    return edits;
  },
});
