/** The shapes that the mark of a note takes, at its call and at its text. */
import { circled } from './characters.js';
import { circledValue } from './numerals.js';

/** A star that marks a title note or an author note at the start of a block: ＊ ＊＊ * \*. */
export const starLead = /^[*＊﹡✱]+[\s　]*/u;

/** A mark at the start of a note's text. Group 1: bracketed number; group 2: circled numeral. */
export const noteLead = new RegExp(
  `^[\\s　]*(?:[\\[［〔【]\\s*(?:注\\s*)?(\\d{1,3})\\s*[\\]］〕】]|([${circled}]))(?![，。、；：”’）》])[\\s　:：.．]*`,
  'u',
);

/** Number of a found mark: of group 1 or 2 of a pattern here. */
export function markNumber(bracketed: string | undefined, circle: string | undefined): number {
  return bracketed !== undefined ? Number(bracketed) : (circledValue(circle ?? '') ?? 0);
}

/** A call within running text: ① or [1] or ［１］, with the spaces that the OCR or the justification put round it. */
export const callPattern = new RegExp(
  `[ \\u3000]?(?:[\\[［〔【](?:注\\s*)?(\\d{1,3})[\\]］〕】]|([${circled}]))[ \\u3000]?`,
  'gu',
);

/**
 * What a raised mark becomes when a scanned page is read: after a sentence, a quotation, a title or a bracket, and
 * before Han, a pause or the line's end. Forced by a page on which not one ？ ends a question.
 */
export const damagedCall = /(?:(?<=[。”》）\p{Script=Han}，])？|(?<=[。”》）])[＂＠]|(?<=》)[０0](?=\p{Script=Han}))/u;

/** Words of a true question. */
export const questionWord = /[吗呢么何谁哪几怎岂否]|多少|难道/u;
