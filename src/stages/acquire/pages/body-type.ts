/** The type of the running text: glyphs of all pages in, their usual size and font out. */
import type { Glyph } from '../pdf/types.js';
import { mostly } from './rows.js';

/** Sizes are counted in steps of a quarter of a point. */
const step = 0.25;
/** Share of a page's signs from which a size may be that of its text. */
const leastShare = 0.25;
/** Notes may outweigh the text on half of the pages: the largest size that has this share of the best vote is the text's. */
const leastVotes = 0.5;

/** @param pages level glyphs of each page */
export function bodySize(pages: readonly (readonly Glyph[])[]): number {
  const votes = new Map<number, number>();
  for (const glyphs of pages) {
    if (glyphs.length < 20) continue;
    const sizes = new Map<number, number>();
    for (const { size } of glyphs) {
      const key = Math.round(size / step) * step;
      sizes.set(key, (sizes.get(key) ?? 0) + 1);
    }
    for (const [size, count] of sizes)
      if (count > leastShare * glyphs.length) votes.set(size, (votes.get(size) ?? 0) + 1);
  }
  const most = Math.max(0, ...votes.values());
  if (most === 0) return mostly(pages.flat(), ({ size }) => Math.round(size / step) * step) || 10;
  return Math.max(...[...votes].filter(([, count]) => count >= leastVotes * most).map(([size]) => size));
}

/** The font that most signs of a size are in. */
export function bodyFont(pages: readonly (readonly Glyph[])[], size: number): number {
  const votes = new Map<number, number>();
  for (const glyphs of pages) {
    for (const glyph of glyphs) {
      if (Math.abs(glyph.size - size) <= 0.06 * size) votes.set(glyph.font, (votes.get(glyph.font) ?? 0) + 1);
    }
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
