/** How boxes of a page, and lines and boxes, lie to each other. */
import type { Box } from '../pdf/matrix.js';
import type { DraftLine } from './page-lines.js';

/** Share of letters in a sentence; a row of figures has fewer. */
const leastLetters = 0.4;

export function overlaps(a: Box, b: Box, reach: number): boolean {
  return a.x <= b.right + reach && a.right >= b.x - reach && a.y <= b.bottom + reach && a.bottom >= b.y - reach;
}

export function isInside(line: DraftLine, box: Box, reach: number): boolean {
  const middle = line.y - 0.35 * line.size;
  return (
    middle > box.y - reach && middle < box.bottom + reach && line.right > box.x - reach && line.x < box.right + reach
  );
}

/** Text that runs round a picture reaches into its margin. */
export function liesIn(line: DraftLine, block: Box): boolean {
  const shared = Math.min(line.right, block.right) - Math.max(line.x, block.x);
  return shared > 0.7 * (line.right - line.x);
}

/** A line of the text's size that is as long as sentences are, without gaps as between cells. */
export function isRunning(line: DraftLine, size: number): boolean {
  return (
    Math.abs(line.size - size) <= 0.2 * size &&
    line.right - line.x > 12 * size &&
    !/\u3000|[.…·]{4}/u.test(line.text) &&
    line.text.replace(/[^\p{L}]/gu, '').length > leastLetters * line.text.replace(/\s/g, '').length
  );
}
