/**
 * Write every line end as one line feed.
 *
 * Damage: files from Windows, old Macs and text layers end their lines in other ways.
 * Evidence: the character itself (CR, LF, NEL, U+2028, U+2029); a form feed ends a line too and stays as a page sign.
 * Leaves alone: everything else.
 *
 * @example
 *   before: 一行\r\n二行
 *   after:  一行\n二行
 */
import { cleanRule } from '../../diagnostics/index.js';
import { replaceEach } from './edits.js';

export const lineEnds = cleanRule({
  name: 'line-ends',
  touches: 'spacing',
  propose: (text) => replaceEach(text, /\r\n?|[\u0085\u2028\u2029]/g, () => '\n'),
});
