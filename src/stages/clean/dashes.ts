/**
 * Write the Chinese dash as two em dashes.
 *
 * Damage: one printed dash is read as three (———), or as box-drawing lines, bars or halfwidth hyphens.
 * Evidence: two or more such signs between Han or Chinese marks.
 * Leaves alone: —— as it should be, a single — (a range or a connector), rows of signs that rule off a line.
 *
 * @example
 *   before: 霸权之后———合作与纷争
 *   after:  霸权之后——合作与纷争
 */
import { cleanRule } from '../../diagnostics/index.js';
import { han, hanPunctuation } from '../../vocabulary/characters.js';
import { replaceEach } from './edits.js';

const dash = new RegExp(
  `(?<=[${han}${hanPunctuation}\\dA-Za-z])(?<![—―─-])(?:[—―─]{2,4}|--{1,2})(?![—―─-])(?=[${han}${hanPunctuation}\\dA-Za-z\\n])`,
  'gu',
);

export const dashes = cleanRule({
  name: 'dashes',
  touches: 'punctuation',
  propose: (text) =>
    replaceEach(text, dash, (match) => {
      const halfwidth = match[0].startsWith('-');
      const beside = (text[match.index - 1] ?? '') + (text[match.index + match[0].length] ?? '');
      return halfwidth && /^[A-Za-z\d]{2}$/.test(beside) ? undefined : '——';
    }),
});
