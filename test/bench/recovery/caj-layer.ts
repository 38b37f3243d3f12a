/** Pages as the CAJ reader hands on a scan: printed lines torn in pieces, noise of spaces, true ends in private characters. */
import { cajMarks } from '../../../src/vocabulary/caj-marks.js';
import { calls, noteOf } from './clean-article.js';
import { marks } from './habits.js';
import type { Random } from './random.js';
import type { SetPage } from './set-pages.js';
import { inFullwidth } from './text-layer.js';

export interface CajHabits {
  /** Share of the places between two characters where a space stands. */
  noise: number;
  /** Share of them where the line is torn. */
  torn: number;
  /** Calls of notes come as some other sign. */
  misreadCalls: boolean;
  /** Folios stand on lines of their own. */
  folios: boolean;
}

export function readCaj(pages: SetPage[], habits: CajHabits, random: Random): string {
  const { lineEnd, gap, space } = cajMarks;
  const tear = (line: string): string => {
    const characters = [...inFullwidth(line).replaceAll(' ', space)];
    const last = characters.length - 1;
    return characters
      .map((one, i) => {
        if (i === 0 || i === last) return one;
        if (random.chance(habits.torn)) return `${one}\n\n`;
        return random.chance(habits.noise) ? `${one} ` : one;
      })
      .join('');
  };
  const out: string[] = [];
  for (const { number, lines, notes } of pages) {
    let onPage = 0;
    const labels = new Map<number, number>();
    for (const { note, continued } of notes) if (note >= 0 && !continued) labels.set(note, ++onPage);
    lines.forEach((line, i) => {
      const words = tear(line.text).replace(calls, (call) =>
        habits.misreadCalls
          ? random.pick(['？', '？', '＂', '０', '＠'])
          : marks.circledTight.call(labels.get(noteOf(call)) ?? 1),
      );
      // a page opens with a space
      out.push((i === 0 && out.length > 0 ? ' ' : '') + words + lineEnd);
    });
    notes.forEach(({ note, lines: words, continued }, i) =>
      words.forEach((line, k) => {
        const lead = k === 0 && note >= 0 && !continued ? marks.circledTight.note(labels.get(note)!) + gap : '';
        out.push((i === 0 && k === 0 ? ' ' : '') + lead + tear(line) + lineEnd);
      }),
    );
    if (habits.folios) out.push(`－ ${inFullwidth(String(number))} －${lineEnd}`);
  }
  return `${out.join('\n\n')}\n`;
}
