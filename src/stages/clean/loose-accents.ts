/**
 * Put accents that a program set beside their letters onto them.
 *
 * Damage: fonts of TeX draw an accent and a letter; a text layer gives them one behind the other: ´Ecole, M¨uller, Fran¸cois.
 * Evidence: an accent that stands alone in no language, right before a letter with which Unicode knows it as one.
 * Leaves alone: accents between numbers or before a gap, the primes of formulas, a grave accent, which fences code.
 *
 * @example
 *   before: ´Ecole Normale，M¨uller，Fran¸cois，na¨ıve
 *   after:  École Normale，Müller，François，naïve
 */
import { cleanRule } from '../../diagnostics/index.js';
import { replaceEach } from './edits.js';

/** Each accent that may stand alone, and the one that joins the letter before it. */
const joining: Record<string, string> = {
  '´': '\u0301',
  '¨': '\u0308',
  ˆ: '\u0302',
  '˜': '\u0303',
  ˇ: '\u030C',
  '˚': '\u030A',
  '¸': '\u0327',
  '˘': '\u0306',
  '˝': '\u030B',
  '˛': '\u0328',
};
const loose = new RegExp(`([${Object.keys(joining).join('')}])([A-Za-zıȷ])`, 'gu');
/** The letters that TeX takes the dot from. */
const dotted: Record<string, string> = { ı: 'i', ȷ: 'j' };

export const looseAccents = cleanRule({
  name: 'loose-accents',
  touches: 'letters',
  propose: (text) =>
    replaceEach(text, loose, ([whole, accent, letter]) => {
      const one = `${dotted[letter!] ?? letter!}${joining[accent!]!}`.normalize('NFC');
      return [...one].length === 1 ? one : whole;
    }),
});
