/** Lines of a paged text measured against their column: `CleanText` with positions in, lines in reading order out. */
import { firstAt } from '../../../positions/first-at.js';
import type { CleanText, Span } from '../../../model/index.js';
import type { PagedLine, PagedPage, PagedText, Run } from '../../../model/paged-text.js';

/** A stretch of a line in one height. */
export interface Piece extends Span {
  text: string;
  raised: -1 | 0 | 1;
  /** Index of its font. */
  font: number;
  /** pt */
  size: number;
  x: number;
}

/** A printed line with what its place says. Distances are em of the running text unless said otherwise. */
export interface MeasuredLine extends Span {
  line: PagedLine;
  page: PagedPage;
  /** As cleaned; `start` and `end` are offsets of the clean text. */
  text: string;
  pieces: Piece[];
  /** From the left edge of its column. */
  indent: number;
  /** From its end to the right edge of its column. */
  short: number;
  /** It stands in the middle of its column and does not fill it. */
  centred: boolean;
  /** Distance to the line above in its column, in leadings of the text; infinite at the head of a column. */
  above: number;
  /** Distance to the line below, in leadings; infinite at the foot of a column. */
  below: number;
  /** Its size as a share of the text's. */
  ratio: number;
  /** Most of it is in the font of the running text. */
  textFace: boolean;
  /** In a heavy font. */
  bold: boolean;
}

/** Off the middle of its column by no more than this (em) a line is centred. */
const centringTolerance = 1;
/** A centred line leaves this much (em) on both sides. */
const leastMargin = 1.2;

/** @returns the lines of every page; blank ones left out */
export function measureLines(clean: CleanText, paged: PagedText): MeasuredLine[] {
  const at = offsetsIn(clean);
  const em = paged.body.size;
  const { leading } = paged.body;
  return paged.pages.flatMap((page) => {
    const above = distances(page.lines, -1);
    const below = distances(page.lines, 1);
    return page.lines.flatMap((line, i): MeasuredLine[] => {
      const [start, end] = [at(line.start), at(line.end)];
      const text = clean.text.slice(start, end);
      if (text.trim() === '') return [];
      const edges = page.edges[line.column] ?? page.edges[0] ?? { left: line.x, right: line.right };
      const left = (line.x - edges.left) / em;
      const short = (edges.right - line.right) / em;
      return [
        {
          line,
          page,
          start,
          end,
          text,
          pieces: line.runs.flatMap((run) => pieceOf(run, clean, at)),
          indent: left,
          short,
          centred:
            Math.abs(left - short) <= centringTolerance * 2 &&
            left >= leastMargin &&
            short >= leastMargin &&
            !isSetIn(line, [page.lines[i - 1], page.lines[i + 1]], em),
          above: above[i]! / leading,
          below: below[i]! / leading,
          ratio: line.size / em,
          textFace: line.font === paged.body.font || sameFace(paged, line.font, paged.body.font),
          bold: paged.fonts[line.font]?.bold === true,
        },
      ];
    });
  });
}

/** Does a line begin where a neighbour begins that ends elsewhere? Lines round one middle do not. */
function isSetIn(line: PagedLine, neighbours: readonly (PagedLine | undefined)[], em: number): boolean {
  return neighbours.some(
    (other) =>
      other !== undefined &&
      other.column === line.column &&
      other.area === line.area &&
      Math.abs(other.y - line.y) < 2.5 * em &&
      Math.abs(other.x - line.x) < 0.3 * em &&
      Math.abs(other.right - line.right) > em,
  );
}

/** Part of a line. @param start, end offsets of the clean text within it */
export function cutLine(line: MeasuredLine, start: number, end: number): MeasuredLine {
  const pieces = line.pieces.flatMap((piece): Piece[] => {
    const [from, to] = [Math.max(start, piece.start), Math.min(end, piece.end)];
    return from < to
      ? [{ ...piece, start: from, end: to, text: piece.text.slice(from - piece.start, to - piece.start) }]
      : [];
  });
  return { ...line, start, end, text: line.text.slice(start - line.start, end - line.start), pieces };
}

/** Is a line set in the face and the size of the running text? */
export function isTextType({ textFace, ratio }: MeasuredLine): boolean {
  return textFace && Math.abs(ratio - 1) < 0.05;
}

/** The lines of each page, in order: to look through all lines for each page would take the square of a book. */
export function linesByPage(lines: readonly MeasuredLine[]): Map<PagedPage, MeasuredLine[]> {
  const pages = new Map<PagedPage, MeasuredLine[]>();
  for (const line of lines) {
    const known = pages.get(line.page);
    if (known) known.push(line);
    else pages.set(line.page, [line]);
  }
  return pages;
}

/** Subsets of one font are one face. */
function sameFace(paged: PagedText, a: number, b: number): boolean {
  const [first, second] = [paged.fonts[a], paged.fonts[b]];
  return first !== undefined && second !== undefined && first.name === second.name && first.bold === second.bold;
}

/** From raw offsets to those of the clean text. */
function offsetsIn({ origin, raw, text }: CleanText): (offset: number) => number {
  if (text === raw.text) return (offset) => offset;
  return (offset) => firstAt(origin, (known) => known >= offset);
}

function pieceOf(run: Run, clean: CleanText, at: (offset: number) => number): Piece[] {
  const [start, end] = [at(run.start), at(run.end)];
  if (end <= start) return [];
  return [
    { start, end, text: clean.text.slice(start, end), raised: run.raised, font: run.font, size: run.size, x: run.x },
  ];
}

/** From each line to the next one of its column and area, pt, upwards or downwards. */
function distances(lines: readonly PagedLine[], step: -1 | 1): number[] {
  return lines.map((line, i) => {
    for (let j = i + step; j >= 0 && j < lines.length; j += step) {
      const other = lines[j]!;
      if (other.area === 'furniture' || other.area === 'stamp') continue;
      const apart = (other.y - line.y) * step;
      if (other.column !== line.column && other.column !== -1 && line.column !== -1) return Infinity;
      if (apart > 0) return apart;
    }
    return Infinity;
  });
}
