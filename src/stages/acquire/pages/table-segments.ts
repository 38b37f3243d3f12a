/** Stretches of the lines of a table: lines in, what stands in one cell or goes over several out. */
import type { Glyph } from '../pdf/types.js';
import type { DraftLine } from './page-lines.js';

/** Gap between two cells of a row without rules, em. */
const cellGap = 0.75;
/** Where many lines leave the same strip free, a gap of so many em is one between cells, too. */
export const narrowGap = 0.4;
/** Lines of one row differ by no more, em. */
const sameBaseline = 0.35;

/** A stretch of a line without a gap as between cells. */
export interface Segment {
  x: number;
  right: number;
  /** Baseline. */
  y: number;
  size: number;
  glyphs: Glyph[];
}

export function segmentsOf(line: DraftLine, gap = cellGap): Segment[] {
  const segments: Segment[] = [];
  for (const glyph of line.glyphs) {
    const last = segments.at(-1);
    if (last && glyph.x - last.right < gap * line.size) {
      last.glyphs.push(glyph);
      last.right = Math.max(last.right, glyph.right);
    } else segments.push({ x: glyph.x, right: glyph.right, y: line.y, size: line.size, glyphs: [glyph] });
  }
  return segments;
}

/** Segments of one baseline, from the upper one to the lowest. */
export function baselinesOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = rows.at(-1);
    if (last && segment.y - last[0]!.y < sameBaseline * segment.size) last.push(segment);
    else rows.push([segment]);
  }
  return rows;
}

/** Cells that stand close together are one stretch of a line: it is cut where a column ends between two glyphs. */
export function cutAtColumns(segment: Segment, columns: readonly number[]): Segment[] {
  const parts: Segment[] = [];
  for (const glyph of segment.glyphs) {
    const last = parts.at(-1);
    const before = last?.glyphs.at(-1);
    const wall =
      before &&
      columns
        .slice(1, -1)
        .some((at) => before.right <= at + 1.5 && glyph.x >= at - 1.5 && glyph.x - before.right > 0.25 * segment.size);
    if (last && !wall) {
      last.glyphs.push(glyph);
      last.right = Math.max(last.right, glyph.right);
    } else parts.push({ ...segment, x: glyph.x, right: glyph.right, glyphs: [glyph] });
  }
  return parts;
}

export function textOfSegment({ glyphs }: Segment): string {
  return glyphs.map(({ text }) => text).join('');
}
