/** The number that a heading opens with, in a text whose gaps were measured: there 一　引言 is as certain as 一、引言. */
import { headingNumeralOf, type HeadingNumeral } from '../../../vocabulary/headings.js';
import { chineseDigits, chineseValue } from '../../../vocabulary/numerals.js';

const spacedNumeral: HeadingNumeral = {
  name: '一　',
  rank: 5,
  pattern: new RegExp(`^([${chineseDigits}]{1,3})[ \\u3000]+(?=[\\p{L}“《「『])`, 'u'),
  valueOf: chineseValue,
};

/** @param line without blanks at its ends */
export function sectionNumberOf(line: string): HeadingNumeral | undefined {
  return headingNumeralOf(line) ?? (spacedNumeral.pattern.test(line) ? spacedNumeral : undefined);
}
