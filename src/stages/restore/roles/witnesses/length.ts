/** Long lines head nothing. */
import { isLineByLine } from '../../../clean/survey.js';
import { longestHeading } from '../find-series.js';
import type { Vote, Witness } from '../role.js';

/** Of the measure, what a line fills that was cut by the margin. */
const cutByMargin = 0.9;
/** Characters of a title on one line, and of names. */
const longestTitle = 50;

export const length: Witness = {
  name: 'length',
  read({ text, fill }, _, { survey }) {
    const votes: Vote[] = [{ for: 'text', weight: 'usual' }];
    // the rest of a full line stands on the next
    const full = isLineByLine(survey) && fill >= cutByMargin;
    if (text.length > longestHeading || full) votes.push({ for: 'heading', weight: 'longForHeading' });
    if (text.length > longestTitle)
      votes.push({ for: 'title', weight: 'longForTitle' }, { for: 'line', weight: 'longForHeading' });
    return votes;
  },
};
