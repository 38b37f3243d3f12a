/** Numbers that head: 第一章, 001、, 一 … counting up; those of a list do not. */
import { numeralOf } from '../find-series.js';
import type { Witness } from '../role.js';

/** Ranks of the systems that number nothing but the parts of a book: 第一编, 第一章, 第一节. */
const lowestOfBook = 3;

export const headingNumeral: Witness = {
  name: 'heading-numeral',
  read(line, at, { series, listAt }) {
    const numeral = numeralOf(line);
    // the parts of a list of references are its own
    if (!numeral || (at > listAt && numeral.rank > lowestOfBook)) return [];
    const place = series.get(at);
    const ofBook = numeral.rank <= lowestOfBook;
    return [
      { for: 'heading', weight: ofBook ? 'chapterNumeral' : 'sectionNumeral' },
      ...(place && place.members > 1 ? [{ for: 'heading', weight: 'seriesMember' } as const] : []),
      ...(place?.inList && !ofBook ? [{ for: 'heading', weight: 'seriesList' } as const] : []),
    ];
  },
};
