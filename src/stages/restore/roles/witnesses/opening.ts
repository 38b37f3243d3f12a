/** The first lines of a text: its title, and what stands about it. */
import { isLineByLine } from '../../../clean/survey.js';
import { withoutBlanks } from '../../../../vocabulary/characters.js';
import { columnLine, columnNames } from '../../../../vocabulary/columns.js';
import { loneNumeral, unnumberedHeadings } from '../../../../vocabulary/headings.js';
import { sourceLine } from '../../../../vocabulary/masthead.js';
import { numeralOf } from '../find-series.js';
import type { Vote, Witness } from '../role.js';

/** Of the measure, what a line fills that was cut by the margin. */
const cutByMargin = 0.75;
/** Lines within which an opening stands. */
const longestOpening = 8;

export const opening: Witness = {
  name: 'opening',
  read(line, at, { lines, fixed, survey }) {
    if (at >= longestOpening)
      return (['title', 'subtitle', 'byline', 'source', 'column'] as const).map((role) => ({
        for: role,
        weight: 'belowTop',
      }));
    const votes: Vote[] = [];
    const [below, above] = [lines[at + 1], lines[at - 1]];
    const numbered = numeralOf(line) !== undefined || unnumberedHeadings.test(withoutBlanks(line.text));
    if (sourceLine.test(line.text)) votes.push({ for: 'source', weight: 'saysSource' });
    if (/^(?:——|—|--)/u.test(line.text) || (/^[（(][^（）()]{2,40}[）)]$/u.test(line.text) && above && at <= 2))
      votes.push({ for: 'subtitle', weight: 'dash' });
    const words = withoutBlanks(line.text);
    if (columnLine.test(words) || columnNames.test(words)) votes.push({ for: 'column', weight: 'namesColumn' });
    const opens = line.opens.some(({ kind }) => kind === 'caption' || kind === 'note' || kind === 'star');
    if (opens || numbered || line.han + line.latin === 0) return votes;
    const isFirst = lines.slice(0, at).every(({ text }, i) => text === '' || fixed[i] || sourceLine.test(text));
    // 一 above the first section of a text without a title
    if (loneNumeral.test(withoutBlanks(line.text))) return votes;
    const clauses = /[，。；：、"]|[（(][^）)]*$/u.test(line.text);
    votes.push({ for: 'title', weight: isFirst && !clauses ? 'firstLine' : 'nearTop' });
    const runsOn = line.fill >= cutByMargin && below?.blankBefore === 0 && below.people < 0.5;
    if ((isLineByLine(survey) && runsOn) || /https?:|www\./u.test(line.text))
      votes.push({ for: 'title', weight: 'longForTitle' });
    if (below && below.people >= 0.5) votes.push({ for: 'title', weight: 'aboveByline' });
    if (below && (numeralOf(below) || unnumberedHeadings.test(withoutBlanks(below.text))))
      votes.push({ for: 'title', weight: 'aboveHeading' });
    if (isFirst && below && below.blankBefore > 0) votes.push({ for: 'title', weight: 'parted' });
    return votes;
  },
};
