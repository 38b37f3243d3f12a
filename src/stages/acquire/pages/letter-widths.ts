/**
 * How wide the letters of fullwidth fonts are: counts of all pages in, widths by font and letter out.
 *
 * Files of Chinese typesetting systems set Latin in fonts whose letters claim a square each, and move each letter back to
 * where the one before it ends. How far apart the letters of words mostly stand tells how wide they are; from there on a gap
 * is a gap again.
 */
import type { FontTally } from './page-tally.js';

/** Widths in em. */
export type LetterWidths = ReadonlyMap<number, ReadonlyMap<string, number>>;

/** Fewer neighbours of a letter tell nothing. */
const fewest = 8;
/** This share of the neighbours of a letter stand within its word. */
const withinWord = 0.4;
/** A letter whose next one mostly stands a square away is as wide as it says. */
const widest = 0.9;

export function letterWidths(fonts: ReadonlyMap<number, FontTally>): LetterWidths {
  const widths = new Map<number, Map<string, number>>();
  for (const [font, { advances }] of fonts) {
    const own = new Map<string, number>();
    for (const [letter, all] of advances) {
      // behind marks words part
      if (all.length < fewest || !/^[\p{L}\p{N}]$/u.test(letter)) continue;
      const width = all.sort((a, b) => a - b)[Math.floor(withinWord * all.length)]!;
      if (width < widest) own.set(letter, width);
    }
    if (own.size > 0) widths.set(font, own);
  }
  return widths;
}
