/** What the page decisions are made of: numbers only, so that they can be made and tested without a browser. Lengths in CSS px. */

/** The smallest thing that a page takes whole: a line of text, a picture, a row of a table. */
export interface Unit {
  height: number;
  /** Space above it. */
  before: number;
  /** What stays of that space at the head of a page: what keeps the lines after it on the grid. Absent: its rest by the line. */
  lead?: number;
  /** What is set above it when a page begins with it: the repeated head of a table. */
  atTop: number;
  /** Whether a page may begin with it. */
  breakBefore: boolean;
  /** Lines that may be added to the space above it on a loose page, as a typesetter does at headings. */
  stretch?: number;
  /** Indexes of the notes it calls. Over all units: 0, 1, 2 … without gaps. */
  notes: number[];
}

export interface NoteSize {
  /** Lines of the note, at least 1. */
  lines: number;
  /** False for a note whose lines are not all of one height (a table within a note). */
  splittable: boolean;
}

export interface Geometry {
  /** Height of the type area. */
  height: number;
  /** Line of the body: the grid. */
  line: number;
  noteLine: number;
  /** From the last line to the first note, the rule included. */
  noteGap: number;
}

/** Lines of one note on one page. */
export interface NotePart {
  note: number;
  from: number;
  to: number;
}

/** A page without text: a blank one, or one that a picture fills. */
export const emptyPage = (): PagePlan => ({ from: 0, to: 0, notes: [], stretched: [], slack: 0, oversize: false });

/** What one page holds. */
export interface PagePlan {
  /** First unit, and the one after the last. */
  from: number;
  to: number;
  notes: NotePart[];
  /** Units above which a line was added, once for each line. */
  stretched: number[];
  /** Height left over. */
  slack: number;
  /** Something on the page is higher than the type area. */
  oversize: boolean;
}
