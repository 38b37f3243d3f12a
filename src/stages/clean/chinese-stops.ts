/**
 * Turn full stops and dots of Latin width into those of Chinese, in a text that has no others.
 *
 * Damage: 雾还没散.老何说, 他也不知道. and 那......我们 for 。 and ……
 * Evidence: a stop right behind Han and before Han, a closing mark or the end of its line, at least twice, and more of
 * them than of 。 in the text; six dots in a row behind or before Han.
 * Leaves alone: 3.50, 2.0, www.example.com, 第1章.渡口 alone, texts that end sentences with 。
 *
 * @example
 *   before: 天亮了，雾还没散.老何不说话.
 *   after:  天亮了，雾还没散。老何不说话。
 */
import { cleanRule } from '../../diagnostics/index.js';
import { replaceEach } from './edits.js';

const stop = /(?<=[\p{Script=Han}”’）》])\.(?=[\p{Script=Han}“‘”’）》「」'"]|[ 　]*(?:\r?\n|$))/gu;
const dots = /(?<=[\p{Script=Han}，“‘])\.{6}(?!\.)|(?<!\.)\.{6}(?=[\p{Script=Han}”’？！])/gu;
const fewest = 2;

export const chineseStops = cleanRule({
  name: 'chinese-stops',
  touches: 'punctuation',
  propose(text) {
    const count = text.match(stop)?.length ?? 0;
    const own = text.match(/。/gu)?.length ?? 0;
    const stops = count >= fewest && count > own ? replaceEach(text, stop, () => '。') : [];
    return [...stops, ...replaceEach(text, dots, () => '……')].sort((a, b) => a.start - b.start);
  },
});
