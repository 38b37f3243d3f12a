/** Sorts the glyphs of a page: what is to be read, blanks, what is drawn twice, what lies outside the page, what is turned. */
import type { Glyph } from '../pdf/types.js';

/** The glyphs of a page by what becomes of them. */
export interface PreparedGlyphs {
  /** Level ones that print, each once. */
  level: Glyph[];
  /** Blanks: they say where words part. */
  blanks: Glyph[];
  /** Turned by any angle, or set from top to bottom. */
  turned: Glyph[];
  /** The same sign at the same place again: false bold, shadows, a second text layer. */
  duplicates: Glyph[];
  outside: Glyph[];
}

/** Two equal signs nearer than this (em) are one that was drawn twice; two l stand a fifth of an em apart. */
const nearestTwins = 0.13;
/** A layer without ink over as much printed text is a second copy of it. */
const layerShare = 0.5;

/** @param page its size in pt */
export function prepareGlyphs(glyphs: readonly Glyph[], page: { width: number; height: number }): PreparedGlyphs {
  const prepared: PreparedGlyphs = { level: [], blanks: [], turned: [], duplicates: [], outside: [] };
  const seen = new Map<string, Glyph[]>();
  const printed = glyphs.reduce((count, { hidden, text }) => count + (hidden || text.trim() === '' ? 0 : 1), 0);
  const hidden = glyphs.reduce((count, glyph) => count + (glyph.hidden && glyph.text.trim() !== '' ? 1 : 0), 0);
  const secondLayer = hidden > 0 && printed > layerShare * hidden && printed > 50;
  for (const glyph of glyphs) {
    if (/^[\s\u3000\u200B]*$/u.test(glyph.text)) prepared.blanks.push(glyph);
    else if (isOutside(glyph, page)) prepared.outside.push(glyph);
    else if ((secondLayer && glyph.hidden) || isTwin(glyph, seen)) prepared.duplicates.push(glyph);
    else if (glyph.turned) prepared.turned.push(glyph);
    else prepared.level.push(glyph);
  }
  return prepared;
}

function isOutside({ x, right, y, size }: Glyph, page: { width: number; height: number }): boolean {
  return right < 0 || x > page.width || y < 0 || y - 0.8 * size > page.height;
}

function isTwin(glyph: Glyph, seen: Map<string, Glyph[]>): boolean {
  const { x, y, size } = glyph;
  const text = glyph.text.normalize('NFKC');
  const reach = nearestTwins * size;
  const [column, row] = [Math.round(x / 8), Math.round(y / 8)];
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) {
      const others = seen.get(`${text}${column + dx},${row + dy}`);
      if (others?.some((other) => Math.abs(other.x - x) <= reach && Math.abs(other.y - y) <= reach)) return true;
    }
  }
  const key = `${text}${column},${row}`;
  const here = seen.get(key);
  if (here) here.push(glyph);
  else seen.set(key, [glyph]);
  return false;
}
