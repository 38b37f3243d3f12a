/** Numerals as they number headings and notes: tables and their values. */

const circledNumerals = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿';

/** Value of a circled numeral, 1 to 50; undefined for anything else. */
export function circledValue(character: string): number | undefined {
  const index = circledNumerals.indexOf(character);
  return character.length === 1 && index >= 0 ? index + 1 : undefined;
}

/** The circled numeral of 1 to 50. @throws RangeError outside */
export function circledNumeral(value: number): string {
  const numeral = circledNumerals[value - 1];
  if (!numeral) throw new RangeError(`No circled numeral for ${value}`);
  return numeral;
}

/** Chinese digits that number headings. */
export const chineseDigits = '零〇一二三四五六七八九十百';

const values: Record<string, number> = { 零: 0, 〇: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** Value of a Chinese numeral below 1000 (二十三 → 23); undefined when it is none. */
export function chineseValue(numeral: string): number | undefined {
  let total = 0;
  let unit: number | undefined;
  for (const character of numeral) {
    const value = values[character];
    if (value !== undefined) unit = value;
    else if (character === '十') [total, unit] = [total + (unit ?? 1) * 10, undefined];
    else if (character === '百') [total, unit] = [total + (unit ?? 1) * 100, undefined];
    else return undefined;
  }
  return numeral === '' ? undefined : total + (unit ?? 0);
}

/** Chinese digits in the forms of a bank note, which number the highest headings in Taiwan. */
export const formalDigits = '壹貳贰叁參参肆伍陸陆柒捌玖拾';

const formal: Record<string, string> = {
  壹: '一',
  贰: '二',
  貳: '二',
  叁: '三',
  參: '三',
  参: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  陸: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
};

/** Value of a numeral of `formalDigits` (拾貳 → 12). */
export function formalValue(numeral: string): number | undefined {
  return chineseValue([...numeral].map((digit) => formal[digit] ?? digit).join(''));
}

const romanDigits: Record<string, number> = { I: 1, V: 5, X: 10 };

/** Value of a Roman numeral of I, V and X, also of one of the single characters Ⅰ to Ⅻ; undefined when it is none. */
export function romanValue(numeral: string): number | undefined {
  const digits = [...numeral.normalize('NFKC')].map((letter) => romanDigits[letter]);
  let total = 0;
  for (const [i, digit] of digits.entries()) {
    if (digit === undefined) return undefined;
    total += digit < (digits[i + 1] ?? 0) ? -digit : digit;
  }
  return total > 0 ? total : undefined;
}

/** Place of a capital in the alphabet: A is 1. */
export function letterValue(letter: string): number | undefined {
  return /^[A-Z]$/.test(letter) ? letter.charCodeAt(0) - 64 : undefined;
}

/** Superscript digits as usual ones, sign for sign. */
export function withLevelDigits(text: string): string {
  return text.replace(/[⁰¹²³⁴-⁹]/gu, (digit) => digit.normalize('NFKC'));
}
