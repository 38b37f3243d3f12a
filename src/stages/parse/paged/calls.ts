/**
 * Calls of notes tied to the notes of their page: every sign that could be a call is a hypothesis, and the best run of them
 * that counts as the notes do stands.
 *
 * A raised mark is nearly always a call; a circled number on the line may count members of a sentence; a raised digit may be
 * a square or a tone.
 */
import type { MeasuredLine, Piece } from './measured-line.js';
import type { PageNote } from './notes.js';
import { circledValue, withLevelDigits } from '../../../vocabulary/numerals.js';

/** A sign that may call a note: stretch of the clean text. */
export interface CallSign {
  line: MeasuredLine;
  start: number;
  end: number;
  mark: number;
  sign: string;
  /** How much speaks for a call. */
  weight: number;
  /** Number of the page of the file. */
  page: number;
}

/** A call with the note that it calls; without one where the source has lost it. */
export interface TiedCall extends CallSign {
  note?: PageNote;
}

const raisedCircled = 4;
const levelCircled = 1;
const raisedBracket = 3;
const raisedDigits = 2.5;
/** Letters before a raised digit: a unit, a variable, a formula, a transcribed syllable. */
const unitBefore = /[A-Za-z\u0250-\u02AF)]$/u;

const circledRun = /[①-⑳㉑-㉟㊱-㊿]/gu;
const numberRun = /[\[［〔【(（]?\s*(\d{1,3})\s*[\]］〕】)）]?/gu;

/** The signs of a line that may be calls, from left to right. */
export function callSigns(line: MeasuredLine): CallSign[] {
  const signs: CallSign[] = [];
  line.pieces.forEach((piece, i) => {
    const before = line.text.slice(0, Math.max(0, piece.start - line.start));
    signs.push(...signsOf(piece, i === 0 ? '' : before, line));
  });
  return signs;
}

function signsOf(piece: Piece, before: string, line: MeasuredLine): CallSign[] {
  const at = (found: RegExpMatchArray, mark: number, weight: number): CallSign => ({
    line,
    start: piece.start + found.index!,
    end: piece.start + found.index! + found[0].length,
    mark,
    sign: found[0].trim(),
    weight,
    page: line.page.number,
  });
  const text = withLevelDigits(piece.text);
  const circled = [...text.matchAll(circledRun)].map((found) =>
    at(found, circledValue(found[0])!, piece.raised === 1 ? raisedCircled : levelCircled),
  );
  if (circled.length > 0 || piece.raised !== 1) return circled;
  if (!/^[\s\u3000]*(?:[\[［〔【(（]?\s*\d{1,3}\s*[\]］〕】)）]?[\s,，、-]*)+$/u.test(text)) return [];
  return [...text.matchAll(numberRun)].map((found) => {
    const bracketed = /[\[［〔【(（]/u.test(found[0]);
    const unit = !bracketed && unitBefore.test(before);
    return at(found, Number(found[1]), bracketed ? raisedBracket : unit ? 0.5 : raisedDigits);
  });
}

/** The calls of a text. */
export class Calls {
  private readonly byLine = new Map<MeasuredLine, TiedCall[]>();

  /**
   * @param signs of all lines in reading order
   * @param notes of all pages in order; those gathered at an end are of the last page
   * @param hasReferences raised numbers may name entries of a list
   */
  constructor(signs: readonly CallSign[], notes: readonly PageNote[], hasReferences = false) {
    const tied = tie(signs, notes);
    for (const sign of signs) {
      const note = tied.get(sign);
      const lost = !note && sign.weight >= (hasReferences ? raisedCircled : raisedDigits) && notes.length > 0;
      if (!note && !lost) continue;
      const calls = this.byLine.get(sign.line) ?? [];
      calls.push(note ? { ...sign, note } : sign);
      this.byLine.set(sign.line, calls);
    }
  }

  /** The calls of a line from left to right. */
  of(line: MeasuredLine): readonly TiedCall[] {
    return this.byLine.get(line) ?? [];
  }
}

function tie(signs: readonly CallSign[], notes: readonly PageNote[]): Map<CallSign, PageNote> {
  const tied = new Map<CallSign, PageNote>();
  const used = new Set<PageNote>();
  const take = (pairs: readonly [CallSign, PageNote][]): void => {
    for (const [sign, note] of pairs) {
      tied.set(sign, note);
      used.add(note);
    }
  };
  const numbered = notes.filter((note) => note.mark !== undefined && note.mark > 0);
  const [signsByPage, notesByPage] = [byPage(signs), byPage(numbered)];
  for (const [page, own] of notesByPage) take(align(signsByPage.get(page) ?? [], own));
  // what is left: notes at an article's end, or on the page after their call
  const left = signs.filter((sign) => !tied.has(sign) && sign.weight > levelCircled);
  take(
    align(
      left,
      numbered.filter((note) => !used.has(note)),
    ),
  );
  return tied;
}

function byPage<Thing extends { page: number }>(things: readonly Thing[]): Map<number, Thing[]> {
  const pages = new Map<number, Thing[]>();
  for (const thing of things) {
    const known = pages.get(thing.page);
    if (known) known.push(thing);
    else pages.set(thing.page, [thing]);
  }
  return pages;
}

/** The heaviest run of pairs in which calls and notes of one number follow each other in order. */
function align(signs: readonly CallSign[], notes: readonly PageNote[]): [CallSign, PageNote][] {
  const [n, m] = [signs.length, notes.length];
  if (n === 0 || m === 0) return [];
  const width = m + 1;
  const best = new Float64Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const skip = Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
      const pair = signs[i]!.mark === notes[j]!.mark ? best[(i + 1) * width + j + 1]! + signs[i]!.weight + 1 : -1;
      best[i * width + j] = Math.max(skip, pair);
    }
  }
  const pairs: [CallSign, PageNote][] = [];
  for (let i = 0, j = 0; i < n && j < m;) {
    const here = best[i * width + j]!;
    const equal = signs[i]!.mark === notes[j]!.mark;
    if (equal && Math.abs(here - (best[(i + 1) * width + j + 1]! + signs[i]!.weight + 1)) < 1e-9)
      pairs.push([signs[i++]!, notes[j++]!]);
    else if (here === best[(i + 1) * width + j]!) i++;
    else j++;
  }
  return pairs;
}
