/**
 * Radicals of the Unicode block CJK Radicals Supplement, and the characters that they look like.
 *
 * Source: EquivalentUnifiedIdeograph.txt of the Unicode Character Database. Only those that are characters by themselves:
 * ⺡ ⻌ and their like are parts alone. NFKC knows the block Kangxi Radicals.
 */

/** Radical and character, side by side. */
const characters = new Map(
  '⺁厂⺒巳⺓幺⺛旡⺟母⺠民⺩王⺶羊⺻聿⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'
    .match(/../gu)!
    .map((pair) => [pair[0]!, pair[1]!]),
);
/** One radical in two scripts. */
const door = '\u2F3E';

/** A radical that stands for a character. */
export const radicalPattern = new RegExp(`[${door}${[...characters.keys()].join('')}]`, 'gu');

/** The character that a radical looks like. */
export function characterOfRadical(radical: string, isSimplified: boolean): string | undefined {
  return radical === door ? (isSimplified ? '户' : '戶') : characters.get(radical);
}

const simplifiedOnly = /[这们为时国会来对过说个]/gu;
const traditionalOnly = /[這們為時國會來對過說個]/gu;

/** Is a text in Simplified characters? */
export function isSimplified(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(simplifiedOnly) > count(traditionalOnly);
}
