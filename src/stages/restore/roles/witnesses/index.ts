/** All witnesses; their order does not matter. */
import type { Witness } from '../role.js';
import { centred } from './centred.js';
import { headingNumeral } from './heading-numeral.js';
import { headingRest } from './heading-rest.js';
import { length } from './length.js';
import { lineEnd } from './line-end.js';
import { names } from './names.js';
import { opening } from './opening.js';
import { partWords } from './part-words.js';
import { said } from './said.js';
import { sentenceAround } from './sentence-around.js';
import { shortLines } from './short-lines.js';

export const witnesses: readonly Witness[] = [
  centred,
  headingNumeral,
  headingRest,
  length,
  lineEnd,
  names,
  opening,
  partWords,
  said,
  sentenceAround,
  shortLines,
];
