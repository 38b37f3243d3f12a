/**
 * Two columns that a reader of PDFs read across: where the right one begins, measured from the lines.
 *
 * A line of such a text holds a line of each column, a wide gap between them.
 */
import { measure } from '../../vocabulary/characters.js';

const gap = /(?<=\S)[ 　]{3,}(?=\S)|(?<=\S)[ 　]{2,}　(?=\S)/gu;
/** Fewest lines, and smallest share of all, that must show the gap. */
const fewestLines = 12;
const smallestShare = 0.3;
/** Fewest em on either side: less is a table or a list. */
const narrowest = 8;
/** How far the gap may stand from its place, em: proportional letters shift it. */
const tolerance = 3;

/** Widths with their spaces: those of a layout are half an em. */
function widthOf(text: string): number {
  return measure(text);
}

/**
 * @param lines that hold anything
 * @returns where the right column begins, em from the left edge; undefined for a text of one column
 */
export function findColumns(lines: string[]): number | undefined {
  const places = new Map<number, number>();
  let found = 0;
  for (const line of lines) {
    for (const match of line.matchAll(gap)) {
      const left = line.slice(0, match.index).trim();
      const right = line.slice(match.index + match[0].length).trim();
      if (widthOf(left) < narrowest || widthOf(right) < narrowest) continue;
      const at = Math.round(widthOf(line.slice(0, match.index + match[0].length)));
      places.set(at, (places.get(at) ?? 0) + 1);
      found++;
    }
  }
  if (found < fewestLines || found < lines.length * smallestShare) return undefined;
  const [at, times] = [...places].sort((a, b) => b[1] - a[1])[0]!;
  const near = [...places].reduce((sum, [place, n]) => sum + (Math.abs(place - at) <= tolerance ? n : 0), 0);
  return times >= 3 && near * 3 >= found * 2 ? at : undefined;
}

/**
 * The gap of a line between its two columns: its start and end in UTF-16 units; start 0 where only the right one holds
 * anything. Undefined where the line holds only the left one, or runs over both.
 */
export function columnGap(line: string, at: number): { start: number; end: number } | undefined {
  const lead = /^[ 　]*/u.exec(line)![0];
  if (lead.length < line.length && widthOf(lead) >= at - tolerance) return { start: 0, end: lead.length };
  for (const match of line.matchAll(gap)) {
    const end = match.index + match[0].length;
    if (Math.abs(widthOf(line.slice(0, end)) - at) <= tolerance) return { start: match.index, end };
  }
  return undefined;
}
