/**
 * Fonts that map their glyphs to wrong characters: glyphs of all pages in, indices of such fonts out.
 *
 * A page of names may have few common characters; the font of a whole text never has.
 */
import { commonHan } from '../../../vocabulary/common-han.js';
import type { Glyph } from '../pdf/types.js';

/** In any Chinese prose the characters of `commonHan` make up four times as much of the Han. */
const leastCommon = 0.12;
/** Fewer Han may be a list of names. */
const fewestHan = 600;

/** @param pages level glyphs of each page */
export function brokenFonts(pages: readonly (readonly Glyph[])[]): Set<number> {
  const tallies = new Map<number, { han: number; common: number }>();
  for (const glyphs of pages) {
    for (const { font, text } of glyphs) {
      if (!/^\p{Script=Han}$/u.test(text)) continue;
      const tally = tallies.get(font) ?? { han: 0, common: 0 };
      tallies.set(font, tally);
      tally.han++;
      if (commonHan.has(text)) tally.common++;
    }
  }
  return new Set(
    [...tallies].filter(([, { han, common }]) => han >= fewestHan && common < leastCommon * han).map(([font]) => font),
  );
}
