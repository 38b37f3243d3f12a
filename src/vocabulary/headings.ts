/**
 * How headings of Chinese articles are numbered, and which words head a section without a number.
 *
 * Order of the numerals: 一、 （一） 1. （1） (CY/T 35 and the author guides of the journals); 壹、 above 一、 in Taiwan; 1 1.1 1.1.1 in
 * the sciences (GB/T 1.1, CY/T 35).
 */
import {
  chapterDigits,
  chineseDigits,
  chineseValue,
  formalDigits,
  letterValue,
  numberValue,
  romanValue,
} from './numerals.js';

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
/** 第 12, 第一百一十 */
const ordinal = `第\\s*([${chapterDigits}]{1,9})\\s*`;
/** What stands behind the word for a part of a book: nothing, a gap, a mark or brackets. */
const apart = `(?:${spaces}+|[：:·、.．]${spaces}*|(?=$|[（(【\\[《“「]))`;

/** From the highest rank to the lowest. The capture is the number itself. */
export const headingNumerals: HeadingNumeral[] = [
  {
    name: '第一编',
    rank: 1,
    pattern: new RegExp(`^${ordinal}[编篇部卷編集辑輯冊册]${apart}`, 'u'),
    valueOf: numberValue,
  },
  {
    name: '卷一',
    rank: 1,
    pattern: new RegExp(`^卷(?:之|第)?([${chineseDigits}]{1,4}|[上中下])(?:${apart}|(?=[\\p{Script=Han}]{2,8}$))`, 'u'),
    valueOf: (number) => chineseValue(number) ?? '上中下'.indexOf(number) + 1,
  },
  {
    name: '第一章',
    rank: 2,
    pattern: new RegExp(
      `^(?:正文${spaces}*)?${ordinal}(?:章${spaces}*[：:·、.．]?${spaces}*|[回讲講话話幕折出齣场場]${apart})`,
      'u',
    ),
    valueOf: numberValue,
  },
  {
    name: 'Chapter 1',
    rank: 2,
    pattern: new RegExp(`^chapter[${'\\s'}.]*(\\d{1,4}|[IVX]{1,6})${spaces}*[：:.、]?${spaces}*`, 'iu'),
    valueOf: (number) => numberValue(number) ?? romanValue(number.toUpperCase()),
  },
  { name: '第一节', rank: 3, pattern: new RegExp(`^${ordinal}[节節]${spaces}*`, 'u'), valueOf: numberValue },
  {
    name: '001、',
    rank: 7,
    pattern: new RegExp(`^(0\\d{1,2})(?:[、．.]${spaces}*|${spaces}+(?=\\p{Script=Han}))`, 'u'),
    valueOf: Number,
    counts: true,
  },
  {
    name: '壹、',
    rank: 4,
    pattern: new RegExp(`^([${formalDigits}]{1,3})\\s*[、．.]\\s*`, 'u'),
    valueOf: chineseValue,
  },
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
    // no sentence: 一 may count what follows
    name: '一 ',
    rank: 5,
    pattern: new RegExp(
      `^([${chineseDigits}]{1,3})${spaces}+(?![${chineseDigits}])(?=[\\p{Script=Han}“《「『])(?!.*[，。；、])`,
      'u',
    ),
    valueOf: chineseValue,
    counts: true,
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

/** Words that head a section of an article without a number: each the whole of its line. */
const wholeHeadings = [
  '引言 导言 绪论 绪言 序言 前言 导论 序 结论 结语 结束语 余论 小结 总结 尾声 后记 讨论与结论 问题的提出 自序 代序 总序 跋 后序 编后记',
  '题记 凡例 楔子 引子 序章 序幕 序曲 终章 尾章 终曲 大结局 附记 前记 卷首语 卷首 卷末 致谢 Introduction Conclusion Conclusions',
  'Acknowledgment Acknowledgments Acknowledgement Acknowledgements',
]
  .join(' ')
  .split(' ');

/** Forms of their characters in Traditional text. */
const traditional: Record<string, string> = {
  导: '導',
  绪: '緒',
  论: '論',
  结: '結',
  语: '語',
  余: '餘',
  总: '總',
  声: '聲',
  后: '後',
  记: '記',
  问: '問',
  题: '題',
  编: '編',
  终: '終',
  谢: '謝',
  与: '與',
  讨: '討',
  译: '譯',
};
const eitherScript = (words: string): string =>
  [...words]
    .map((character) => (traditional[character] ? `[${character}${traditional[character]}]` : character))
    .join('');

/** Words that head a section of an article without a number, spaces between their characters aside. */
export const unnumberedHeadings = new RegExp(
  `^(?:${wholeHeadings.map(eitherScript).join('|')}|结论与(?:启示|展望|讨论|建议)|附[录錄][一二三四五六七八九十\\dA-Z]?|附[录錄](?:[一二三四五六七八九十\\dA-Z]{1,2}[：:]?)?[^，。；：、！？]{2,24}|再版(?:前言|序|后记)|[译譯](?:者)?(?:序|前言|[后後][记記])|作者(?:的)?贡[献獻](?:[说說]明|[声聲]明)?|(?:作者)?利益(?:冲突|衝突)(?:[声聲]明)?|[数數][据據]可用性(?:[声聲]明)?|伦理(?:[审審]查|[声聲]明)|支撑数据|出版(?:说明|前言)|编(?:者|辑)(?:说明|前言)|(?:结论|结语|余论)[：:——].{2,30}|番外(?:篇)?[${chineseDigits}\\d]{0,3}(?:[：:].{1,30})?)$`,
  'u',
);

/** Words that head a part of a novel, with a title of its own behind a gap or a colon: 番外 灰猫, 楔子　雨夜. */
export const titledParts = new RegExp(
  `^(?:楔子|引子|序章|序幕|[终終]章|尾章|尾[声聲]|[后後][记記]|番外(?:篇)?[${chineseDigits}\\d]{0,3})(?:${spaces}+|[：:]${spaces}*)(?=\\S.{0,30}$)`,
  'u',
);

/** Words that head notes or references gathered at an article's end. */
export const noteListHeadings =
  /^[【〔［[]?(注释|注|附注|附註|尾注|脚注|註釋|注釋|註|尾註|參考文獻|参考文献|引用文献|参考书目)[】〕］\]]?[：:]?$/u;
