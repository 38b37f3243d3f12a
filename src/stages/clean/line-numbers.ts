/**
 * Take the numbers off that a reading program or an edition puts before every line.
 *
 * Damage: 3 青溪，古扬州之域。汉置溪阳县，⏎4 属南郡。晋太康元年…: each printed line has its number.
 * Evidence: nearly every line opens with a number, each the next of the one before (1 may begin a page), and several lines
 * are cut in the middle of a sentence, which no item of a list is.
 * Leaves alone: lists, tables, numbered paragraphs.
 *
 * @example
 *   before: 1 青溪，古扬州之域。汉置溪阳县，属南郡。晋太
 *           2 康元年，改名青溪。唐武德四年，省入南湖县，
 *           3 贞观十二年复置。宋元因之。明洪武初，县治自
 *           4 旧城迁于今所，在县东十里。旧城周九里十三步，
 *           5 高二丈五尺，门四：东曰迎恩，南曰阜民，西曰
 *           6 望湖，北曰拱极。
 *   after:  青溪，古扬州之域。汉置溪阳县，属南郡。晋太
 *           康元年，改名青溪。唐武德四年，省入南湖县，
 *           贞观十二年复置。宋元因之。明洪武初，县治自
 *           旧城迁于今所，在县东十里。旧城周九里十三步，
 *           高二丈五尺，门四：东曰迎恩，南曰阜民，西曰
 *           望湖，北曰拱极。
 */
import { cleanRule } from '../../diagnostics/index.js';
import type { Span } from '../../model/index.js';
import { han, measure } from '../../vocabulary/characters.js';

const numbered = /^[ \t\f]*(\d{1,4})(?:[ \t]|(?=[　\p{Script=Han}“《「『（〔【]))/u;
const cut = new RegExp(`[${han}，、]\\s*$`, 'u');
const fewestLines = 6;
const fewestCut = 3;
const narrowest = 12;
/** Share of the lines that have a number which follows upon the last. */
const nearlyAll = 0.95;

export const lineNumbers = cleanRule({
  name: 'line-numbers',
  touches: 'letters',
  propose: (text) => findLineNumbers(text).map((span) => ({ ...span, text: '' })),
});

/** The text without the numbers of its lines. */
export function withoutLineNumbers(text: string): string {
  let from = 0;
  let rest = '';
  for (const { start, end } of findLineNumbers(text)) {
    rest += text.slice(from, start);
    from = end;
  }
  return rest + text.slice(from);
}

/** The numbers before the lines of a text, with the space behind them; none where they number no lines. */
function findLineNumbers(text: string): Span[] {
  const spans: Span[] = [];
  let [lines, inRow, cutLines, offset] = [0, 0, 0, 0];
  let last: number | undefined;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') {
      lines++;
      const found = numbered.exec(line);
      const number = found ? Number(found[1]) : undefined;
      if (found && (last === undefined || number === last + 1 || number === 1)) {
        inRow++;
        const start = offset + found[0].indexOf(found[1]!);
        spans.push({ start, end: offset + found[0].length });
        if (cut.test(line) && measure(line.trim()) >= narrowest) cutLines++;
      }
      last = number ?? last;
      if (lines > fewestLines * 4 && inRow < lines / 2) return [];
    }
    offset += line.length + 1;
  }
  return lines >= fewestLines && inRow >= lines * nearlyAll && cutLines >= fewestCut ? spans : [];
}
