/**
 * Remove characters that neither print nor carry structure.
 *
 * Damage: byte order marks inside a text, soft hyphens, zero-width spaces and joiners, control characters.
 * Evidence: the character itself.
 * Leaves alone: tab, line feed, form feed, and the private-use marks of the CAJ reader.
 *
 * @example
 *   before: 活\u200B字\uFEFF印刷
 *   after:  活字印刷
 */
import { cleanRule } from '../../diagnostics/index.js';
import { replaceEach } from './edits.js';

export const invisibleCharacters = cleanRule({
  name: 'invisible-characters',
  touches: 'spacing',
  propose: (text) =>
    replaceEach(
      text,
      /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]+/g,
      () => '',
    ),
});
