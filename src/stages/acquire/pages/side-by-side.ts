/**
 * Figures that stand side by side: lines of a page in, the same with lines that go across two figures cut between them.
 *
 * Their captions stand in one row, and so do the figures of their axes: read across they would be words of both.
 */
import { captionPattern } from '../../../vocabulary/labels.js';
import type { Glyph } from '../pdf/types.js';
import { draft, type DraftLine } from './page-lines.js';

/** Two captions of a row, or two labels of two figures, are at least so far apart, em. */
const leastGap = 1;

export function cutSideBySide(lines: readonly DraftLine[]): DraftLine[] {
  let cut = lines;
  for (const line of lines) {
    for (const at of boundariesOf(line)) cut = cutAround(cut, line, at);
  }
  return [...cut];
}

/** Middles of the gaps between captions of one row. */
function boundariesOf(line: DraftLine): number[] {
  if (!captionPattern.test(`${line.text} `)) return [];
  const parts = partsOf(line);
  if (parts.length < 2) return [];
  const isCaption = parts.map((part) => captionPattern.test(`${part.map(({ text }) => text).join('')} `));
  if (isCaption.filter(Boolean).length < 2 || !isCaption[0]) return [];
  return parts.flatMap((part, i) => {
    const before = parts[i - 1]?.at(-1);
    return before && isCaption[i] ? [(before.right + part[0]!.x) / 2] : [];
  });
}

/** Glyphs of a line, parted at its gaps. */
function partsOf({ glyphs, size }: DraftLine): Glyph[][] {
  const parts: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = parts.at(-1);
    if (last && glyph.x - last.at(-1)!.right < leastGap * size) last.push(glyph);
    else parts.push([glyph]);
  }
  return parts;
}

/** Cuts a row and those above and below it, as far as they have a gap at one place. */
function cutAround(lines: readonly DraftLine[], row: DraftLine, at: number): DraftLine[] {
  const apart = (line: DraftLine): boolean => {
    const before = line.glyphs.findLast((glyph) => (glyph.x + glyph.right) / 2 < at);
    const after = line.glyphs.find((glyph) => (glyph.x + glyph.right) / 2 >= at);
    return !before || !after || after.x - before.right >= leastGap * line.size;
  };
  const stops = lines.filter((line) => !apart(line)).map(({ y }) => y);
  const top = Math.max(-Infinity, ...stops.filter((y) => y < row.y));
  const bottom = Math.min(Infinity, ...stops.filter((y) => y > row.y));
  return lines.flatMap((line) => {
    if (line.y <= top || line.y >= bottom) return [line];
    const halves = [
      line.glyphs.filter((glyph) => (glyph.x + glyph.right) / 2 < at),
      line.glyphs.filter((glyph) => (glyph.x + glyph.right) / 2 >= at),
    ];
    return halves.some((half) => half.length === 0) ? [line] : halves.map((half) => lineOf(half, line));
  });
}

function lineOf(glyphs: Glyph[], { y, size, column }: DraftLine): DraftLine {
  const x = Math.min(...glyphs.map((glyph) => glyph.x));
  const right = Math.max(...glyphs.map((glyph) => glyph.right));
  return draft({ glyphs, y, size, x, right }, column, []);
}
