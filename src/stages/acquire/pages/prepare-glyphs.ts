/** Sorts the glyphs of a page: what is to be read, blanks, what is drawn twice, what lies outside the page, what is turned. */
import type { Glyph } from '../pdf/types.js';
import { signFacts } from './sign-facts.js';

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
/** Fewer printed signs are a stamp or a folio. */
const fewestPrinted = 50;

/** @param page its size in pt */
export function prepareGlyphs(glyphs: readonly Glyph[], page: { width: number; height: number }): PreparedGlyphs {
  const prepared: PreparedGlyphs = { level: [], blanks: [], turned: [], duplicates: [], outside: [] };
  const seen = new SeenGlyphs();
  const secondLayer = hasSecondLayer(glyphs);
  for (const glyph of glyphs) {
    const { isBlank, plain } = signFacts(glyph.text);
    if (isBlank) prepared.blanks.push(glyph);
    else if (isOutside(glyph, page)) prepared.outside.push(glyph);
    // forms of one character are the same sign
    else if ((secondLayer && glyph.hidden) || seen.isTwin(glyph, plain)) prepared.duplicates.push(glyph);
    else if (glyph.turned) prepared.turned.push(glyph);
    else prepared.level.push(glyph);
  }
  return prepared;
}

function hasSecondLayer(glyphs: readonly Glyph[]): boolean {
  const signs = (ofLayer: boolean): number =>
    glyphs.filter(({ hidden, text }) => hidden === ofLayer && !signFacts(text).isBlank).length;
  if (!glyphs.some((glyph) => glyph.hidden)) return false;
  const [printed, hidden] = [signs(false), signs(true)];
  return hidden > 0 && printed > layerShare * hidden && printed > fewestPrinted;
}

function isOutside({ x, right, y, size }: Glyph, page: { width: number; height: number }): boolean {
  return right < 0 || x > page.width || y < 0 || y - 0.8 * size > page.height;
}

/** The glyphs of a page by what they stand for and by squares of the page. */
class SeenGlyphs {
  private readonly squares = new Map<string, Map<number, Glyph[]>>();

  /** Stands the same sign here already? Else it is kept in mind. */
  isTwin(glyph: Glyph, plain: string): boolean {
    const { x, y, size } = glyph;
    const squares = this.squaresOf(plain);
    const reach = nearestTwins * size;
    const [left, right] = [squareOf(x - reach), squareOf(x + reach)];
    const [top, bottom] = [squareOf(y - reach), squareOf(y + reach)];
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        const others = squares.get(column * mostRows + row);
        if (others?.some((other) => Math.abs(other.x - x) <= reach && Math.abs(other.y - y) <= reach)) return true;
      }
    }
    const here = squareOf(x) * mostRows + squareOf(y);
    const own = squares.get(here);
    if (own) own.push(glyph);
    else squares.set(here, [glyph]);
    return false;
  }

  private squaresOf(plain: string): Map<number, Glyph[]> {
    let squares = this.squares.get(plain);
    if (!squares) this.squares.set(plain, (squares = new Map<number, Glyph[]>()));
    return squares;
  }
}

/** Side of a square, pt. */
const square = 16;
/** A page has fewer rows of squares. */
const mostRows = 65_536;

const squareOf = (place: number): number => Math.floor(place / square);
