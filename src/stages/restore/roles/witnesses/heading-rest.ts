/** The title of a part below its number: 第一回 and on the next line 风雪夜. */
import { numeralOf } from '../find-series.js';
import { headingNumerals } from '../../../../vocabulary/headings.js';
import type { Witness } from '../role.js';

const longest = 30;
/** Ranks of the numbers of chapters. */
const lowestOfBook = 3;

export const headingRest: Witness = {
  name: 'heading-rest',
  read(line, at, { lines }) {
    const above = lines[at - 1];
    const numeral = above && numeralOf(above);
    if (!numeral || numeral.rank > lowestOfBook || line.text.length > longest || line.blankBefore > 0) return [];
    const { pattern } = headingNumerals.find(({ name }) => name === numeral.system) ?? {};
    const bare = pattern !== undefined && above.text.replace(pattern, '').trim() === '';
    const below = lines[at + 1];
    const heads = below !== undefined && below.blankBefore > 0;
    return bare && heads && line.ends === 'open' && !numeralOf(line) && line.indent < 2
      ? [{ for: 'heading', weight: 'secondOfHeading' }]
      : [];
  },
};
