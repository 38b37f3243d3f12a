/**
 * Read raised digits as the marks that they are.
 *
 * Damage: 始于宋代。¹其后 and ¹ 沈括：… for a raised mark of a note or of a name.
 * Evidence: superscript digits behind Han, a closing mark or at a line's start, and before no letter or digit; numbers
 * to 50, of which a circled form says the same.
 * Leaves alone: powers and units (m², 10³), and numbers beyond 50.
 *
 * @example
 *   before: 始于宋代。¹其后
 *   after:  始于宋代。①其后
 */
import { cleanRule } from '../../diagnostics/index.js';
import { circledNumeral } from '../../vocabulary/numerals.js';
import { replaceEach } from './edits.js';

const raised =
  /(?<=^[\s　]*|[\p{Script=Han}，。；：、！？”’）》〉」』】〕\]])[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}(?![⁰¹²³⁴⁵⁶⁷⁸⁹\p{Script=Latin}\d])/gmu;

export const raisedDigits = cleanRule({
  name: 'raised-digits',
  touches: 'width',
  propose: (text) => {
    if (!/[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(text)) return [];
    return replaceEach(text, raised, ([digits]) => {
      const number = Number(digits.normalize('NFKC'));
      return number >= 1 && number <= 50 ? circledNumeral(number) : undefined;
    });
  },
});
