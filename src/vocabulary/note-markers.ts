/** The shapes that the mark of a note takes, at its call and at its text. */
import { circled, closingMark, han, pauseMark } from './characters.js';
import { chineseDigits, chineseValue, circledValue, romanValue } from './numerals.js';

/** A star that marks a title note or an author note at the start of a block: ＊ ＊＊ * \*. */
export const starLead = /^[*＊﹡∗✱]+[\s　]*/u;

/** The brackets that hold a mark. */
const opens = '[\\[［〔【]\\s*(?:[注註]\\s*)?';
const closes = '\\s*[\\]］〕】]';
/** A number in digits or in Chinese numerals: [1], 〔一〕. */
const number = `\\d{1,3}|[${chineseDigits}]{1,4}`;
/** Letters that are a Roman numeral, or a 1 that was read as l or I. */
const romanNumber = 'l|[lI]\\d{1,2}|\\d[lI]|[IVX]{1,7}|[Ⅰ-Ⅻ]';

/** A mark at the start of a note's text. Group 1: bracketed number; group 2: circled numeral. */
export const noteLead = new RegExp(
  `^[\\s　]*(?:${opens}(${number}|(?:${romanNumber})(?=${closes}(?![a-z])))${closes}|([${circled}]))(?![，。、；：”’）》])[\\s　:：.．]*`,
  'u',
);

/** Number of a found mark: of group 1 or 2 of a pattern here. */
export function markNumber(bracketed: string | undefined, circle: string | undefined): number {
  if (bracketed === undefined) return circledValue(circle ?? '') ?? 0;
  if (/[lI]\d|\dl|\dI|^l$/.test(bracketed)) return Number(bracketed.replace(/[lI]/g, '1'));
  return /^\d+$/.test(bracketed) ? Number(bracketed) : (chineseValue(bracketed) ?? romanValue(bracketed) ?? 0);
}

/**
 * A call within running text: ① or [1] or ［１］, with the spaces that the OCR or the justification put round it. Letters in
 * brackets are one behind Chinese only.
 */
export const callPattern = new RegExp(
  `[ \\u3000]?(?:[\\[［〔【](?:[注註]\\s*)?(${number}|(?<=[${han}${closingMark}${pauseMark}][ \\u3000]?[\\[［〔【])(?:${romanNumber})(?=[\\]］〕】](?![a-z])))[\\]］〕】]|([${circled}]))[ \\u3000]?`,
  'gu',
);

/**
 * What a raised mark becomes when a scanned page is read. Group 1 is there behind a mark that ends something, where no
 * sign stands; else it stands behind Han or a pause, a zero in no number and none of the others beside Latin letters.
 */
export const misreadCall =
  /(?<=([。！？”》）]))(?:[？＂＠@＊]|[0０](?![.．%]))|(?<=[\p{Script=Han}，、；%])[？＂＠＊](?![A-Za-z])|(?<=\p{Script=Han})[0０](?![\d０-９.．%年月日])/gu;

/** Words of a true question. */
export const questionWord = /[吗呢么何谁哪几怎岂否]|多少|难道/u;

/** A note's mark that lost its raised place, at the start of its text: 1 沈括, 1沈括, 1. 沈括. */
export const loweredLead =
  /^(\d{1,2})(?:[.．、]?[ 　]+|[.．、](?!\d)|(?=[\p{Script=Han}《“‘（〈[［A-Za-z]))(?!年|月|日|世纪|世紀)(?=\S)/u;

/** A note that says so: 注1：见《后汉书》. Group 1: its number. */
export const wordedLead = /^[\s　]*[注註][释釋解]?[\s　]*([\d０-９]{1,2})[\s　]*[：:、．.][\s　]*(?=\S)/u;
/** A number in round brackets, behind words: 纸始于汉代（1）. Group 1: the number. */
export const bracketedCall = /(?<=[\p{Script=Han}，。、；：！？”’》〕】])[（(][注註]?\s*([\d０-９]{1,2})\s*[）)]/gu;

/**
 * A call that lost its raised place: a number behind a word, and before nothing that it counts. Group 1 is there behind a
 * mark that ends something, where a number of the text seldom stands.
 */
export const loweredCall =
  /(?<=([。！？”’）》〕】])|[\p{Script=Han}，、；%](?<![第约約共图圖表卷期页頁号號年月至到近超过過达達仅僅]))\d{1,2}(?![\d.．%‰℃A-Za-z:：—–\-~～/\]］〕】])(?:(?<=[。！？”’）》〕】]\d{1,2})|(?![年月日时時世个個种種册冊部家次户戶人页頁卷期号號亿億万萬千百十余餘多名位条條元两兩项項届屆层層章节節回倍岁歲度分点點座间間枚本张張块塊件例字行篇盘盤]))/gu;

/** Digits behind a mark of which the first may be a call: 。416世纪. */
export const callBeforeNumber = /(?<=[。！？”’）》〕】])[1-9]\d{2,5}(?!\d)/gu;

/** Does a text name where something is written: an author and a title, a year, a page, an address, 同上? */
export const citesSource =
  /[：:，]\s*[《“]|^(?:同上|同前|同注|参见|參見|详见|詳見|见|見|转引自|轉引自|Ibid|See|Cf)|https?:|\bpp?\.\s*\d|\bVol\.|\d{4}年版|第[\d—–-]+[页頁期]|\b(?:1[89]|20)\d{2}\b(?!年)/u;

/**
 * The number that an entry of a list of notes opens with, in any form: [1], ①, 1., 1、, 1 or 1 before its words. Groups 1
 * and 2 as in `noteLead`, group 3: a plain number.
 */
export const endnoteLead = new RegExp(
  `${noteLead.source}|^[\\s　]*\\$?\\s*\\^?\\s*\\{?(\\d{1,3})\\}?\\s*\\$?[.．、)）]?[\\s　]*(?!年|月|日|世纪|世紀)(?=[^\\s\\d.．])`,
  'u',
);

/** A raised number that a program wrote as a formula, behind words. Group 1: the number. */
export const raisedFormula =
  /(?<=[\p{Script=Han}，。、；：！？”’）》〕】] ?) ?\$\s*\^\s*\{?\s*(\d{1,3})\s*\}?\s*\$ ?/gu;

/** Words with which a note explains. */
export const noteWords =
  /^(?:参见|參見|参阅|參閱|详见|詳見|见|見|同上|引自|转引|轉引|原文|即|此处|此處|本文|笔者|筆者|例如|关于|關於)/u;
