/**
 * Finds the gutters between columns: rows of each page in, the gutters that it shows out; then those that hold.
 *
 * A gutter is an upright strip that hardly a row crosses and that has text on both sides. One page may show such a strip
 * by chance, in a table or a list of names, so it counts only where many pages have it.
 */
import type { Row } from './rows.js';

/** An upright strip without text, pt. */
export interface Gutter {
  middle: number;
  width: number;
}

/** The strip is looked for in steps of this many pt. */
const step = 2;
/** Share of the text that may cross a gutter: titles, wide tables, notes over both columns. */
const mostCrossing = 0.25;
/** Share of the text that stands on each side at least. */
const leastSide = 0.2;
/** A page of fewer rows shows no gutter. */
const fewestRows = 8;
/** Share of the pages that must have it. */
const leastPages = 0.3;
/** Gutters of two pages are the same when they differ by no more, pt: left and right pages differ. */
const drift = 24;

/** @param pages of each page the gutters that it shows by itself, and its rows of the size of the text */
export function acceptGutters(
  pages: readonly { gutters: readonly Gutter[]; texts: number }[],
): (Gutter[] | undefined)[] {
  const withText = pages.filter(({ texts }) => texts >= fewestRows).length;
  const all = pages.flatMap(({ gutters }, page) => gutters.map((gutter) => ({ ...gutter, page })));
  const accepted = all.filter(({ middle }) => {
    const having = new Set(all.filter((other) => Math.abs(other.middle - middle) <= drift).map(({ page }) => page))
      .size;
    return having >= Math.max(1, leastPages * withText);
  });
  if (accepted.length === 0) return pages.map(() => undefined);
  return pages.map((_, page) => {
    const here = accepted.filter((gutter) => gutter.page === page);
    if (here.length > 0) return here;
    // a page of tables or of one column: its gutter is that of the nearest page of the same side
    const near = nearest(accepted, page);
    return accepted.filter((gutter) => gutter.page === near);
  });
}

function nearest(gutters: readonly { page: number }[], page: number): number {
  let best = gutters[0]!.page;
  const distance = (other: number): number => Math.abs(other - page) + ((other - page) % 2 === 0 ? 0 : 1.5);
  for (const { page: other } of gutters) if (distance(other) < distance(best)) best = other;
  return best;
}

/**
 * Gutters that a page shows by itself.
 *
 * @param width of the page, pt
 * @param rows that have about the size of the text
 */
export function guttersOf(width: number, rows: readonly Row[]): Gutter[] {
  if (rows.length < fewestRows) return [];
  const inksOfRows = rows.map(inkOf);
  const inks = inksOfRows.flat();
  const total = inks.reduce((sum, [x, right]) => sum + right - x, 0);
  if (total === 0) return [];
  const gutters: { from: number; to: number }[] = [];
  for (let at = width * 0.2; at < width * 0.8; at += step) {
    let crossing = 0;
    let left = 0;
    let right = 0;
    for (const [x, end] of inks) {
      if (x < at - 1 && end > at + 1) crossing += end - x;
      else if (end <= at + 1) left += end - x;
      else right += end - x;
    }
    if (crossing > mostCrossing * total || left < leastSide * total || right < leastSide * total) continue;
    if (!divides(rows, inksOfRows, at)) continue;
    const last = gutters.at(-1);
    if (last && at - last.to <= step) last.to = at;
    else gutters.push({ from: at, to: at });
  }
  return gutters.map(({ from, to }) => ({ middle: (from + to) / 2, width: to - from + step }));
}

/**
 * Do most rows that have text on both sides of a place leave it free? Columns may have lines of their own heights: then
 * rows of one side stand beside those of the other.
 */
