/**
 * A page as lines of runs. All measures are pt from the left and upper edge of the page.
 *
 * `PagedText` is what a source with positions hands on beside its text; offsets are those of `RawText.text`.
 */
import type { Span } from './span.js';

/** What part of a page a line belongs to. */
export type Area =
  /** Running text with its headings. */
  | 'body'
  /** The notes at the foot. */
  | 'notes'
  /** Running head or folio. */
  | 'furniture'
  /** What a download service or a copy protection stamps over all pages. */
  | 'stamp'
  /** Words within a picture or chart. */
  | 'figure'
  /** Cells of a table. */
  | 'table'
  /** A page that belongs to another text: cover, board, contents, a neighbour's tail. */
  | 'outside';

/** Part of a line in one size, font and height. */
export interface Run extends Span {
  x: number;
  right: number;
  /** Baseline. */
  y: number;
  size: number;
  /** Index into `PagedText.fonts`. */
  font: number;
  /** Set small and high (1) or small and low (-1), else 0. */
  raised: -1 | 0 | 1;
}

/** A printed line. */
export interface PagedLine extends Span {
  /** Number of its page in the file, from 1. */
  page: number;
  x: number;
  right: number;
  /** Baseline of most of its signs. */
  y: number;
  /** Of most of its signs. */
  size: number;
  /** Of most of its signs. */
  font: number;
  /** 0, 1 … from the left; -1 where the line goes over all columns of its page. */
  column: number;
  area: Area;
  /** Which figure or table of its page it belongs to. */
  block?: number;
  runs: Run[];
}

/** A picture, chart or table of a page. */
export interface PageBlock {
  kind: 'figure' | 'table';
  x: number;
  y: number;
  right: number;
  bottom: number;
  /** The text layer of a scan leaves it out: a table or figure that an OCR did not read. */
  unread?: true;
  /** Rows of cells, for a table whose cells are certain. */
  rows?: TableCell[][];
  /** Edges of its columns, the outer ones included, pt. */
  columns?: number[];
  /** Rows above the rule below its head. */
  headRows?: number;
}

/** A cell of a table: its lines, from the upper one to the lowest, as stretches of the text. */
export interface TableCell {
  lines: Span[];
  colspan: number;
  rowspan: number;
}

/** What a page of the source is. */
export type PageKind = 'text' | 'picture' | 'unreadable' | 'vertical' | 'empty' | 'outside';

/** A page with its lines in reading order. */
export interface PagedPage {
  /** In the file, from 1. */
  number: number;
  kind: PageKind;
  /** Offset of its first character. */
  start: number;
  /** An OCR has read its words from a picture: characters may be misread. */
  recognised?: true;
  width: number;
  height: number;
  /** The number printed on it. */
  folio?: string;
  lines: PagedLine[];
  blocks: PageBlock[];
  /** Left and right edge of each column of running text, pt; by column, -1 for what goes over all. */
  edges: Record<number, { left: number; right: number }>;
  /** Offsets of the □ that stand for characters drawn as pictures. */
  drawn?: number[];
}

/** A font of the source. */
export interface PageFont {
  name: string;
  bold: boolean;
  italic: boolean;
  /** False where the file does not say which characters its glyphs stand for. */
  mapped: boolean;
  /** The file names its letters or marks as Han: they are read as what they are. */
  misnamed?: true;
}

/** The type of the running text. */
export interface BodyType {
  /** pt */
  size: number;
  font: number;
  /** From baseline to baseline, pt. */
  leading: number;
  /** Columns of most pages. */
  columns: number;
  /** Width of a column, pt. */
  measure: number;
}

/** Why signs that are on a page are not in the text. */
export type DropReason =
  /** The same sign was drawn at the same place before, or a layer without ink repeats it. */
  | 'duplicate'
  /** It lies outside of the page. */
  | 'outside'
  /** It stands on its side or upside down among upright text. */
  | 'turned'
  /** Its page is set from top to bottom, which is not read. */
  | 'vertical'
  /** The fonts of its page do not say what their glyphs are. */
  | 'unreadable'
  /** The font of the signs has no character map: □ stands for each of them. */
  | 'unmapped';

/** Signs of one page that are not in the text. */
export interface DroppedSigns {
  page: number;
  reason: DropReason;
  text: string;
}

/** A text with positions. */
export interface PagedText {
  /** The pages that were read. */
  pages: PagedPage[];
  /** How many the file has. */
  pageCount: number;
  /** Numbers of the pages that could not be read. */
  damaged: number[];
  /** Numbers of the pages whose content is damaged: what was read of them may not be all. */
  readInPart: number[];
  fonts: PageFont[];
  body: BodyType;
  dropped: DroppedSigns[];
}

declare module 'vfile' {
  interface DataMap {
    /** The pages that offsets of the file's messages stand on. */
    paged: PagedText;
  }
}
