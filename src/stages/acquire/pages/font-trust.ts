/**
 * Fonts whose characters are not those of the page: counts of all pages in, indices of such fonts out.
 *
 * A page of names may have few common characters; the font of a whole text never has.
 */
import type { FontTally } from './page-tally.js';

/** In any Chinese prose the characters of `commonHan` make up four times as much of the Han. */
const leastCommon = 0.12;
/** Fewer Han may be a list of names. */
const fewestHan = 600;
/** A font has so many Han, of which this share is as narrow as letters, before its map is distrusted. */
const fewestNarrow = 8;
const narrowShare = 0.6;
/** A font whose letters are Han by this share says what they are, though it has no map. */
const leastHan = 0.5;

/** Fonts that map their glyphs to wrong characters. */
export function brokenFonts(fonts: ReadonlyMap<number, FontTally>): Set<number> {
  return matching(fonts, ({ han, common }) => han >= fewestHan && common < leastCommon * han);
}

/** Fonts that say what their letters stand for while their widths say otherwise: Han as narrow as letters are no Han. */
export function distrustedFonts(fonts: ReadonlyMap<number, FontTally>): Set<number> {
  return matching(fonts, ({ han, narrow }) => han >= fewestNarrow && narrow > narrowShare * han);
}

/** Of fonts without a character map, those whose signs nobody can name. */
export function unnamedFonts(
  fonts: ReadonlyMap<number, FontTally>,
  facts: readonly { lacksMap?: boolean }[],
): Set<number> {
  return matching(fonts, ({ all, han }, font) => facts[font]?.lacksMap === true && han < leastHan * all);
}

function matching(
  fonts: ReadonlyMap<number, FontTally>,
  test: (tally: FontTally, font: number) => boolean,
): Set<number> {
  return new Set([...fonts].filter(([font, tally]) => test(tally, font)).map(([font]) => font));
}
