/** Short lines: alone above a paragraph they head it, among others they are lines of their own. */
import { isLineByLine } from '../../../clean/survey.js';
import { noteLead } from '../../../../vocabulary/note-markers.js';
import { keyedLine } from '../../../../vocabulary/openers.js';
import type { Line } from '../../lines/line.js';
import type { Vote, Witness } from '../role.js';

/** Of the measure. */
const short = 0.6;
/** A headline without a number, characters. */
const longest = 20;
/** Lines with a mark within say something. */
const marks = /[，。；：、？！,;:“”…]/u;
/** A clause ends within the line. */
const clauses = /[，。；：？！]/u;
const fewestVerses = 3;

export const shortLines: Witness = {
  name: 'short-lines',
  read(line, at, { lines, survey, fixed }) {
    const votes: Vote[] = [];
    if (line.text === '' || noteLead.test(line.text)) return votes;
    const isShort = (one: Line | undefined, i: number): boolean =>
      one !== undefined &&
      !fixed[i] &&
      one.ends === 'open' &&
      !clauses.test(one.text) &&
      one.text !== '' &&
      one.fill < short &&
      one.text.length <= longest * 1.5;
    if (line.returns && line.returns.times >= 3 && !line.returns.counts && line.text.length <= longest)
      votes.push(
        { for: 'line', weight: 'refrain' },
        { for: 'heading', weight: 'comesBack' },
        { for: 'title', weight: 'comesBack' },
      );
    if (keyedLine.test(line.text) && line.ends === 'open' && isShort(line, at))
      votes.push({ for: 'line', weight: 'keyed' });
    if (!isShort(line, at)) return votes;
    let from = at;
    while (isShort(lines[from - 1], from - 1)) from--;
    let to = at;
    while (isShort(lines[to + 1], to + 1)) to++;
    if (to - from + 1 >= fewestVerses) votes.push({ for: 'line', weight: 'amongShort' });
    const [above, below] = [lines[at - 1], lines[at + 1]];
    const alone = to === from || (at === to && line.blankBefore > 0);
    const wordsOnly = line.text.length <= longest && !marks.test(line.text) && line.han >= 2;
    if (
      wordsOnly &&
      alone &&
      above?.ends === 'sentence' &&
      below &&
      (below.fill >= 0.9 || below.ends === 'sentence') &&
      isLineByLine(survey)
    ) {
      votes.push({ for: 'heading', weight: 'shortWithoutMark' }, { for: 'heading', weight: 'headsParagraph' });
    }
    return votes;
  },
};
