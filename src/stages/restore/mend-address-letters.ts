/**
 * Put right the letters of an address that were read for others.
 *
 * Damage: hftp://, littp:// for http://; id=l30 for id=130, /tl359232.html for /t1359232.html.
 * Evidence: no scheme is called so; a letter that looks like a digit in the value of a parameter that is a number
 * otherwise, or before the four digits and more of a file's number.
 * Leaves alone: letters of a path or a name, schemes that there are.
 *
 * @example
 *   before: 见hftp://www.example.org/page.php?id=l30&page=2。
 *   after:  见http://www.example.org/page.php?id=130&page=2。
 */
import { restoreRule } from '../../diagnostics/index.js';
import { blocksWithWords } from './block-words.js';
import { emend, type Emendation } from './emend.js';

const scheme =
  /(?<![A-Za-z])(?:hftp|hrtp|hltp|htlp|hllp|bttp|nttp|hitp|htfp|l[il]?ttp|lnttp)(?=s?[:：]?\/\/|s?[:：]?$)/gu;
const numberOfParameter = /[\dlIO]*[lIO][\dlIO]*(?=[&。，；]|$)(?<=[?&][\w-]{1,40}=(?=[lIO]*\d)[\dlIO]{1,40})/gu;
const numberOfFile = /[lIO](?=\d{4,}[._/])(?<=https?:\/\/[^\s，。；）》]*[/_][A-Za-z]?.)/gu;

const digits: Record<string, string> = { l: '1', I: '1', O: '0' };

export const mendAddressLetters = restoreRule({
  name: 'mend-address-letters',
  touches: 'letters',
  apply(root, context) {
    if (context.survey.kind === 'markdown') return;
    for (const words of blocksWithWords(root)) {
      if (!/tps?[:：]?(?:\/\/|$)/u.test(words.text)) continue;
      const found = (pattern: RegExp, confidence: Emendation['confidence'], right: (read: string) => string) =>
        Array.from(words.text.matchAll(pattern), ({ 0: read, index: start }): Emendation => ({
          start,
          end: start + read.length,
          text: right(read),
          confidence,
        }));
      const number = (read: string): string => read.replace(/[lIO]/gu, (letter) => digits[letter]!);
      const emendations = [
        ...found(scheme, 'certain', () => 'http'),
        ...found(numberOfParameter, 'likely', number),
        ...found(numberOfFile, 'likely', number),
      ];
      emend(words, emendations, context);
    }
  },
});
