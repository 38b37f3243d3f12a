/**
 * Characters that no font had, and that are drawn into the line: pictures and outlines of a page in, a glyph for each out.
 *
 * Journals set rare Han, seals and old forms so. What stands there cannot be told, but that something does must be.
 */
import type { Box } from '../pdf/matrix.js';
import type { Glyph, Stroke } from '../pdf/types.js';

/** Stands for a drawn character until the text is put together; no file has a character for it. */
export const drawnSign = '\uFDD0';

/** Height and width of a drawn character, em of its neighbours. */
const heights = { least: 0.6, most: 1.45 };
const widths = { least: 0.35, most: 1.6 };
/** A neighbour is this near, em: a bullet stands farther from its words. */
const nearest = { before: 0.5, after: 0.3 };
/** An outline is a character only between two others, and closer: legends and arrows are drawn, too. */
const nearestOutline = 0.25;
/** Share of a box that may lie under glyphs: a ring round a number, a ground, an underline are no characters. */
const mostCovered = 0.2;
/** How far the middle of a character is above its baseline, em, and how far it may be off. */
const middle = 0.36;
const offMiddle = 0.3;
/** More small pictures are a drawing. */
const mostPictures = 400;

/**
 * @param glyphs level ones of the page
 * @returns a glyph on the baseline of its neighbours for each drawn character
 */
export function pictureSigns(
  glyphs: readonly Glyph[],
  { pictures, strokes }: { pictures: readonly Box[]; strokes: readonly Stroke[] },
): Glyph[] {
  const largest = glyphs.reduce((most, { size }) => Math.max(most, size), 0);
  const isSmall = ({ x, y, right, bottom }: Box): boolean =>
    bottom - y <= heights.most * largest && right - x <= widths.most * largest && bottom - y > 4 && right - x > 3;
  const drawn = [
    ...pictures.filter(isSmall).map((box) => ({ box, outline: false })),
    ...strokes.filter((stroke) => stroke.kind === 'shape' && isSmall(stroke)).map((box) => ({ box, outline: true })),
  ];
  if (drawn.length === 0 || drawn.length > mostPictures) return [];
  const signs: Glyph[] = [];
  for (const { box, outline } of drawn) {
    const sign = signOf(box, outline, [...glyphs, ...signs]);
    if (sign) signs.push(sign);
  }
  return signs;
}

function signOf(box: Box, outline: boolean, glyphs: readonly Glyph[]): Glyph | undefined {
  const beside = glyphs.filter((glyph) => standsBeside(glyph, box));
  if (beside.length === 0) return undefined;
  const covered = beside.reduce(
    (sum, { x, right }) => sum + Math.max(0, Math.min(right, box.right) - Math.max(x, box.x)),
    0,
  );
  if (covered > mostCovered * (box.right - box.x)) return undefined;
  const before = nearestOf(beside, ({ right }) => box.x - right);
  const after = nearestOf(beside, ({ x }) => x - box.right);
  const isBefore = before && box.x - before.right <= (outline ? nearestOutline : nearest.before) * before.size;
  const isAfter = after && after.x - box.right <= (outline ? nearestOutline : nearest.after) * after.size;
  if (outline ? !(isBefore && isAfter) : !(isBefore || isAfter)) return undefined;
  const neighbour = isBefore ? before : after!;
  return { ...neighbour, text: drawnSign, x: box.x, right: box.right };
}

/** Is a glyph of the line that a box stands in, with the box as high as a character of it? */
function standsBeside({ x, right, y, size }: Glyph, box: Box): boolean {
  const height = (box.bottom - box.y) / size;
  const width = (box.right - box.x) / size;
  const isSign = height >= heights.least && height <= heights.most && width >= widths.least && width <= widths.most;
  const off = Math.abs((box.y + box.bottom) / 2 - (y - middle * size));
  return isSign && off <= offMiddle * size && right > box.x - size && x < box.right + size;
}

/** The one of least distance that does not lie on the other side. */
function nearestOf(glyphs: readonly Glyph[], distance: (glyph: Glyph) => number): Glyph | undefined {
  let best: Glyph | undefined;
  for (const glyph of glyphs) {
    const own = distance(glyph);
    if (own > -0.25 * glyph.size && (!best || Math.abs(own) < Math.abs(distance(best)))) best = glyph;
  }
  return best;
}
