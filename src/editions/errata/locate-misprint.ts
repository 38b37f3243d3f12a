/** Page and line of a misprint, as a reader of the printed edition finds it. */
import { circledValue, noteArea } from '../../inspect/note-area.js';
import type { PrintedBook } from '../../inspect/types.js';
import { normalised } from '../../stages/verify/outputs-agree.js';
import { counted, flowBlocks } from '../article-text.js';
import type { ArticleRecord, EditionRecord } from '../edition-record.js';
import type { Misprint } from './find-misprints.js';
import { linesOfWords, pageLines, type PageLines } from './page-lines.js';

/** A line of a page: its number from the nearer end, from 1. */
export interface PrintedLine {
  folio: string;
  line?: { number: number; fromEnd: boolean };
}

export interface PrintedPlace {
  /** Where the words begin; absent for an edition that was not printed. */
  from?: PrintedLine;
  /** Where they end, when that is another line. */
  to?: PrintedLine;
  /** The mark of the note that they stand in, as a number; 0 for the note of the title. */
  note?: number;
  /** They stand at the foot of the opening. */
  foot?: true;
  /** The words with as much round them as tells them from equal words of their lines. */
  around: { left: string; right: string };
}

/** @param book the printed edition itself; without it no line is known */
export function locateMisprint(misprint: Misprint, since: EditionRecord, book?: PrintedBook): PrintedPlace {
  const { article, offset, note } = misprint;
  const around = { left: '', right: '' };
  if (note !== undefined) return { ...placeOfNote(article, note, since, book), around };
  if (!offset) return { ...(article.firstPage && { from: { folio: article.firstPage.folio } }), foot: true, around };
  const pages = pagesOf(article, since);
  const at = (place: number): number => pages.findLastIndex(({ start }) => start <= place);
  const [first, last] = [pages[at(offset[0])], pages[at(offset[1] - 1)]];
  if (!first || !last) return { around };
  if (!book) return { from: { folio: first.folio }, ...(last !== first && { to: { folio: last.folio } }), around };
  const text = flowText(article);
  /** Lines of the part of the words that stands on one page. */
  const linesOn = (page: PageOfText): { all: PageLines; found: [number, number] | undefined } => {
    const all = pageLines(book, book.sheets[page.page - 1]!, text.slice(page.start, page.end));
    const [from, to] = [Math.max(offset[0], page.start), Math.min(offset[1], page.end)];
    const share = (from - page.start) / Math.max(1, page.end - page.start);
    return { all, found: linesOfWords(all, text.slice(from, to), share) };
  };
  const [head, tail] = [linesOn(first), linesOn(last)];
  const from = lineOf(first.folio, head.all, head.found?.[0]);
  const to = lineOf(last.folio, tail.all, tail.found?.[1]);
  const oneLine =
    from.folio === to.folio && from.line?.number === to.line?.number && from.line?.fromEnd === to.line?.fromEnd;
  return { from, ...(!oneLine && { to }), around: surroundings(text, offset, head.all, head.found) };
}

interface PageOfText {
  page: number;
  folio: string;
  start: number;
  end: number;
}

function pagesOf(article: ArticleRecord, { pageStarts }: EditionRecord): PageOfText[] {
  const starts = pageStarts.filter(({ document }) => document === article.id);
  return starts.map(({ page, folio, offset }, i) => ({
    page,
    folio,
    start: offset,
    end: starts[i + 1]?.offset ?? Infinity,
  }));
}

const flowText = (article: ArticleRecord): string =>
  counted(
    flowBlocks(article)
      .map(({ text }) => text)
      .join(''),
  );

function lineOf(folio: string, { lines }: PageLines, found: number | undefined): PrintedLine {
  if (found === undefined) return { folio };
  const [number, left] = [found + 1, lines.length - found];
  return { folio, line: left < number ? { number: left, fromEnd: true } : { number, fromEnd: false } };
}

/** Characters that are added at most on either side. */
const most = 6;

function surroundings(
  text: string,
  [from, to]: [number, number],
  { lines }: PageLines,
  found: [number, number] | undefined,
): PrintedPlace['around'] {
  const held = found ? lines.slice(found[0], found[1] + 1).join('') : '';
  const times = (words: string): number => held.split(normalised(words)).length - 1;
  for (let more = 0; more <= most; more++) {
    const around = { left: text.slice(Math.max(0, from - more), from), right: text.slice(to, to + more) };
    for (const one of [{ ...around, right: '' }, { ...around, left: '' }, around])
      if (times(one.left + text.slice(from, to) + one.right) === 1) return one;
  }
  return { left: '', right: '' };
}

/** The page on which a note is called, and its mark there. */
function placeOfNote(
  article: ArticleRecord,
  number: number,
  since: EditionRecord,
  book: PrintedBook | undefined,
): Pick<PrintedPlace, 'from' | 'note'> {
  const first = article.firstPage;
  if (number === 0) return { ...(first && { from: { folio: first.folio } }), note: 0 };
  const pages = pagesOf(article, since);
  const text = article.notes.find((note) => note.number === number)?.text ?? '';
  if (book) {
    const wanted = normalised(text).slice(0, 24);
    for (const { page, folio } of pages) {
      const sheet = book.sheets[page - 1]!;
      const { lines, heads } = noteArea(book, sheet);
      for (const { line, mark } of heads) {
        const rest = lines
          .slice(lines.indexOf(line))
          .map((one) => one.text)
          .join('');
        // the mark itself is a number where widths are levelled
        if (normalised(rest.slice(rest.indexOf(mark) + mark.length)).startsWith(wanted))
          return { from: { folio }, note: circledValue(mark) };
      }
    }
  }
  const called = pages.findLast(({ start }) => start <= callOf(article, number));
  return { ...(called && { from: { folio: called.folio } }), note: number };
}

/** Characters of the document before the call of a note. */
function callOf(article: ArticleRecord, number: number): number {
  let offset = 0;
  for (const { text, calls = [] } of flowBlocks(article)) {
    const call = calls.find(([, note]) => note === number);
    if (call) return offset + counted(text.slice(0, call[0])).length - 1;
    offset += counted(text).length;
  }
  return 0;
}
