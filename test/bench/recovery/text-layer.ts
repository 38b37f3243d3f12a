/**
 * Pages read back line by line, as a PDF's text layer gives them: pages in, a raw text out.
 *
 * Every habit is one that reading programs and journals have; which of them meet is for `kinds.ts` to say.
 */
import { calls, noteOf, type CleanArticle } from './clean-article.js';
import type { Furniture, MarkStyle } from './habits.js';
import type { Random } from './random.js';
import type { SetLine, SetPage } from './set-pages.js';

export interface LayerHabits {
  mark: MarkStyle;
  furniture: Furniture;
  /** What is left of a first line's indent. */
  indent: '' | '　　' | '    ' | '  ';
  /** Between two printed lines. */
  between: '\n' | '\n\n';
  /** Between two pages. */
  page: 'form-feed' | 'space' | 'blank' | 'none';
  /** Empty lines around headings and above notes. */
  air: boolean;
  /** Headings carry a sign, as where another program has gone over the text layer. */
  signs: boolean;
  /** Notes are numbered afresh on every page, or through the article. */
  numbering: 'page' | 'through';
  /** What became of the marks of the notes: with their texts, listed apart before them, gone. */
  noteMarks: 'kept' | 'apart' | 'gone';
  /** Share of the calls that were not read. */
  callsLost: number;
  /** Share of the lines with room to fill that come out spaced. */
  spaced: number;
  /** Figures and Latin letters come out in full width. */
  fullwidth: boolean;
  /** The last line of a paragraph ends in a space. */
  trailing: boolean;
}

/** What a plain reading does. */
export const plainHabits: Omit<LayerHabits, 'mark' | 'furniture'> = {
  indent: '',
  between: '\n',
  page: 'form-feed',
  air: true,
  signs: false,
  numbering: 'page',
  noteMarks: 'kept',
  callsLost: 0,
  spaced: 0,
  fullwidth: false,
  trailing: false,
};

export function readLayer(pages: SetPage[], article: CleanArticle, habits: LayerHabits, random: Random): string {
  const { mark, between } = habits;
  const isAiry = habits.air && between === '\n';
  const isEnd = pages.some(({ lines }) => lines.some(({ kind }) => kind === 'end-note'));
  const numbers = new Map<number, number>();
  const spoil = (text: string): string => (habits.fullwidth ? inFullwidth(text) : text);
  const written = (line: SetLine): string => {
    let text = spoil(line.text.replace(calls, '\uF8F0$&\uF8F1')).replace(/\uF8F0(.)\uF8F1/gu, '$1');
    const isJustified = line.kind === 'body' && !line.last && line.slack > 0;
    if (isJustified && random.chance(habits.spaced)) text = spaceOut(text);
    text = text.replace(calls, (call, at: number) => {
      if (line.kind === 'end-note' && at === 0) return mark.note(noteOf(call) + 1);
      return random.chance(habits.callsLost) ? '' : mark.call(numbers.get(noteOf(call)) ?? noteOf(call) + 1);
    });
    const sign = habits.signs && line.kind === 'heading' && line.first ? `${'#'.repeat(line.rank + 1)} ` : '';
    const trail = habits.trailing && line.last ? ' ' : '';
    return sign + (line.indent > 0 ? habits.indent : '') + text + trail;
  };
  const out = pages.map(({ number, lines, notes }, place) => {
    let onPage = 0;
    for (const { note, continued } of notes) {
      if (continued || note < 0) continue;
      numbers.set(note, habits.numbering === 'through' || isEnd ? note + 1 : ++onPage);
    }
    const text: string[] = [...habits.furniture.above(number, article.title, place === 0)];
    for (const line of lines) {
      const isApart = isAiry && (line.kind === 'heading' || line.kind === 'end-head');
      text.push(
        (isApart && line.first && text.length > 0 ? '\n' : '') + written(line) + (isApart && line.last ? '\n' : ''),
      );
    }
    if (habits.noteMarks === 'apart')
      text.push(
        ...notes
          .filter(({ note, continued }) => note >= 0 && !continued)
          .map(({ note }) => mark.note(numbers.get(note)!).trim()),
      );
    notes.forEach(({ note, lines: words, continued }, i) => {
      const lead = note < 0 || continued || habits.noteMarks !== 'kept' ? '' : mark.note(numbers.get(note)!);
      const set = words.map((line, k) => (k === 0 ? lead : '') + spoil(line));
      text.push((i === 0 && isAiry ? '\n' : '') + set.join(between));
    });
    text.push(...habits.furniture.below(number));
    return text.join(between);
  });
  const joints = { 'form-feed': '\n\f', space: '\n ', blank: '\n\n\n', none: '\n' };
  return `${out.join(joints[habits.page])}\n`;
}

/** A space behind every character, as where a line was driven out to its measure. */
export function spaceOut(text: string): string {
  return text.replace(/[^\s\u0021-\u007e](?=[^\s\u{F0000}-\u{FFFFD}])/gu, '$& ');
}

export function inFullwidth(text: string): string {
  return text.replace(/[0-9A-Za-z]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
}
