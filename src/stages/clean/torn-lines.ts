/**
 * Printed lines that a reader of PDFs tore where two marks were squeezed together: a text in, the breaks to take out.
 *
 * 见《农书》⏎，史部。⏎“其法……” A line never begins with a closing or pausing mark in print (clreq §3.1.4): such a break
 * is certain. A text that has some of them is torn before opening marks, too; there the measure tells: the pieces of one
 * line find room in it, two lines do not.
 */
import type { Span } from '../../model/index.js';
import { closingMark, endsSentence, measure, openingMark } from '../../vocabulary/characters.js';
import { headingNumeralOf } from '../../vocabulary/headings.js';
import { labelOf } from '../../vocabulary/labels.js';
import { noteLead } from '../../vocabulary/note-markers.js';

const pause = '，、。；：！？';
const neverFirst = new RegExp(`^[${closingMark}${pause}]`, 'u');
const opens = new RegExp(`^[${openingMark}]`, 'u');
const closes = new RegExp(`[${closingMark}${pause}]$`, 'u');
const squeezedPair = new RegExp(`[${closingMark}${pause}](?=[${openingMark}${closingMark}${pause}])`, 'gu');

/** A form feed, or the single space that a page change leaves. */
const pageStart = /\f|^ \S/u;

/** Fewest lines that begin as no printed line does, for a text to be called torn. */
const fewest = 3;
/** Lines on either side that tell the measure of the place: that of notes is not that of the body. */
const nearby = 6;
const narrowest = 12;

/** A line, or what is left of it: its text without white space at its ends, and where that stands. */
interface Piece extends Span {
  text: string;
  /** Line ends and page changes before it. */
  before: string;
}

/** The spans of line ends, and of white space beside them, at which printed lines are torn; in ascending order. */
export function findTears(text: string): Span[] {
  const pieces = piecesOf(text);
  const strips: Piece[] = [];
  const tears: Span[] = [];
  for (const piece of pieces) {
    const last = strips.at(-1);
    if (last && neverFirst.test(piece.text) && /^\n\n?$/.test(piece.before)) {
      tears.push({ start: last.end, end: piece.start });
      last.text += piece.text;
      last.end = piece.end;
    } else strips.push({ ...piece });
  }
  const glyphs = betweenGlyphs(pieces);
  const marks = tears.length < fewest ? tears : [...tears, ...beforeOpeningMarks(strips)];
  const taken = new Set(marks.map(({ start }) => start));
  return [...marks, ...glyphs.filter(({ start }) => !taken.has(start))].sort((a, b) => a.start - b.start);
}

