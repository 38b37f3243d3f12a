/** What a line of a text is like, as far as it can be measured: no decision, no role. */
import type { LabelledPart, Span } from '../../../model/index.js';

/** A sign at a line's start that opens something. */
export type Opening =
  /** 摘要：, 〔关键词〕 */
  | { kind: 'label'; part: LabelledPart }
  /** 一、, 第一章, 1.1: the name of the system and its rank (see `vocabulary/headings.ts`). */
  | { kind: 'numeral'; system: string; rank: number; value: number | undefined }
  /** ①, [1], or a bare number. */
  | { kind: 'note'; form: 'circled' | 'bracketed' | 'lone'; value: number }
  /** ＊ */
  | { kind: 'star' }
  /** 表 1, 图 2 */
  | { kind: 'caption'; of: 'table' | 'figure' }
  /** 问：, 答：, 沈一： */
  | { kind: 'speaker'; name: string };

/** How a line ends: a sentence, a pause, a colon, within a sentence, or in a page number behind dots. */
export type LineEnd = 'sentence' | 'clause' | 'colon' | 'open' | 'page-number';

/** How a line comes back in its text. */
export interface Returns {
  /** How many lines of the text are the same, this one among them. */
  times: number;
  /** Median of the characters between two of them, white space aside. */
  period: number;
  /** The lines are the same but for a number, and that counts up from one to the next. */
  counts: boolean;
}

/** How a line is set, in a source that knows positions. */
export interface Setting {
  /** Height of the letters, pt. */
  size: number;
  font: string;
  bold: boolean;
  centred: boolean;
  /** Stands above the line that it belongs to, as the mark of a note does. */
  raised: boolean;
  /** The part of the page that it stands in. */
  area: 'header' | 'body' | 'notes' | 'footer' | 'margin';
  /** From 0. */
  column: number;
  /** From 1. */
  page: number;
  /** Of the left, the baseline and the right of the line, pt from the top left corner of the page. */
  x: number;
  y: number;
  right: number;
}

/** A line as it was measured: never altered. Widths and indents are in em. */
export interface Line {
  text: string;
  /** Raw offsets. */
  span: Span;
  /** Han characters, and Latin letters. */
  han: number;
  latin: number;
  /** Width against that of the widest lines around it: 1 fills their measure. */
  fill: number;
  indent: number;
  /** Empty lines before this one. */
  blankBefore: number;
  /** First or last line of a page, where pages show. */
  edge?: 'head' | 'foot';
  /** What the line may open with, all readings. */
  opens: readonly Opening[];
  ends: LineEnd;
  /** Absent where the line stands once. */
  returns?: Returns;
  /** Does it read as names of people, and where they work? 0 to 1. */
  people: number;
  /** Does it read as a citation? 0 to 1. */
  cites: number;
  set?: Setting;
}
