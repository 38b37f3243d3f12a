/**
 * Puts the glyphs of a page into rows: what shares a baseline, with the small signs raised above it or lowered below.
 *
 * Glyphs come in the order in which they were drawn, which is not the order of reading: marks and Latin letters often
 * come last, and half a point off the baseline.
 */
import { circledNumeral } from '../../../vocabulary/numerals.js';
import type { Glyph } from '../pdf/types.js';
import { signFacts } from './sign-facts.js';

/** Glyphs on one baseline, from left to right. */
export interface Row {
  x: number;
  right: number;
  /** Baseline of most. */
  y: number;
  /** Size of most, pt. */
  size: number;
  glyphs: Glyph[];
}

/** Farther from a row's baseline than this (em) a glyph is on another one: half of the lowest raise of a note mark. */
const baselineTolerance = 0.22;
/** Glyphs of one row do not differ more in size; a note mark is at least this much smaller than its line. */
const sizeRatio = 1.6;
/** How far the baseline of a raised or lowered sign may be from that of its line, em of the line. */
const highest = 0.9;
const lowest = 0.45;
/** A raised sign stands this near to its line (em). */
const nearby = 1.2;
/** A raised mark has no more signs: (12), [123], ㊿ and tones of four digits. */
const longestRaised = 8;
/** A raised sign is smaller than its line by this factor. */
const raisedRatio = 1.12;

/** @param glyphs level ones without blanks */
export function rowsOf(glyphs: readonly Glyph[]): Row[] {
  const rows = clusters(chunksOf(glyphs));
  return attachRaised(rows)
    .map(tidy)
    .sort((a, b) => a.y - b.y || a.x - b.x);
}

/** Neighbours in drawing order that share baseline and size: most of a line in most files. */
function chunksOf(glyphs: readonly Glyph[]): Row[] {
  const chunks: Row[] = [];
  let last: Row | undefined;
  for (const glyph of glyphs) {
    const { size } = glyph;
    const goesOn =
      last &&
      Math.abs(last.y - glyph.y) <= 0.03 * size &&
      Math.abs(last.size - size) <= 0.03 * size &&
      glyph.x >= last.right - 0.7 * size &&
      glyph.x <= last.right + size;
    if (last && goesOn) {
      last.glyphs.push(glyph);
      last.right = Math.max(last.right, glyph.right);
    } else {
      last = { x: glyph.x, right: glyph.right, y: glyph.y, size, glyphs: [glyph] };
      chunks.push(last);
    }
  }
  return chunks;
}

function clusters(chunks: Row[]): Row[] {
  chunks.sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: Row[] = [];
  for (const chunk of chunks) {
    let row: Row | undefined;
    for (let i = rows.length - 1; i >= 0 && rows[i]!.y > chunk.y - chunk.size * sizeRatio; i--) {
      const other = rows[i]!;
      const large = Math.max(other.size, chunk.size);
      if (Math.abs(other.y - chunk.y) > baselineTolerance * large) continue;
      if (large > sizeRatio * Math.min(other.size, chunk.size)) continue;
      row = other;
      break;
    }
    if (row) join(row, chunk);
    else rows.push({ ...chunk, glyphs: [...chunk.glyphs] });
  }
  return rows;
}

/** The baseline and the size of a row stay those of its larger part. */
function join(row: Row, chunk: Row): void {
  const [own, more] = [row.glyphs.length, chunk.glyphs.length];
  row.y = (row.y * own + chunk.y * more) / (own + more);
  row.size = more > own ? chunk.size : row.size;
  row.x = Math.min(row.x, chunk.x);
  row.right = Math.max(row.right, chunk.right);
  row.glyphs.push(...chunk.glyphs);
}

/** Gives small signs above and below a line to it: the smallest first, so that a line that moves takes its marks along. */
function attachRaised(rows: Row[]): Row[] {
  const bySize = [...rows].sort((a, b) => a.size - b.size);
  for (const row of bySize) {
    // several marks may share one height: each goes to the line that it is next to
    const left: Glyph[] = [];
    for (const piece of pieces(row)) {
      const host = piece.glyphs.length <= longestRaised ? hostOf(piece, rows, row) : undefined;
      (host?.glyphs ?? left).push(...piece.glyphs);
    }
    row.glyphs = left;
  }
  return attachShifted(rows.filter((row) => row.glyphs.length > 0));
}

/** A letter of a logo that stands a little off the baseline, within a line that leaves a gap for it, is that line's. */
function attachShifted(rows: Row[]): Row[] {
  for (const row of rows) {
    if (row.glyphs.length > mostShifted) continue;
    const left: Glyph[] = [];
    for (const piece of pieces(row)) {
      const host = rows.find(
        (other) => other !== row && other.glyphs.length > 2 * piece.glyphs.length && leavesGap(other, piece),
      );
      (host?.glyphs ?? left).push(...piece.glyphs);
    }
    row.glyphs = left;
  }
  return rows.filter((row) => row.glyphs.length > 0);
}

/** Letters off the baseline come one or two at a time, a few in a line. */
const mostShifted = 12;
const farthestShift = 0.5;

function leavesGap(host: Row, piece: Row): boolean {
  const em = host.size;
  if (Math.abs(host.y - piece.y) > farthestShift * em || piece.size > 1.1 * em || piece.right - piece.x > 2.5 * em)
    return false;
  const left = host.glyphs.some((glyph) => Math.abs(glyph.right - piece.x) < 0.35 * em);
  const right = host.glyphs.some((glyph) => Math.abs(glyph.x - piece.right) < 0.35 * em);
  const clear = !host.glyphs.some((glyph) => glyph.x < piece.right - 0.3 * em && glyph.right > piece.x + 0.3 * em);
  return clear && left && (right || piece.x > host.right - 0.5 * em);
}

