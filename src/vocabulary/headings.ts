/**
 * How headings of Chinese articles are numbered, and which words head a section without a number.
 *
 * Order of the numerals: 一、 （一） 1. （1） (CY/T 35 and the author guides of the journals); 壹、 above 一、 in Taiwan; 1 1.1 1.1.1 in
 * the sciences (GB/T 1.1, CY/T 35).
 */
import { chineseDigits, chineseValue, formalDigits, formalValue, letterValue, romanValue } from './numerals.js';

/** A heading numeral: its rank (1 is the highest), and the pattern that finds it at the start of a line. */
export interface HeadingNumeral {
  name: string;
  rank: number;
  pattern: RegExp;
  /** Value of the captured number. */
  valueOf(number: string): number | undefined;
  /** The sign alone proves nothing: its headings must count up from the first. */
  counts?: boolean;
}

const spaces = '[\\s　]';
/** What stands behind a number that measures: 12 年, 3.5 万, 1．2 倍. */
const unit =
  '万亿千百兆个倍元年月日时天周岁人次米公吨度点分秒折成毫厘％%℃版页册卷期本部篇章节条例种名位字号届级层段行句声';
const words = '(?=[\\p{Script=Han}\\p{Lu}“《「『〈])';
const decimal = (parts: number): RegExp =>
  new RegExp(
    `^(\\d{1,2}(?:[.．]\\d{1,2}){${parts}})(?:[.．、]?${spaces}+${words}|(?!${spaces}*[${unit}])(?=\\p{Script=Han}))`,
    'u',
  );
const lastPart = (number: string): number => Number(number.split(/[.．]/u).at(-1));
const ofArabic = (number: string): number | undefined => (/^\d+$/.test(number) ? Number(number) : chineseValue(number));

/** From the highest rank to the lowest. The capture is the number itself. */
export const headingNumerals: HeadingNumeral[] = [
  {
    name: '第一编',
    rank: 1,
    pattern: new RegExp(`^第([${chineseDigits}\\d]{1,4})[编篇部卷編]${spaces}+`, 'u'),
    valueOf: ofArabic,
  },
  {
    name: '卷一',
    rank: 1,
    pattern: new RegExp(`^卷之?([${chineseDigits}]{1,4})${spaces}+`, 'u'),
    valueOf: chineseValue,
  },
  {
    name: '第一章',
    rank: 2,
    pattern: new RegExp(`^第([${chineseDigits}\\d]{1,4})(?:章${spaces}*|[回讲講]${spaces}+)`, 'u'),
    valueOf: ofArabic,
  },
  {
    name: '第一节',
    rank: 3,
    pattern: new RegExp(`^第([${chineseDigits}\\d]{1,4})[节節]${spaces}*`, 'u'),
    valueOf: ofArabic,
  },
  { name: '壹、', rank: 4, pattern: new RegExp(`^([${formalDigits}]{1,3})\\s*[、．.]\\s*`, 'u'), valueOf: formalValue },
  {
    name: 'Ⅰ.',
    rank: 4,
    pattern: new RegExp(`^([Ⅰ-Ⅻ])(?:\\s*[、．.]\\s*|${spaces}+)${words}`, 'u'),
    valueOf: romanValue,
    counts: true,
  },
  {
    name: 'I.',
    rank: 4,
    pattern: new RegExp(`^([IVX]{1,5})[.．、]\\s*${words}`, 'u'),
    valueOf: romanValue,
    counts: true,
  },
  {
    name: '一、',
    rank: 5,
    pattern: new RegExp(`^([${chineseDigits}]{1,4})\\s*[、．.]\\s*`, 'u'),
    valueOf: chineseValue,
  },
  {
    name: '（一）',
    rank: 6,
    pattern: new RegExp(`^[（(]\\s*([${chineseDigits}]{1,4})\\s*[）)]\\s*`, 'u'),
    valueOf: chineseValue,
  },
  { name: 'A.', rank: 7, pattern: new RegExp(`^([A-H])[.．、]\\s*${words}`, 'u'), valueOf: letterValue, counts: true },
  { name: '§1', rank: 8, pattern: new RegExp(`^§\\s*(\\d{1,2})(?![.．]?\\d)[.．、]?\\s*`, 'u'), valueOf: Number },
  { name: '1.', rank: 8, pattern: /^(\d{1,2})\s*[.．、](?!\d)\s*/u, valueOf: Number },
  {
    // no sentence, no citation: a note may bear its number in the same way
    name: '1 ',
    rank: 8,
    pattern: new RegExp(
      `^(1?\\d)(?=${spaces}+[\\p{Script=Han}\\p{Lu}])(?!${spaces}+[${unit}])${spaces}+(?!.*(?:[，。；,]|：《))`,
      'u',
    ),
    valueOf: Number,
    counts: true,
  },
  { name: '1.1', rank: 9, pattern: decimal(1), valueOf: lastPart, counts: true },
  { name: '1.1.1', rank: 10, pattern: decimal(2), valueOf: lastPart, counts: true },
  { name: '1.1.1.1', rank: 11, pattern: decimal(3), valueOf: lastPart, counts: true },
  { name: '（1）', rank: 12, pattern: /^[（(]\s*(\d{1,2})\s*[）)]\s*/u, valueOf: Number },
];

