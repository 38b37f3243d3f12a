/**
 * Put the pieces of a line that a text layer tore between two marks together again.
 *
 * Damage: where two marks were squeezed together, a reader of PDFs begins a new line: 《农书》⏎，史部。⏎“其法……”.
 * Evidence: a printed line never begins with a closing or pausing mark (clreq §3.1.4); before an opening mark, in a text
 * with several such lines, that the pieces together find room in the measure.
 * Leaves alone: lines that begin with an opening mark in other texts, behind a full line, or with a heading's numeral;
 * lines after a page change.
 *
 * @example wrapped
 *   before: 见王祯《农书》
 *           ，其中一篇。
 *   after:  见王祯《农书》，其中一篇。
 */
import { cleanRule } from '../../diagnostics/index.js';
import { isLineByLine } from './survey.js';
import { findTears } from './torn-lines.js';

export const tornMarks = cleanRule({
  name: 'torn-marks',
  touches: 'spacing',
  propose: (text, survey) =>
    isLineByLine(survey) ? findTears(text).map(({ start, end }) => ({ start, end, text: '' })) : [],
});