/** A row parted at gaps of more than two em. */
function pieces(row: Row): Row[] {
  if (row.glyphs.length > 400) return [row];
  const sorted = [...row.glyphs].sort((a, b) => a.x - b.x);
  const parts: Row[] = [];
  for (const glyph of sorted) {
    const last = parts.at(-1);
    if (last && glyph.x - last.right < 2 * glyph.size) {
      last.glyphs.push(glyph);
      last.right = Math.max(last.right, glyph.right);
    } else parts.push({ x: glyph.x, right: glyph.right, y: row.y, size: glyph.size, glyphs: [glyph] });
  }
  return parts;
}

/** [12], (3), 7, ⑫: a mark may be longer than the words before it that end a paragraph. */
function isMark({ glyphs }: Row): boolean {
  return /^(?:[[(（〔［]?\d{1,3}[\])）〕］]?|[①-⑳㉑-㉟㊱-㊿*＊]+)$/u.test(glyphs.map(({ text }) => text).join(''));
}

function hostOf(piece: Row, rows: readonly Row[], own: Row): Row | undefined {
  let best: Row | undefined;
  let nearest = Infinity;
  for (const host of rows) {
    if (host === own || host.size < piece.size * raisedRatio) continue;
    if (host.glyphs.length <= piece.glyphs.length && !isMark(piece)) continue;
    const rise = (host.y - piece.y) / host.size;
    if (rise > highest || rise < -lowest || Math.abs(rise) < 0.03) continue;
    if (!standsBeside(piece, host)) continue;
    const distance = rise > 0 ? rise : -rise + 0.2;
    if (distance < nearest) [best, nearest] = [host, distance];
  }
  return best;
}

/** Is there a sign of the line within an em of the piece? */
function standsBeside(piece: Row, host: Row): boolean {
  const reach = nearby * host.size;
  if (piece.x > host.right + reach || piece.right < host.x - reach) return false;
  return host.glyphs.some(
    (glyph) => glyph.size > piece.size && glyph.x < piece.right + reach && glyph.right > piece.x - reach,
  );
}

/** From left to right. Most rows were drawn so. */
function inOrder(glyphs: Glyph[]): Glyph[] {
  const placed = glyphs.map((glyph) => ({ glyph, at: inkCentre(glyph) }));
  if (placed.every(({ at }, i) => i === 0 || at >= placed[i - 1]!.at)) return glyphs;
  return placed.sort((a, b) => a.at - b.at).map(({ glyph }) => glyph);
}

function tidy(row: Row): Row {
  const glyphs = joinRings(inOrder(row.glyphs));
  // a mark may have more signs than the words before it
  const large = glyphs.filter((glyph) => glyph.size * raisedRatio > row.size);
  const size = mostly(large.length > 0 ? large : glyphs, (glyph) => Math.round(glyph.size * 10) / 10);
  const main = glyphs.filter((glyph) => Math.abs(glyph.size - size) <= 0.15 * size);
  const y = mostly(main, (glyph) => Math.round(glyph.y * 2) / 2);
  return {
    glyphs,
    size,
    y,
    x: glyphs.reduce((least, glyph) => Math.min(least, glyph.x), Infinity),
    right: glyphs.reduce((most, glyph) => Math.max(most, glyph.right), -Infinity),
  };
}

/** A number drawn within a ring, or within a sign that the font does not name, is a circled number. */
function joinRings(glyphs: Glyph[]): Glyph[] {
  if (!glyphs.some(({ text }) => signFacts(text).isRing)) return glyphs;
  const joined = new Set<Glyph>();
  const numbers = new Map<Glyph, Glyph>();
  for (const outer of glyphs) {
    if (!signFacts(outer.text).isRing) continue;
    const inner = glyphs.filter((glyph) => glyph !== outer && /^\d{1,2}$/.test(glyph.text) && isWithin(glyph, outer));
    const value = Number(inner.map(({ text }) => text).join(''));
    if (inner.length === 0 || value < 1 || value > 50) continue;
    numbers.set(outer, { ...outer, text: circledNumeral(value) });
    for (const glyph of inner) joined.add(glyph);
  }
  return glyphs.filter((glyph) => !joined.has(glyph)).map((glyph) => numbers.get(glyph) ?? glyph);
}

function isWithin(inner: Glyph, outer: Glyph): boolean {
  const middle = (inner.x + inner.right) / 2;
  return (
    middle > outer.x &&
    middle < outer.right &&
    inner.size <= outer.size &&
    Math.abs(inner.y - outer.y) < 0.5 * outer.size
  );
}

/**
 * Where the ink of a glyph is: marks fill one half of their square, and files that close them up let the squares overlap.
 */
function inkCentre({ text, x, right, size }: Glyph): number {
  const { ink } = signFacts(text);
  if (ink === 'middle' || right - x < 0.8 * size) return (x + right) / 2;
  return ink === 'right' ? right - 0.25 * size : x + 0.25 * size;
}

/** The value that most things have. */
export function mostly<Thing>(
  things: readonly Thing[],
  value: (thing: Thing) => number,
  weight?: (thing: Thing) => number,
): number {
  const votes = new Map<number, number>();
  let best = NaN;
  let most = -Infinity;
  for (const thing of things) {
    const key = value(thing);
    const count = (votes.get(key) ?? 0) + (weight?.(thing) ?? 1);
    votes.set(key, count);
    if (count > most) [best, most] = [key, count];
  }
  return best;
}