function divides(rows: readonly Row[], inks: readonly Ink[][], at: number): boolean {
  let free = 0;
  let both = 0;
  let last: { row: Row; isLeft: boolean; paired: boolean } | undefined;
  for (const [i, row] of rows.entries()) {
    const isLeft = row.right <= at + 1;
    if (isLeft || row.x >= at - 1) {
      const paired = last !== undefined && last.isLeft !== isLeft && row.y - last.row.y < 0.8 * row.size;
      if (paired && !last!.paired) {
        both++;
        free++;
      }
      last = { row, isLeft, paired };
      continue;
    }
    both++;
    if (!inks[i]!.some(([x, right]) => x < at - 1 && right > at + 1)) free++;
  }
  return both >= 6 && free >= 0.6 * both;
}

/** A stretch of a row without a gap of more than nine tenths of an em. */
type Ink = [x: number, right: number];

function inkOf(row: Row): Ink[] {
  const stretches: Ink[] = [];
  for (const glyph of row.glyphs) {
    const { x } = glyph;
    const right = inkRight(glyph);
    const last = stretches.at(-1);
    if (last && x - last[1] < 0.9 * row.size) last[1] = Math.max(last[1], right);
    else stretches.push([x, right]);
  }
  return stretches;
}

/**
 * Parts a row at the gutters that it leaves free.
 *
 * @returns pieces with their column: 0, 1 … from the left, -1 for what crosses a gutter
 */
export function splitAtGutters(row: Row, gutters: readonly Gutter[]): { row: Row; column: number }[] {
  let rest = row.glyphs;
  const parts: { row: Row; column: number }[] = [];
  const cuts = gutters.filter((gutter) => isFree(row, gutter) && !isAcross(row, gutter, gutters));
  for (const { middle } of cuts) {
    const isLeft = (glyph: Row['glyphs'][number]): boolean =>
      (glyph.x + glyph.right) / 2 < middle || inkRight(glyph) <= middle + 2;
    const left = rest.filter(isLeft);
    rest = rest.filter((glyph) => !isLeft(glyph));
    if (left.length > 0) parts.push(part(row, left, gutters));
  }
  if (rest.length > 0) parts.push(part(row, rest, gutters));
  return parts;
}

function part(row: Row, glyphs: Row['glyphs'], gutters: readonly Gutter[]): { row: Row; column: number } {
  const x = glyphs.reduce((least, glyph) => Math.min(least, glyph.x), Infinity);
  const right = glyphs.reduce((most, glyph) => Math.max(most, glyph.right), -Infinity);
  const crosses = gutters.some(({ middle }) => x < middle - 2 && right > middle + 2);
  const column = crosses ? -1 : gutters.filter(({ middle }) => (x + right) / 2 > middle).length;
  return { row: { ...row, glyphs, x, right }, column };
}

/** Names below a title stand in the middle of the page, a gap between each two: it may lie over the gutter. */
function isAcross(row: Row, { middle }: Gutter, gutters: readonly Gutter[]): boolean {
  if (gutters.length > 1) return false;
  const [left, right] = [middle - row.x, row.right - middle];
  const narrow = row.right - row.x < 0.45 * (2 * middle);
  return left > 0 && right > 0 && narrow && Math.abs(left - right) < row.size;
}

/** A mark that hangs out of its column has its ink in its left half. */
function inkRight({ text, x, right, size }: Row['glyphs'][number]): number {
  return right - x > 0.8 * size && /[，。、；：！？）》」』】]/u.test(text) ? x + 0.5 * size : right;
}

/** Nothing of the row stands in the gutter, and the gap there is wider than one between words. */
function isFree(row: Row, { middle, width }: Gutter): boolean {
  let left = -Infinity;
  let right = Infinity;
  for (const glyph of row.glyphs) {
    if (inkRight(glyph) <= middle + 2) left = Math.max(left, inkRight(glyph));
    else if (glyph.x >= middle - 2) right = Math.min(right, glyph.x);
    else return false;
  }
  return right - left >= Math.max(0.8 * row.size, 0.5 * width);
}