/** Letters of a word that a program wrote a line each: at most so long, and so many behind one another. */
const [longestGlyphs, fewestGlyphs] = [12, 4];
const latinPiece = /^[A-Za-z\d ()[\].,:;“”"'’&-]+$/u;
/** A piece that no list of words has: a consonant by itself, or letters that end a word before the next. */
const noWord =
  /^(?:[b-hj-np-tv-z]|[b-hj-np-tv-z]{2})$|^(?!a |an |as |at |by |de |in |is |la |le |no |of |on |or |to |up |vs )[a-z]{1,2} [A-Za-z]/u;

/** The breaks between glyphs that stand a line each: letters of Latin words, digits of a number within a sentence. */
function betweenGlyphs(pieces: Piece[]): Span[] {
  const tears: Span[] = [];
  const join = (from: number, to: number): void => {
    for (let i = from; i < to; i++) tears.push({ start: pieces[i]!.end, end: pieces[i + 1]!.start });
  };
  for (let i = 0; i < pieces.length; i++) {
    let end = i;
    while (isGlyphs(pieces[end]) && (end === i || follows(pieces, end))) end++;
    const run = pieces.slice(i, end);
    const short = run.filter(({ text }) => text.length <= 3).length;
    if (run.length >= fewestGlyphs && short * 2 >= run.length && run.some(({ text }) => noWord.test(text))) {
      const before = pieces[i - 1];
      const opens = before !== undefined && follows(pieces, i) && /[A-Za-z(“"]$/u.test(before.text);
      join(opens ? i - 1 : i, end - 1);
      i = end - 1;
    } else if (numberAt(pieces, i)) join(i, i + numberAt(pieces, i));
  }
  return tears;
}

function isGlyphs(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.text.length <= longestGlyphs && latinPiece.test(piece.text);
}

/** Does a piece stand on the line below the one before it? */
function follows(pieces: Piece[], at: number): boolean {
  return pieces[at]?.before === '\n';
}

/** How many breaks a number of two to four digits is torn at whose first digit ends a line of text: 石1⏎9⏎7⏎3年. */
function numberAt(pieces: Piece[], at: number): number {
  if (!/\p{Script=Han}[0-9０-９]$/u.test(pieces[at]!.text)) return 0;
  let end = at + 1;
  while (follows(pieces, end) && /^[0-9０-９]$/u.test(pieces[end]!.text) && end - at < 3) end++;
  const whole = follows(pieces, end) && /^[0-9０-９](?:年|月|日|世[纪紀])/u.test(pieces[end]!.text);
  return whole && end > at + 1 ? end - at : 0;
}

/** The text with its printed lines whole. */
export function withoutTears(text: string): string {
  let from = 0;
  let whole = '';
  for (const { start, end } of findTears(text)) {
    whole += text.slice(from, start);
    from = end;
  }
  return whole + text.slice(from);
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let before = '';
  let offset = 0;
  for (const line of text.split('\n')) {
    const words = line.trim();
    if (pageStart.test(line)) before += '\f';
    if (words !== '') {
      const start = offset + line.indexOf(words);
      pieces.push({ text: words, before, start, end: start + words.length });
      before = '';
    }
    before += '\n';
    offset += line.length + 1;
  }
  return pieces;
}

function beforeOpeningMarks(strips: Piece[]): Span[] {
  const widths = strips.map(({ text }) => widthOf(text));
  const follows = strips.map(({ text, before }, i) => i > 0 && before === '\n' && mayFollow(strips[i - 1]!.text, text));
  const whole = strips.map((_, i) => !follows[i] && !follows[i + 1]);
  const usual = usualWidth(widths.filter((_, i) => whole[i]));
  const tears: Span[] = [];
  let width = 0; // of the line under way
  for (const [i, strip] of strips.entries()) {
    const room = roomAt(i, widths, whole, usual) - width;
    // where a sentence ends a paragraph may: then all pieces behind it have to find room
    const needed = i > 0 && endsSentence(strips[i - 1]!.text) ? widthOfRun(i, widths, follows, room) : widths[i]!;
    if (follows[i] && needed <= room) {
      tears.push({ start: strips[i - 1]!.end, end: strip.start });
      width += widths[i]! - 0.5;
    } else width = widths[i]!;
  }
  return tears;
}

/** May a piece be the rest of a line: does it open with a mark, behind a mark, and with nothing that opens a line? */
function mayFollow(before: string, text: string): boolean {
  if (!opens.test(text) || !closes.test(before)) return false;
  return !headingNumeralOf(text) && !labelOf(text) && !noteLead.test(text);
}

/** Width of a piece and of those that stand in one line with it. */
function widthOfRun(at: number, widths: number[], follows: boolean[], room: number): number {
  let width = widths[at]!;
  for (let i = at + 1; follows[i] && width <= room; i++) width += widths[i]! - 0.5;
  return width;
}

function roomAt(at: number, widths: number[], whole: boolean[], usual: number): number {
  let widest = usual;
  for (let i = Math.max(0, at - nearby); i <= Math.min(widths.length - 1, at + nearby); i++)
    if (whole[i]) widest = Math.max(widest, widths[i]!);
  return widest + 1;
}

/** The most frequent width, em; of widths that a column can have. */
function usualWidth(widths: number[]): number {
  const times = new Map<number, number>();
  for (const width of widths.map(Math.round)) if (width >= narrowest) times.set(width, (times.get(width) ?? 0) + 1);
  return [...times].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}

/** Width of a line, em: of two marks that meet one is set half as wide. */
function widthOf(text: string): number {
  return measure(text.replace(/\s+/gu, ' ')) - (text.match(squeezedPair)?.length ?? 0) / 2;
}
