/**
 * Lines that the edge of a page cut in the middle of a sentence: the proof that a text gives a printed line a line.
 *
 * In: the lines of a text. Out: the measure at which they are cut, and whether empty lines part its paragraphs.
 */
import { countHan, han, measure } from '../../vocabulary/characters.js';

/** What the cut lines of a text tell. */
export interface CutLines {
  /** Lines that end within a sentence of Chinese. */
  count: number;
  /** Width at which most of them are cut, em; undefined where they are too few or of all widths. */
  at?: number;
  /** Share of them that the next line follows without an empty one. */
  tight: number;
}

const endsWithin = new RegExp(`[${han}，、]\\s*$`, 'u');
/** Shorter lines may be headings, verse, cells. */
const narrowest = 20;
const fewest = 3;
/** How far the ends of cut lines may lie apart, em: marks are squeezed, Latin letters are not half an em. */
const blur = 2;

/** @param lines of the text, empty ones included */
export function findCutLines(lines: string[]): CutLines {
  const widths: number[] = [];
  let widest = 0;
  let tight = 0;
  lines.forEach((line, i) => {
    const closed = line.replace(/\s+/gu, '');
    const width = measure(closed);
    if (countHan(closed) * 2 < closed.length) return;
    widest = Math.max(widest, width);
    if (width < narrowest || !endsWithin.test(line)) return;
    const next = lines[i + 1]?.trim() ? i + 1 : i + 2;
    if (!lines[next]?.trim()) return;
    widths.push(width);
    if (next === i + 1) tight++;
  });
  const count = widths.length;
  const places = widths.toSorted((a, b) => a - b);
  const middle = places[count >> 1] ?? 0;
  const near = places.filter((width) => Math.abs(width - middle) <= blur);
  const one = near.length >= fewest && near.length * 5 >= count * 4 && widest <= middle + 2 * blur;
  return { count, tight: count === 0 ? 0 : tight / count, ...(one && { at: Math.round(near.at(-1)!) }) };
}
