/**
 * Notes at the foot of pages: their lines in, notes with their marks and paragraphs out.
 *
 * A note opens with its mark at the first indent of the area; what stands above the first mark of a page goes on from the
 * page before.
 */
import { labelOf } from '../../../vocabulary/labels.js';
import type { Piece, MeasuredLine } from './measured-line.js';
import { circledValue, withLevelDigits } from '../../../vocabulary/numerals.js';

/** A note with its lines. */
export interface PageNote {
  /** Number of its mark; star marks by how many stars there are, as negative numbers; undefined where it bears none. */
  mark: number | undefined;
  /** The mark as it is printed. */
  sign: string;
  /** UTF-16 units that the mark and the blank after it take of its first line. */
  lead: number;
  /** Paragraphs of lines. */
  paragraphs: MeasuredLine[][];
  /** Number of the page of the file where it begins. */
  page: number;
  /** A note that answers several calls (②③ 同上) is there once for each: all but the first are copies. */
  copy?: boolean;
}

const starSign = /^(?:\*+|＊+|∗+|※|†|‡)/u;
const circledSign = /^[①-⑳㉑-㉟㊱-㊿]/u;
const bracketSign = /^[\[［〔【(（]\s*(?:注|註)?\s*(\d{1,3})\s*[\]］〕】)）]/u;
const wordSign = /^(?:注|註)\s*(\d{1,3})\s*[：:.．、]?/u;
const bareSign = /^(\d{1,3})(?:[.．、]\s*|[\s\u3000]+|(?=[\p{Script=Han}“《「A-Z]))(?!年|月|日|世纪|世紀)/u;

/** The mark that a line opens with. */
export function noteSign(text: string): { mark: number; sign: string; lead: number } | undefined {
  const blank = /^[\s\u3000]*/u.exec(text)![0].length;
  const rest = withLevelDigits(text.slice(blank));
  const after = (sign: string): number =>
    blank + sign.length + /^[\s\u3000]*/u.exec(rest.slice(sign.length))![0].length;
  const stars = starSign.exec(rest)?.[0];
  if (stars) return { mark: -[...stars].length, sign: stars, lead: after(stars) };
  const circle = circledSign.exec(rest)?.[0];
  if (circle) return { mark: circledValue(circle)!, sign: circle, lead: after(circle) };
  const numbered = bracketSign.exec(rest) ?? wordSign.exec(rest) ?? bareSign.exec(rest);
  if (numbered) return { mark: Number(numbered[1]), sign: numbered[0].trim(), lead: after(numbered[0]) };
  return undefined;
}

/** Lines of a paragraph within a note that are indented by so much more than its others, em. */
const noteIndent = 0.8;

/**
 * @param lines of the note areas of all pages, in order
 * @returns notes in order; what stands above the first mark of all is one without a mark
 */
export function notesOf(lines: readonly MeasuredLine[]): PageNote[] {
  const notes: PageNote[] = [];
  const usual = usualForm(lines);
  for (let i = 0; i < lines.length;) {
    const page = lines[i]!.page.number;
    const from = i;
    while (i < lines.length && lines[i]!.page.number === page) i++;
    readPage(lines.slice(from, i), notes, usual);
  }
  return notes;
}

/** Forms in which marks are written. */
type Form = 'circled' | 'bracketed' | 'bare' | 'star';

function formOf(sign: string): Form {
  if (circledSign.test(sign)) return 'circled';
  if (starSign.test(sign)) return 'star';
  return /^\d/.test(sign) ? 'bare' : 'bracketed';
}

