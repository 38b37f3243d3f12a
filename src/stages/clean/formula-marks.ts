/**
 * Free note marks from the formula signs that an OCR writes round what stands raised.
 *
 * Damage: 铅字。$^{①}$ or \(^{[2]}\) or $^{3}$ or $^{*}$ for a raised mark.
 * Evidence: a superscript formula that holds nothing but a circled numeral, a number or stars; a bare number gets
 * brackets, so that it is still seen as a mark.
 * Leaves alone: every other formula, and a number behind a Latin letter: m$^{2}$ is a power.
 *
 * @example
 *   before: 用铜模铸字。$^{①}$其后$ ^{[2]} $
 *   after:  用铜模铸字。①其后[2]
 */
import { cleanRule } from '../../diagnostics/index.js';
import { circled } from '../../vocabulary/characters.js';
import { circledNumeral } from '../../vocabulary/numerals.js';
import { replaceEach } from './edits.js';

const formula = new RegExp(
  `(?:\\$|\\\\\\()\\s*\\{?\\}?\\s*\\^\\s*\\{?\\s*(?:\\\\(?:text|mathrm)\\s*\\{)?\\s*([${circled}]|[\\[［〔]\\s*\\d{1,3}\\s*[\\]］〕]|\\d{1,3}|(?:(?:\\\\ast|\\\\?[*＊])\\s*){1,3})\\s*\\}*\\s*(?:\\$|\\\\\\))`,
  'gu',
);

// a numeral drawn within a circle, with or without formula signs and raising
const circledFormula = /\$?\s*\^?\{?\s*\\textcircled\s*\{\s*(?:\\[a-z]+\s*\{?\s*)?(\d{1,2})\s*\}+\s*\$?/gu;

export const formulaMarks = cleanRule({
  name: 'formula-marks',
  touches: 'letters',
  propose(text) {
    if (!/[\^\\]/.test(text)) return [];
    const raised = replaceEach(text, formula, ({ 1: mark, index }) => {
      // behind a letter it is a power: m²
      if (/^\d/.test(mark!))
        return /[A-Za-z)]\s*$/.test(text.slice(Math.max(0, index - 3), index)) ? undefined : `[${mark}]`;
      return mark!.replace(/\s+/g, '').replace(/\\ast|\\?[*＊]/g, '＊');
    });
    // most texts hold none, and the pattern begins with nothing that is rare
    const drawn = !text.includes('\\textcircled')
      ? []
      : replaceEach(text, circledFormula, ([, number]) =>
          Number(number) >= 1 && Number(number) <= 50 ? circledNumeral(Number(number)) : undefined,
        );
    return [...raised, ...drawn].sort((a, b) => a.start - b.start);
  },
});
