/** What a text was measured to be, before anything is mended. */
import type { SaidOfLines } from './said-of-lines.js';

/** The kinds of text that reach us. */
export type TextKind =
  /** Markdown written by an OCR: a paragraph a line, notes in page blocks. */
  | 'ocr-markdown'
  /** Markdown written by a person: `[^1]` notes, metadata block. */
  | 'markdown'
  /** Text layer of a typeset PDF: a printed line a line. */
  | 'wrapped'
  /** The same with justified lines spaced out: 机 制 建 设. */
  | 'spaced'
  /** Text layer of a CAJ reader: torn lines, private-use characters that carry the structure. */
  | 'caj'
  /** One paragraph a line, no markup. */
  | 'plain'
  /** The notation of Aozora Bunko: ruby in 《》, annotations in ［＃］. */
  | 'aozora'
  /** A source with positions, such as a PDF: lines, indents and sizes are measured. */
  | 'paged'
  /** A file that marks its structure: a Word document, a web page, an ebook. */
  | 'structured'
  /** Markdown in which nothing is to be mended, as export writes it: only a person says so. */
  | 'finished';

/** Names of the kinds that a person may say a text is, for the schema of `issue.yaml`. */
export const textKinds = [
  'ocr-markdown',
  'markdown',
  'wrapped',
  'spaced',
  'caj',
  'plain',
  'aozora',
  'finished',
] as const satisfies TextKind[];

/** What was measured. Widths are in em: Han and fullwidth 1, others 0.5. */
export interface Survey {
  kind: TextKind;
  /** Lines that hold anything. */
  lines: number;
  /** Empty lines, as a share of all lines. */
  blankShare: number;
  /** Where the right one of two columns begins that were read across, em; absent for a text of one column. */
  columnAt?: number;
  /** Most frequent width of a line, in em: the measure of the body where lines are printed lines. */
  bodyWidth: number;
  /** Share of lines within one em of that width or up to two below. */
  fullShare: number;
  /** Share of lines in which Han are spaced out. */
  spacedShare: number;
  /** Fullwidth digits and Latin letters. */
  fullwidth: number;
  /** Line marks of the CAJ reader. */
  cajLines: number;
  /** Lines that open with a Markdown heading sign, rule, list or picture; `<sup>` and `[^n]`. */
  markdownSigns: number;
  /** `[^n]` notes. */
  markdownNotes: number;
  /** Lines that open with exactly one space right under another line: how a page change shows in a text layer. */
  pageStarts: number;
  /** Of the lines that end short of the measure, the share that trails a space; and of the full ones. */
  trailingShort: number;
  trailingFull: number;
  /** Lines that end within a sentence. */
  cutLines: number;
  /** Empty lines stand between paragraphs, not within them. */
  parted: boolean;
  /** Pages whose words an OCR has read from pictures, as a share of the pages with text; absent where there are none. */
  recognised?: number;
  /** Prose or verse, read by the rules for books. */
  book?: boolean;
  /** Share of the lines of a text layer that stand in no order; absent where it is whole. */
  torn?: number;
  /** A person said what kind it is: somebody has looked at it. */
  stated?: boolean;
  /** What a person said of lines by their words: running heads, and roles. */
  said?: SaidOfLines;
}
