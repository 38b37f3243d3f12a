/**
 * What a scanned page shows and its text layer does not hold: lines of a recognised page in, boxes of such areas out.
 *
 * An OCR leaves tables and figures out, or reads scraps of them. Between two lines of text nothing is blank for long, so a
 * high gap there holds something: it is kept as a picture, with the scraps, and without the caption above it.
 */
import type { Box } from '../pdf/matrix.js';
import type { ColumnEdges } from './column-edges.js';
import type { FoundBlock } from './found-block.js';
import type { DraftLine } from './page-lines.js';

/** Higher gaps between two lines hold something, em. */
const blank = 5;
/** Smaller lines between running ones are captions and scraps, as a share of the text's size. */
const smallType = 0.85;
/** A caption stands so near below the text above, and is so high with its unit, em. */
const captionReach = 5;

/** @param lines of the page without furniture and what is in other blocks */
export function unreadAreas(
  lines: readonly DraftLine[],
  size: number,
  columns: (column: number) => ColumnEdges | undefined,
): FoundBlock[] {
  const own = [...new Set(lines.map(({ column }) => column))].filter((column) => column >= 0);
  const top = Math.min(...lines.map((line) => line.y - line.size));
  return own.flatMap((column) => {
    const edges = columns(column);
    if (!edges) return [];
    const within = lines.filter((line) => line.column === column || line.column === -1).sort((a, b) => a.y - b.y);
    const areas: FoundBlock[] = [];
    // a column may begin with a caption and what belongs to it
    const [first] = within;
    let above: { y: number } = { y: first!.size < smallType * size ? first!.y - first!.size : top };
    let small: DraftLine[] = [];
    for (const line of within) {
      if (line.size < smallType * size) {
        small.push(line);
        continue;
      }
      const area = areaBetween(above, small, line, edges, size);
      if (area) areas.push(area);
      above = line;
      small = [];
    }
    return areas;
  });
}

function areaBetween(
  above: { y: number },
  small: readonly DraftLine[],
  below: DraftLine,
  { left, right }: ColumnEdges,
  size: number,
): FoundBlock | undefined {
  let edge = above.y;
  const scraps: DraftLine[] = [];
  let holds = false;
  for (const line of [...small, below]) {
    const gap = line.y - line.size - edge;
    if (!holds && gap <= blank * size && line.y - above.y < captionReach * size && line !== below) {
      edge = line.y + 0.25 * line.size;
      continue;
    }
    if (gap > blank * size) holds = true;
    if (line !== below) scraps.push(line);
    if (!holds) return undefined;
  }
  if (!holds) return undefined;
  const box: Box = { x: left, right, y: edge + 0.25 * size, bottom: below.y - 1.2 * below.size };
  return { ...box, kind: 'figure', lines: scraps, level: [], upright: [], unread: true };
}
