/** The words of Latin letters and digits in a text, those of addresses left out: a text in, words with their places out. */
import { foreignSpans } from '../clean/edits.js';

/** A word and where it begins. */
export interface LatinToken {
  word: string;
  start: number;
}

const token = /(?<![\p{Script=Latin}\d])[\p{Script=Latin}\d]{3,}(?![\p{Script=Latin}\d])/gu;

const foreignStart = /:\/\/|www\.|[@`<&\]]/;

/** In order; words of three letters and more. */
export function latinTokens(text: string): LatinToken[] {
  const foreign = foreignStart.test(text) ? foreignSpans(text) : [];
  let i = 0;
  return Array.from(text.matchAll(token), ({ 0: word, index }) => ({ word, start: index })).filter(({ start }) => {
    while (foreign[i] && foreign[i]!.end <= start) i++;
    return !foreign[i] || foreign[i]!.start > start;
  });
}
