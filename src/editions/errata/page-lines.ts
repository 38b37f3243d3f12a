/** The lines of the text on a page of a printed edition: a sheet and the text that stands on it in, its lines out. */
import { isFolio, isRaised, noteArea } from '../../inspect/note-area.js';
import type { Line, PrintedBook, Sheet } from '../../inspect/types.js';
import { normalised } from '../../stages/verify/outputs-agree.js';

/** What a reader counts as lines of the page, from its head: no running head, no folio, no notes. */
export interface PageLines {
  /** Words of each, without white space and marks of notes. */
  lines: string[];
}

/** @param text of the page as the edition file has it */
export function pageLines(book: PrintedBook, sheet: Sheet, text: string): PageLines {
  const expected = normalised(text);
  const notes = new Set(noteArea(book, sheet).lines);
  const lines = sheet.lines
    .filter((line, i) => !notes.has(line) && !((i === 0 || i === sheet.lines.length - 1) && isFolio(line)))
    .flatMap((line) => wordsOf(line, expected) ?? []);
  return { lines };
}

/** The words of a line that stand in the text; nothing for a line that is no part of it. */
function wordsOf(line: Line, expected: string): string | undefined {
  const pieces = line.words
    .filter((word) => !(isRaised(word, line) && isMark(word.text)))
    .map(({ text }) => normalised(text));
  const whole = pieces.join('');
  if (whole === '') return undefined;
  if (expected.includes(whole)) return whole;
  // a word that is broken at the end of the line
  const unbroken = whole.replace(/[-‐]$/u, '');
  if (expected.includes(unbroken)) return unbroken;
  // cells of a table stand side by side, numbers of a list before their item
  const held = pieces.filter((piece) => expected.includes(piece));
  return held.join('').length > whole.length / 2 ? held.join('') : undefined;
}

const isMark = (text: string): boolean => /^[①-⑳㉑-㉟㊱-㊿＊*\d[\]]+$/u.test(text);

/**
 * First and last line of words, from 0.
 *
 * @param share how much of the page's text stands before the words: tells equal words apart
 * @returns undefined where the page does not have them
 */
export function linesOfWords({ lines }: PageLines, words: string, share: number): [number, number] | undefined {
  const text = lines.join('');
  const wanted = normalised(words);
  let best = -1;
  const goal = share * text.length;
  for (let at = text.indexOf(wanted); at >= 0 && wanted !== ''; at = text.indexOf(wanted, at + 1))
    if (best < 0 || Math.abs(at - goal) < Math.abs(best - goal)) best = at;
  if (best < 0) return undefined;
  const lineAt = (at: number): number => {
    let end = 0;
    return lines.findIndex((line) => at < (end += line.length));
  };
  return [lineAt(best), lineAt(best + wanted.length - 1)];
}
