/** Finds the notes of a page and their calls: a sheet in, marks and lines out. */
import { isSize } from './measure-type.js';
import type { Line, PrintedBook, Sheet, Word } from './types.js';

const circled = /^[①-⑳㉑-㉟㊱-㊿]+/u;

/** The number of a circled numeral. */
export function circledValue(mark: string): number {
  const point = mark.codePointAt(0)!;
  if (point >= 0x32b1) return point - 0x32b1 + 36;
  return point >= 0x3251 ? point - 0x3251 + 21 : point - 0x2460 + 1;
}

export interface NoteArea {
  /** All lines of the notes, in order. */
  lines: Line[];
  /** The lines that open a note, with its mark. */
  heads: { line: Line; mark: string }[];
}

/** Notes at the foot of a page: small lines below the last of the body, from the first that opens with a mark. */
export function noteArea({ type }: PrintedBook, { lines }: Sheet): NoteArea {
  const last = lines.findLastIndex((line) => isSize(line.size, type.size));
  const below = lines.slice(last + 1).filter((line) => line.size < type.size * 0.95 && !isFolio(line));
  const opens = (line: Line) => /^(?:[①-⑳㉑-㉟㊱-㊿]|[＊*]|（接上页|（接上頁|（前頁)/u.test(line.text);
  const first = below.findIndex(opens);
  if (first < 0) return { lines: [], heads: [] };
  const area = below.slice(first);
  const heads = area.flatMap((line) => {
    const mark = circled.exec(line.text)?.[0];
    return mark && !isRaised(line.words[0]!, line) ? [{ line, mark: [...mark][0]! }] : [];
  });
  return { lines: area, heads };
}

/** Raised circled numerals in the text above the notes, each once, with the line that it stands in. */
export function callsOf(book: PrintedBook, sheet: Sheet): { line: Line; mark: string }[] {
  const notes = new Set(noteArea(book, sheet).lines);
  return sheet.lines
    .filter((line) => !notes.has(line))
    .flatMap((line) =>
      line.words.flatMap((word) => {
        const marks = isRaised(word, line) ? circled.exec(word.text)?.[0] : undefined;
        return marks ? [...marks].map((mark) => ({ line, mark })) : [];
      }),
    );
}

/** A number alone. */
export function isFolio({ text }: Line): boolean {
  return /^[·—–-]?\s*\d{1,4}\s*[·—–-]?$/.test(text.trim());
}

export function isRaised(word: Word, line: Line): boolean {
  return word.size < line.size * 0.88 && word.y < line.y - line.size * 0.1;
}
