/** The character that Shift_JIS did not have and an annotation describes: 「髟／眄のつくり」、U+9AE0、12-3 in, the character out. */
import iconv from 'iconv-lite';
import { jisX0213 } from '../../../vocabulary/jis-x-0213.js';

const unicode = /U\+([0-9A-Fa-f]{4,6})/u;
/** Plane, row and cell of JIS X 0213; the first plane holds JIS X 0208. */
const cellOfPlane = /(?:^|[、，\s])(?:第[34３４]水準)?([12])-(\d{1,2})-(\d{1,2})/u;
/** Signs that a file writes this way because its notation has taken them. */
const taken: Record<string, string> = {
  始め二重山括弧: '《',
  終わり二重山括弧: '》',
  縦線: '｜',
  二の字点: '〻',
  始め角括弧: '［',
  終わり角括弧: '］',
  井げた: '＃',
  米印: '※',
  濁点付き片仮名ワ: 'ヷ',
  濁点付き片仮名ヰ: 'ヸ',
  濁点付き片仮名ヱ: 'ヹ',
  濁点付き片仮名ヲ: 'ヺ',
  小書き片仮名ト: 'ㇳ',
  ます記号: '〼',
  コト: 'ヿ',
  より: 'ゟ',
};

/** @returns undefined where the annotation names no character that can be told */
export function characterOf(words: string): string | undefined {
  const [, name = ''] = /^「?([^」、]+)/u.exec(words) ?? [];
  if (taken[name]) return taken[name];
  const code = unicode.exec(words)?.[1];
  if (code && parseInt(code, 16) <= 0x10ffff) return String.fromCodePoint(parseInt(code, 16));
  const [plane = 0, row = 0, cell = 0] = cellOfPlane.exec(words)?.slice(1).map(Number) ?? [];
  if (plane === 0) return undefined;
  const beyond = jisX0213(plane, row, cell);
  if (beyond !== undefined || plane === 2) return beyond;
  const character = iconv.decode(Buffer.from([0xa0 + row, 0xa0 + cell]), 'euc-jp');
  return character.length === 1 && character !== '\uFFFD' ? character : undefined;
}
