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
  const seen = new SeenGlyphs();
  const printed = glyphs.reduce((count, { hidden, text }) => count + (hidden || text.trim() === '' ? 0 : 1), 0);
  const hidden = glyphs.reduce((count, glyph) => count + (glyph.hidden && glyph.text.trim() !== '' ? 1 : 0), 0);
  const secondLayer = hidden > 0 && printed > layerShare * hidden && printed > 50;
  for (const glyph of glyphs) {
    if (/^[\s\u3000\u200B]*$/u.test(glyph.text)) prepared.blanks.push(glyph);
    else if (isOutside(glyph, page)) prepared.outside.push(glyph);
    else if ((secondLayer && glyph.hidden) || seen.isTwin(glyph)) prepared.duplicates.push(glyph);
    else if (glyph.turned) prepared.turned.push(glyph);
    else prepared.level.push(glyph);
  }
  return prepared;
}

function isOutside({ x, right, y, size }: Glyph, page: { width: number; height: number }): boolean {
  return right < 0 || x > page.width || y < 0 || y - 0.8 * size > page.height;
}

/** The glyphs of a page by what they stand for and by squares of the page. */
class SeenGlyphs {
  private readonly squares = new Map<string, Map<number, Glyph[]>>();

  /** Stands the same sign here already? Else it is kept in mind. */
  isTwin(glyph: Glyph): boolean {
    const { x, y, size } = glyph;
    const squares = this.squaresOf(glyph.text);
    const reach = nearestTwins * size;
    const [column, row] = [Math.round(x / square), Math.round(y / square)];
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const others = squares.get((column + dx) * mostRows + row + dy);
        if (others?.some((other) => Math.abs(other.x - x) <= reach && Math.abs(other.y - y) <= reach)) return true;
      }
    }
    const here = squares.get(column * mostRows + row);
    if (here) here.push(glyph);
    else squares.set(column * mostRows + row, [glyph]);
    return false;
  }

  /** Forms of one character are the same sign. */
  private squaresOf(text: string): Map<number, Glyph[]> {
    const known = this.squares.get(text);
    if (known) return known;
    const plain = text.normalize('NFKC');
    const squares = this.squares.get(plain) ?? new Map<number, Glyph[]>();
    this.squares.set(plain, squares);
    this.squares.set(text, squares);
    return squares;
  }
}

/** Side of a square, pt. */
const square = 8;
/** A page has fewer rows of squares. */
const mostRows = 65_536;
