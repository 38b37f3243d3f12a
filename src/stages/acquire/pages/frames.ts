/** Frames and grounds of running text: what is drawn round or below words is no figure. */
import type { Box } from '../pdf/matrix.js';
import { isInside, isRunning, liesIn, overlaps } from './box-relations.js';
import type { FoundBlock } from './found-block.js';
import type { DraftLine } from './page-lines.js';

/** Width of the rules of a frame, and their distance where they are doubled, pt. */
const frameWidth = 5;
/** A ground goes below so much of its block, and of the lines there. */
const groundShare = 0.6;

/** Nothing but a frame: every stroke runs along an edge, or round all of it. What stands within is text. */
export function isFrame(box: Box, drawn: readonly Box[]): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= frameWidth;
  return drawn
    .filter((piece) => overlaps(piece, box, 0))
    .every(({ x, y, right, bottom }) => {
      const across = near(x, box.x) && near(right, box.right);
      const down = near(y, box.y) && near(bottom, box.bottom);
      const edge = near(x, right)
        ? near(x, box.x) || near(x, box.right)
        : near(y, bottom) && (near(y, box.y) || near(y, box.bottom));
      return (across && down) || edge;
    });
}

export function isFrameOfText(box: Box, lines: readonly DraftLine[], size: number): boolean {
  const inside = lines.filter((line) => isInside(line, box, 0));
  const text = inside.filter((line) => isRunning(line, size) && line.right - line.x > 0.6 * (box.right - box.x));
  return text.length >= 3 && text.length >= 0.5 * inside.length;
}

/** A ground or a frame below words that stay text: those words would be there twice. */
export function isGround(
  block: FoundBlock,
  strokes: readonly Box[],
  pictures: readonly Box[],
  lines: readonly DraftLine[],
  taken: ReadonlySet<DraftLine>,
): boolean {
  if (block.kind === 'table' || pictures.some((picture) => overlaps(picture, block, 0))) return false;
  const own = new Set(block.lines);
  const free = lines.filter(
    (line) => !own.has(line) && !taken.has(line) && isInside(line, block, 0) && liesIn(line, block),
  );
  if (free.length === 0) return false;
  const grounds = strokes.filter(
    (box) => overlaps(box, block, 0) && box.right - box.x > groundShare * (block.right - block.x),
  );
  const onGround = free.filter((line) => grounds.some((ground) => isInside(line, ground, 1)));
  return onGround.length >= groundShare * free.length;
}
