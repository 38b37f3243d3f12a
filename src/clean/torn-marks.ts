/**
 * Put a mark that a text layer tore off back at the end of its line.
 *
 * Damage: where two marks were squeezed together, a reader of PDFs begins a new line: 《农书》⏎，史部.
 * Evidence: a printed line never begins with a closing or pausing mark (clreq §3.1.4); where the survey finds printed lines.
 * Leaves alone: opening marks, dashes, lines after a page change.
 *
 * @example wrapped
 *   before: 见王祯《农书》
 *           ，其中一篇。
 *   after:  见王祯《农书》，其中一篇。
 */
import { cleanRule } from '../diagnostics.js';
import { closingMark } from '../vocabulary/characters.js';
import { replaceEach } from './edits.js';
import { isLineByLine } from './survey.js';

const torn = new RegExp(`(?<=[^\\s])[ 　]*\\n\\n?(?=[${closingMark}，、。；：！？])`, 'gu');

export const tornMarks = cleanRule({
  name: 'torn-marks',
  touches: 'spacing',
  propose: (text, survey) => (isLineByLine(survey) ? replaceEach(text, torn, () => '') : []),
});
