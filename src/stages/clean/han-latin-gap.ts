/**
 * Take out the spaces between Han and Latin letters or digits: the gap is the layout's, not the text's.
 *
 * Damage: some pages read 历经 75 年 and others 历经75年.
 * Evidence: a space between Han or Chinese punctuation and a letter or digit (clreq §3.2 gives the gap to the typesetter).
 * Leaves alone: Markdown signs at a line's start, spaces within Latin, URLs.
 *
 * @example
 *   before: 历经 75 年的 CICA 会议
 *   after:  历经75年的CICA会议
 */
import { cleanRule } from '../../diagnostics/index.js';
import { circled, han, hanPunctuation, latin } from '../../vocabulary/characters.js';
import { headingNumeralOf } from '../../vocabulary/headings.js';
import { captionPattern, labelOf } from '../../vocabulary/labels.js';
import { replaceEach } from './edits.js';

const wide = `${han}${hanPunctuation.replace('…', '').replace('—', '').replace('“', '').replace('‘', '').replace('”', '').replace('’', '')}${circled}`;
const gap = new RegExp(
  `(?<=[${wide}])[ \\u00A0]+(?=[${latin}\\d%$€£])|(?<=[${latin}\\d%])[ \\u00A0]+(?=[${wide}])|(?<=[${han}])[ ]+(?=[/／] *[${han}])|(?<=[${han}] *[/／])[ ]+(?=[${han}])`,
  'gu',
);

const longestHeading = 40;

export const hanLatinGap = cleanRule({
  name: 'han-latin-gap',
  touches: 'spacing',
  propose: (text, { kind }) =>
    replaceEach(text, gap, (match) => {
      // wider than any gap within a sentence: it parts the cells of a line
      if (match[0].length >= 3 && kind !== 'spaced' && kind !== 'caj') return undefined;
      const start = text.lastIndexOf('\n', match.index) + 1;
      const before = text.slice(start, match.index);
      if (/^\s*[#\-*+>|]+\s*[\d.]*$/.test(before)) return undefined; // a list or contents number
      const end = text.indexOf('\n', match.index);
      const line = text.slice(start, end < 0 ? undefined : end);
      if (isNumberOfHeading(before, line.slice(before.length))) return undefined;
      return ['keywords', 'article-id'].includes(labelOf(line)?.part ?? '') || captionPattern.test(line.trim())
        ? undefined
        : '';
    }),
});

/** 1  引言, 2.1  版面分析: the gap is all that tells the number of a heading from one that counts (75 年). */
function isNumberOfHeading(before: string, rest: string): boolean {
  const words = rest.trimStart();
  return (
    /^[\s　]*(?:§\s*)?\d{1,2}(?:[.．]\d{1,2}){0,3}$/u.test(before) &&
    words.length <= longestHeading &&
    !/[，。；…]|\.{3}/u.test(words) &&
    headingNumeralOf(`${before.trim()} ${words}`) !== undefined
  );
}
