/** A short line far in, alone between empty lines and above text, heads that text. */
import type { Line } from '../../lines/line.js';
import type { Witness } from '../role.js';

/** Less may be the indent of a quotation or of verse, em. */
const leastIndent = 6;
/** Of the measure: what ends farther to the right is a signature. */
const rightmost = 0.8;
const longest = 30;
/** Lines within which an opening stands. */
const longestOpening = 12;

export const centred: Witness = {
  name: 'centred',
  read(line, at, { lines, survey }) {
    const [above, below] = [lines[at - 1], lines[at + 1]];
    if (!isFarIn(line) || line.ends !== 'open' || line.text.length > longest || line.han < 1) return [];
    // title and names stand so, too
    if (at < longestOpening && !lines.slice(0, at).some(({ ends }) => ends === 'sentence')) return [];
    const endsAt = line.indent + line.fill * survey.bodyWidth;
    if (survey.bodyWidth === 0 || endsAt > survey.bodyWidth * rightmost) return [];
    const alone = line.blankBefore > 0 && below !== undefined && below.blankBefore > 0;
    const headsText = below !== undefined && !isFarIn(below) && below.han > line.han;
    return alone && headsText && !(above && isFarIn(above)) ? [{ for: 'heading', weight: 'centred' }] : [];
  },
};

const isFarIn = (line: Line): boolean => line.indent >= leastIndent;
