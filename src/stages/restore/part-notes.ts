/** Parts the lines of notes without marks where their number is known. */
import type { Paragraph } from 'mdast';
import { citesSource } from '../../vocabulary/note-markers.js';
import { isComplete, textOf } from './blocks.js';

const endsInAddress = /(?:https?:|www\.)\S*$/;
const goesOnInAddress = /^[\w\-./?=&%#~+:@]{4,}/;

/**
 * The lines of each of so many notes: a note ends with a sentence, and where its last line is short. Undefined where the
 * lines do not hold as many.
 */
export function partNotes(lines: Paragraph[], notes: number): Paragraph[][] | undefined {
  const widest = Math.max(...lines.map(({ data }) => data!.line!.width));
  const ends = lines.slice(0, -1).flatMap((line, i) => {
    const text = textOf(line);
    const short = line.data!.line!.width < widest - 2;
    const next = textOf(lines[i + 1]!);
    if (!isComplete(text) && !(short && endsInAddress.test(text) && !goesOnInAddress.test(next))) return [];
    return { at: i, weight: (short ? 2 : 0) + (citesSource.test(next) ? 1 : 0), short };
  });
  const certain = ends.filter(({ short }) => short).length;
  if (certain > notes - 1 || ends.length < notes - 1) return undefined;
  const chosen = new Set(
    [...ends]
      .sort((a, b) => b.weight - a.weight || a.at - b.at)
      .slice(0, notes - 1)
      .map(({ at }) => at),
  );
  const out: Paragraph[][] = [[]];
  lines.forEach((line, i) => {
    out.at(-1)!.push(line);
    if (chosen.has(i)) out.push([]);
  });
  return out;
}
