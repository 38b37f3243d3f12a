/** How a line ends: a heading or a title ends no sentence and no clause. */
import type { LineRole, Vote, Witness } from '../role.js';

const headlines: LineRole[] = ['heading', 'title', 'subtitle', 'byline'];

export const lineEnd: Witness = {
  name: 'line-end',
  read(line) {
    // ？ and ！ end headings, too
    const ends = line.ends === 'sentence' && !/[？！?!]["”’」』）)]?$/u.test(line.text) && !/[）)]$/u.test(line.text);
    const inside = /[。；]./u.test(line.text);
    if (!ends && !inside && line.ends !== 'clause' && line.ends !== 'colon') return [];
    return headlines.map((role): Vote => ({ for: role, weight: ends || inside ? 'endsSentence' : 'endsClause' }));
  },
};
