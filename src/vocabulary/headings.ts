/**
 * How headings of Chinese articles are numbered, and which words head a section without a number.
 *
 * Order of the numerals: 一、 （一） 1. （1） (CY/T 35 and the author guides of the journals).
 */
import { chineseDigits } from './numerals.js';

/** A heading numeral: its rank (1 is the highest), and the pattern that finds it at the start of a line. */
export interface HeadingNumeral {
  name: string;
  rank: number;
  pattern: RegExp;
}

/** From the highest rank to the lowest. The capture is the number itself. */
export const headingNumerals: HeadingNumeral[] = [
  { name: '第一章', rank: 1, pattern: new RegExp(`^第([${chineseDigits}\\d]{1,4})[编篇部卷][\\s　]+`, 'u') },
  { name: '第一章', rank: 2, pattern: new RegExp(`^第([${chineseDigits}\\d]{1,4})章[\\s　]*`, 'u') },
  { name: '第一节', rank: 3, pattern: new RegExp(`^第([${chineseDigits}\\d]{1,4})节[\\s　]*`, 'u') },
  { name: '一、', rank: 4, pattern: new RegExp(`^([${chineseDigits}]{1,4})\\s*[、．.]\\s*`, 'u') },
  { name: '（一）', rank: 5, pattern: new RegExp(`^[（(]\\s*([${chineseDigits}]{1,4})\\s*[）)]\\s*`, 'u') },
  { name: '1.', rank: 6, pattern: /^(\d{1,2})\s*(?:[.．、](?!\d)|(?=[\s　]\p{Script=Han}))\s*/u },
  { name: '（1）', rank: 7, pattern: /^[（(]\s*(\d{1,2})\s*[）)]\s*/u },
];

/** The numeral that a line opens with, if any. */
export function headingNumeralOf(line: string): HeadingNumeral | undefined {
  return headingNumerals.find(({ pattern }) => pattern.test(line));
}

/** Words that head a section of an article without a number, spaces between their characters aside. */
export const unnumberedHeadings =
  /^(引言|导言|绪论|绪言|序言|前言|导论|序|结论|结语|结束语|余论|小结|总结|尾声|后记|结论与(?:启示|展望|讨论|建议)|讨论与结论|问题的提出|附[录錄][一二三四五六七八九十\dA-Z]?|致[谢謝]|導言|緒論|緒言|導論|結論|結語|結束語|餘論|小結|總結|尾聲|後記|問題的提出|(?:结论|结语|余论)[：:——].{2,30})$/u;

/** Words that head notes or references gathered at an article's end. */
export const noteListHeadings = /^[【〔［[]?(注释|注|尾注|脚注|参考文献|引用文献|参考书目)[】〕］\]]?[：:]?$/u;
