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

/** Chinese digits in the forms of a bank note, which number the highest headings in Taiwan. */
export const formalDigits = '壹貳贰叁參参肆伍陸陆柒捌玖拾';

/** All that a chapter's number may be written with, fullwidth digits included. */
export const chapterDigits = `${chineseDigits}${formalDigits}○两兩佰千仟万萬廿卅卌\\d０-９`;

const digitValues: Record<string, number> = Object.fromEntries(
  ['零〇○', '一壹', '二贰貳两兩', '三叁參参', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].flatMap(
    (digits, value) => [...digits].map((digit) => [digit, value]),
  ),
);
/** 廿, 卅 and 卌 are tens of their own. */
const tens: Record<string, number> = { 廿: 20, 卅: 30, 卌: 40 };
const units: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, 万: 10_000, 萬: 10_000 };

/** Value of a Chinese numeral (二十三 → 23, 二二〇 → 220, 廿三 → 23, 两百一十七 → 217); undefined when it is none. */
export function chineseValue(numeral: string): number | undefined {
  let total = 0;
  let below = 0; // what 万 has not multiplied yet
  let digits = ''; // digits side by side are read by their places
  for (const character of numeral) {
    const [digit, ten, unit] = [digitValues[character], tens[character], units[character]];
    if (digit !== undefined) digits += digit;
    else if (ten !== undefined) below += ten;
    else if (unit === 10_000) [total, below, digits] = [(below + Number(digits)) * unit, 0, ''];
    else if (unit !== undefined) [below, digits] = [below + Number(digits === '' ? '1' : digits) * unit, ''];
    else return undefined;
  }
  return numeral === '' ? undefined : total + below + Number(digits);
}

/** Value of a number in Arabic digits of any width, or in Chinese ones; undefined when it is none. */
export function numberValue(number: string): number | undefined {
  const plain = number.normalize('NFKC');
  return /^\d+$/.test(plain) ? Number(plain) : chineseValue(number);
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
