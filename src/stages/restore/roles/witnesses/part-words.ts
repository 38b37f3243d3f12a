/** Words that head a part: 楔子, 番外 灰猫, 后记, 结语. */
import { withoutBlanks } from '../../../../vocabulary/characters.js';
import { titledParts, unnumberedHeadings } from '../../../../vocabulary/headings.js';
import type { Witness } from '../role.js';

export const partWords: Witness = {
  name: 'part-words',
  read: ({ text }) =>
    unnumberedHeadings.test(withoutBlanks(text)) || titledParts.test(text)
      ? [{ for: 'heading', weight: 'partWords' }]
      : [],
};
