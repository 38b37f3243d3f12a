/**
 * Fonts without a character map: glyphs of sound pages in, the same with □ for what nobody can name, and what the file
 * said in its place out. A title of a font without a map is a line of signs that are to be typed, and no garbage.
 */
import type { FontFacts, Glyph } from '../pdf/types.js';

/** A font whose letters are Han by this share says what they are after all. */
const leastHan = 0.5;

/** @param pages level glyphs of each page; @returns by page, what is read and what its signs were said to be */
export function withoutGarbage(
  pages: readonly (readonly Glyph[])[],
  fonts: readonly FontFacts[],
): { level: Glyph[]; unmapped: Glyph[] }[] {
  const seen = fonts.map(() => ({ han: 0, all: 0 }));
  for (const { font, text } of pages.flat()) {
    const count = seen[font];
    if (!count || text.trim() === '') continue;
    count.all++;
    if (/\p{Script=Han}/u.test(text)) count.han++;
  }
  const isGarbage = ({ font }: Glyph): boolean =>
    fonts[font]?.lacksMap === true && seen[font]!.han < leastHan * seen[font]!.all;
  return pages.map((level) => ({
    level: level.map((glyph) => (isGarbage(glyph) ? { ...glyph, text: '□' } : glyph)),
    unmapped: level.filter(isGarbage),
  }));
}
