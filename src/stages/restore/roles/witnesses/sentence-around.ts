/** The line above waits for more: what stands below it is no headline. */
import { isLineByLine } from '../../../clean/survey.js';
import { headingNumeralOf } from '../../../../vocabulary/headings.js';
import type { Witness } from '../role.js';

/** Of the measure, what a line fills that was cut by the margin. */
const cutByMargin = 0.9;
/** A paragraph is longer than this, characters. */
const longestShort = 20;

export const sentenceAround: Witness = {
  name: 'sentence-around',
  read(line, at, { lines, survey, fixed }) {
    const before = lines[at - 1];
    if (!before || fixed[at - 1] || before.text === '') return [];
    const open = before.ends === 'open' || before.ends === 'clause';
    const cut = isLineByLine(survey)
      ? before.fill >= cutByMargin && (line.blankBefore === 0 || survey.blankShare > 0.4)
      : before.text.length > longestShort && line.blankBefore === 0;
    const headline = headingNumeralOf(before.text) !== undefined;
    if (!open || !cut || headline) return [];
    return (['heading', 'line', 'title', 'byline'] as const).map((role) => ({ for: role, weight: 'cutsSentence' }));
  },
};
