/**
 * Is a text layer legible at all? Broken ones are refused with the evidence, not passed on.
 *
 * In: the raw text. Out: what is wrong with it, or nothing.
 */
import { cajMarks } from '../vocabulary/caj-marks.js';
import { countHan, withoutBlanks } from '../vocabulary/characters.js';
import { commonHan } from '../vocabulary/common-han.js';

/** Why a text cannot be read, with the figures that show it. */
export type Illegible =
  /** Replacement, private-use or unassigned characters, or (cid:…) codes, as a share of what prints. */
  | { kind: 'no-characters'; share: number; sample: string }
  /** Han, but not those of any Chinese or Japanese text: the font's codes are mapped to the wrong characters. */
  | { kind: 'wrong-characters'; share: number; sample: string };

const codes = /\(cid:\d+\)|\uFFFD|[\uE000-\uF8FF]|\p{Cn}|[\u{F0000}-\u{10FFFF}]/gu;
const ours = new RegExp(`[${cajMarks.lineEnd}${cajMarks.space}${cajMarks.gap}]`, 'gu');

/** Above this share of characters that are none, nobody can read the text. */
const mostCodes = 0.1;
/** In any Chinese prose the characters of `commonHan` make up far more of the Han than this. */
const leastCommon = 0.16;
const enoughHan = 400;

/** What makes a text illegible; undefined for one that can be read. */
export function illegibility(text: string): Illegible | undefined {
  const printing = withoutBlanks(text.replace(ours, ''));
  const found = printing.match(codes) ?? [];
  const length = found.reduce((sum, code) => sum + code.length, 0);
  if (printing.length > 0 && length / printing.length > mostCodes) {
    return { kind: 'no-characters', share: length / printing.length, sample: printing.slice(0, 24) };
  }
  const han = countHan(printing);
  if (han < enoughHan) return undefined;
  let common = 0;
  for (const character of printing) if (commonHan.has(character)) common++;
  return common / han < leastCommon
    ? { kind: 'wrong-characters', share: common / han, sample: printing.slice(0, 24) }
    : undefined;
}
