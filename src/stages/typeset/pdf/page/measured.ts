/** What measuring finds in the galley: elements beside the numbers that the page decisions are made of. */
import type { Unit } from '../plan/types.js';

interface LeafBase {
  element: HTMLElement;
  /** Where it stood in the galley. */
  parent: HTMLElement;
  /** Space above, as measured. */
  before: number;
  /** Lines that may be added above it on a loose page. */
  stretch: number;
  /** Calls of notes in it, and the line (of a table: the row) in which each stands. */
  calls: { call: Element; line: number }[];
  height: number;
  /** What brings its height to whole lines. */
  extra: number;
  /** Its own padding above and below; styles that look at neighbours no longer apply once it is moved. */
  padding: [number, number];
}

/** A block that holds lines, or is set whole. */
export type Leaf =
  | (LeafBase & {
      kind: 'text';
      lines: number;
      /** Height of its lines: the body's, or that of small type (English abstracts). */
      line: number;
    })
  | (LeafBase & { kind: 'box' })
  | (LeafBase & {
      kind: 'table';
      /** Heights of the rows of the body; the first includes the head. */
      heights: number[];
      /** Height of what is set again above a piece that goes on: the head, and the words that say so. */
      repeated: number;
      /** Those words; a table without a caption has none. */
      continued?: string;
      rows?: HTMLTableRowElement[];
      /** Rows that a cell of an earlier row reaches into. */
      spanned?: Set<number>;
    });

export interface MeasuredNote {
  element: HTMLElement;
  key: string;
  lines: number;
  splittable: boolean;
}

export interface MeasuredDocument {
  section: HTMLElement;
  leaves: Leaf[];
  units: Unit[];
  /** Leaf and line of each unit. */
  places: { leaf: number; line: number }[];
  notes: MeasuredNote[];
}

/** Whether an element holds blocks, not lines. */
export function isContainer(element: Element): boolean {
  for (const child of element.children) {
    const { display } = getComputedStyle(child);
    // a formula that stands by itself within a paragraph is still a part of it
    if (child.localName !== 'math' && display !== 'none' && !/^inline/.test(display)) return true;
  }
  return false;
}
