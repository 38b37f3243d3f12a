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