/** The numeral that a line opens with, if any. */
export function headingNumeralOf(line: string): HeadingNumeral | undefined {
  return headingNumerals.find(({ pattern }) => pattern.test(line));
}

/** A numeral, or a year, that stands on a line of its own: 一, 其二, 1912年, 民国元年（1912）. Group 1: the numeral. */
export const loneNumeral = new RegExp(`^其?([${chineseDigits}]{1,3})$`, 'u');
export const loneYear = new RegExp(
  `^(?:(?:1[5-9]|20)\\d{2}年?|(?:[\\p{Script=Han}]{2})?[元${chineseDigits}]{1,4}年)(?:[（(].{1,12}[）)])?$`,
  'u',
);

/** The number of a section on a line of its own, whose title stands below: 01, 一. Groups: in digits, in Chinese. */
export const sectionNumber = new RegExp(`^(?:(0\\d)|([${chineseDigits}]{1,3}))[.．、]?$`, 'u');

/** 附录一 before the words of its heading. */
export const appendixNumeral = /^附[录錄][一二三四五六七八九十\dA-Z]{1,2}(?=[\s　])/u;

/** Words that head a section of an article without a number, spaces between their characters aside. */
export const unnumberedHeadings =
  /^(引言|导言|绪论|绪言|序言|前言|导论|序|结论|结语|结束语|余论|小结|总结|尾声|后记|结论与(?:启示|展望|讨论|建议)|讨论与结论|问题的提出|附[录錄][一二三四五六七八九十\dA-Z]?|附[录錄](?:[一二三四五六七八九十\dA-Z]{1,2}[：:]?)?[^，。；：、！？]{2,24}|自序|代序|总序|總序|再版(?:前言|序|后记)|译(?:者)?(?:序|前言|后记)|出版(?:说明|前言)|编(?:者|辑)(?:说明|前言)|题记|凡例|楔子|引子|跋|后序|編後記|编后记|Introduction|Conclusions?|Acknowledge?ments?|致[谢謝]|導言|緒論|緒言|導論|結論|結語|結束語|餘論|小結|總結|尾聲|後記|問題的提出|(?:结论|结语|余论)[：:——].{2,30})$/u;

/** Words that head notes or references gathered at an article's end. */
export const noteListHeadings =
  /^[【〔［[]?(注释|注|附注|附註|尾注|脚注|註釋|注釋|註|尾註|參考文獻|参考文献|引用文献|参考书目)[】〕］\]]?[：:]?$/u;
