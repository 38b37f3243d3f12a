/**
 * A page as it was read in, what is kept of it until all pages are known out: its glyphs sorted and packed, its numbers.
 */
import type { Box } from '../pdf/matrix.js';
import { PackedGlyphs } from '../pdf/packed-glyphs.js';
import type { ReadPage } from '../pdf/read-page.js';
import type { Stroke } from '../pdf/types.js';
import { tallyOf, type PageTally } from './page-tally.js';
import { prepareGlyphs } from './prepare-glyphs.js';

/** A page before its lines are made. */
export interface PreparedPage {
  /** In the file, from 1. */
  number: number;
  /** pt */
  width: number;
  height: number;
  strokes: Stroke[];
  pictures: Box[];
  /** Level glyphs that print, each once. */
  level: PackedGlyphs;
  blanks: PackedGlyphs;
  /** Signs that are not read. */
  turned: string;
  duplicates: string;
  outside: string;
  tally: PageTally;
}

export function preparePage(page: ReadPage & { number: number }): PreparedPage {
  const { level, blanks, turned, duplicates, outside } = prepareGlyphs(page.glyphs, page);
  const { number, width, height, strokes, pictures } = page;
  const textOf = (glyphs: typeof turned): string => glyphs.map(({ text }) => text).join('');
  return {
    number,
    width,
    height,
    strokes,
    pictures,
    level: new PackedGlyphs(level),
    blanks: new PackedGlyphs(blanks),
    turned: textOf(turned),
    duplicates: textOf(duplicates),
    outside: textOf(outside),
    tally: tallyOf(level, turned),
  };
}