/** The form of most marks: where notes bear circled marks, a line that begins with 12 is no note. */
function usualForm(lines: readonly MeasuredLine[]): Form | undefined {
  const votes = new Map<Form, number>();
  for (const { text } of lines) {
    const found = noteSign(text);
    if (!found) continue;
    const form = formOf(found.sign);
    if (form !== 'star') votes.set(form, (votes.get(form) ?? 0) + (form === 'bare' ? 0.5 : 1));
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function readPage(lines: readonly MeasuredLine[], notes: PageNote[], usual: Form | undefined): void {
  const left = Math.min(...lines.map((line) => line.line.x));
  // marks count on through the text, or begin afresh on each page
  let last = notes.findLast(({ mark }) => mark !== undefined && mark > 0)?.mark ?? 0;
  for (const [i, line] of lines.entries()) {
    const found = opening(line, lines[i - 1], usual, last);
    if (found) {
      if (found.mark > 0) last = found.mark;
      const paragraphs = [[line]];
      notes.push({ ...found, paragraphs, page: line.page.number });
      // ②③ before one text: it is the note of each
      const first = notes.at(-1)!;
      const shared = sharedSigns(line.text.trimStart().slice(found.sign.length));
      first.lead += shared.reduce((sum, { length }) => sum + length, 0);
      for (const { mark, sign } of shared) {
        last = mark;
        notes.push({ ...first, mark, sign, copy: true });
      }
      continue;
    }
    const note = notes.at(-1);
    // 作者简介：, 收稿日期：, 基金项目： are no part of the note above
    const isLabelled = note !== undefined && note.mark === undefined && isFootPart(note.paragraphs[0]![0]!);
    if (isFootPart(line)) {
      if (isLabelled && note.page === line.page.number) note.paragraphs.push([line]);
      else notes.push({ mark: undefined, sign: '', lead: 0, paragraphs: [[line]], page: line.page.number });
      continue;
    }
    if (isLabelled && note.page === line.page.number && endsShort(note.paragraphs.at(-1)!.at(-1)!, lines)) {
      note.paragraphs.push([line]);
      continue;
    }
    if (!note || (i === 0 && note.page < line.page.number - 1)) {
      notes.push({ mark: undefined, sign: '', lead: 0, paragraphs: [[line]], page: line.page.number });
      continue;
    }
    const before = note.paragraphs.at(-1)!.at(-1)!;
    // a further paragraph of a note is indented like its first line and follows a short one
    const em = line.line.size;
    const indented = (line.line.x - left) / em > noteIndent;
    const ended =
      before.line.right < lines.reduce((most, one) => Math.max(most, one.line.right), 0) - 2 * em &&
      /[。．.？！」”）)]$/u.test(before.text.trim());
    const hangs = note.paragraphs.at(-1)!.length > 1 && Math.abs(before.line.x - line.line.x) < 0.5 * em;
    if (
      indented &&
      ended &&
      !hangs &&
      before.page === line.page &&
      note.paragraphs.at(-1)!.length > 0 &&
      firstX(note) <= line.line.x + 0.6 * em &&
      !isHanging(note, em)
    )
      note.paragraphs.push([line]);
    else note.paragraphs.at(-1)!.push(line);
  }
}

const footParts = new Set(['bio', 'fund', 'received', 'editors', 'doi', 'clc', 'article-id']);

/** Does a line open with the label of what an opening's foot tells of people and funds? */
function isFootPart({ text }: MeasuredLine): boolean {
  const label = labelOf(text.trim());
  return label !== undefined && footParts.has(label.part);
}

/** Does a line end well before the others of its area? */
function endsShort({ line }: MeasuredLine, lines: readonly MeasuredLine[]): boolean {
  return line.right < Math.max(...lines.map((one) => one.line.right)) - 3 * line.size;
}

/** Further circled marks right after the first one of a note. */
function sharedSigns(rest: string): { mark: number; sign: string; length: number }[] {
  const signs: { mark: number; sign: string; length: number }[] = [];
  for (let at = 0; ;) {
    const found = /^[\s\u3000、，,]{0,2}([①-⑳㉑-㉟㊱-㊿])/u.exec(rest.slice(at));
    if (!found) return signs;
    at += found[0].length;
    signs.push({ mark: circledValue(found[1]!)!, sign: found[1]!, length: found[0].length });
  }
}

const firstX = (note: PageNote): number => note.paragraphs[0]![0]!.line.x;

/** Do the lines of a note after its first stand farther right than it? */
function isHanging(note: PageNote, em: number): boolean {
  const [first, second] = note.paragraphs[0]!;
  return first !== undefined && second !== undefined && second.line.x - first.line.x > 0.5 * em;
}

function opening(
  line: MeasuredLine,
  before: MeasuredLine | undefined,
  usual: Form | undefined,
  last: number,
): { mark: number; sign: string; lead: number } | undefined {
  const found = raisedNumber(line) ?? noteSign(line.text);
  if (!found) return undefined;
  const form = formOf(found.sign);
  // *r is a form that nobody wrote down, and no note
  if (form === 'star' && /^[*＊]+[a-z-]/iu.test(line.text.trim()) && !isRaised(line.pieces, found.sign))
    return undefined;
  if (form === 'star' || form === 'circled') return found;
  if (usual && form !== usual) return undefined;
  // a number within a sentence may begin a line: marks count up, and a note begins where one has ended or is indented
  const raised = isRaised(line.pieces, found.sign);
  const counts = found.mark === last + 1 || (found.mark === 1 && (!before || before.page !== line.page));
  if (raised || counts) return found;
  const ended = !before || /[。．.？！」”）)》]$/u.test(before.text.trim());
  return ended && found.mark > last && found.mark <= last + 3 ? found : undefined;
}

/** A number that is set high ends where the type grows: ²¹1869 年 is note 21. */
function raisedNumber({
  text,
  pieces: [first, next],
}: MeasuredLine): { mark: number; sign: string; lead: number } | undefined {
  const sign = first?.raised === 1 && next && next.raised !== 1 ? first.text.trim() : '';
  if (!/^\d{1,3}$/.test(sign)) return undefined;
  return {
    mark: Number(sign),
    sign,
    lead: text.indexOf(sign) + sign.length + /^[\s\u3000]*/u.exec(next!.text)![0].length,
  };
}

function isRaised(pieces: readonly Piece[], sign: string): boolean {
  const [first] = pieces;
  return first !== undefined && first.raised === 1 && first.text.trim().length <= sign.length + 1;
}
