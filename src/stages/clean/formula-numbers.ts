/**
 * Free plain numbers from the formula signs that an OCR writes round them.
 *
 * Damage: 年销 $30\%$ 以上, 约 $1 5 \%$, $1 - 2 - 3$ for numbers of the running text.
 * Evidence: a formula that holds nothing but digits and the marks of a number: . , % - / : \sim and brackets.
 * Leaves alone: formulas with letters, operators or raised digits; sums of money ($30 and $40).
 *
 * @example
 *   before: 年销$30\%$以上，约$1 5 \%$
 *   after:  年销30%以上，约15%
 */
import { cleanRule } from '../../diagnostics/index.js';
import { replaceEach } from './edits.js';

const number = /\$\s*(\d(?:[\d\s.,/:()–-]|\\?%|\\sim\b)*)\s*\$|\\\(\s*(\d(?:[\d\s.,/:()–-]|\\?%|\\sim\b)*?)\s*\\\)/g;

export const formulaNumbers = cleanRule({
  name: 'formula-numbers',
  touches: 'letters',
  propose(text, { kind }) {
    if (kind === 'markdown' || !/[$\\]/.test(text)) return [];
    return replaceEach(text, number, ([whole, plain, bracketed]) => {
      const value = (plain ?? bracketed)!;
      // between two sums of money stand words or a comma and a space, never the end of a number
      if (plain !== undefined && /[\s,(–-]$/.test(whole.slice(1, -1)) && !/^\$\s/.test(whole)) return undefined;
      return value.replace(/\s+/g, '').replace(/\\%/g, '%').replace(/\\sim/g, '~');
    });
  },
});
