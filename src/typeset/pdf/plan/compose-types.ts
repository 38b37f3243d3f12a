/** What goes into the composer in the page and what comes out: plain values, they cross from Node to the browser and back. */

export interface ComposeDocument {
  /** Id of its section. */
  id: string;
  kind: string;
  /** For the running head. */
  title: string;
  /** Front and back matter: no running head and no folio. */
  plain: boolean;
}

export interface ComposeInput {
  documents: ComposeDocument[];
  /** Running head of left pages. */
  versoHead: string;
  /** Folio of the first page after the front matter. */
  firstFolio: number;
  /** Whether articles begin on the next page or on the next right page. */
  opening: 'page' | 'recto';
  /** The number of pages is a multiple of this. */
  padTo: number;
  /** Notes numbered on each page, through the article, or set at its end. */
  notes: 'page' | 'article' | 'end';
  words: {
    titleMark: string;
    noteContinues: string;
    /** With a slot {number}. */
    noteContinued: string;
  };
}

export interface ComposedPage {
  index: number;
  document: string;
  /** Printed number, empty where none is. */
  folio: string;
  /** Lines left blank above the notes or at the foot; 0 on last pages. */
  blank: number;
  /** Characters of its document's flow that stand on it, white space left out. */
  characters: number;
}

/** Something that the composer saw on the finished pages. */
export type PageFault =
  | { kind: 'overflow'; page: number; what: string; by: number }
  | { kind: 'unstable'; page: number; what: string; planned: number; found: number }
  | { kind: 'misplaced'; page: number; what: string; planned: number; found: number }
  | { kind: 'oversize'; page: number; what: string }
  | { kind: 'away'; page: number; document: string; note: string }
  | { kind: 'contents'; page: number; entry: string; stated: string; found: string };

export interface ComposeOutput {
  /** Trim size, px. */
  paper: { width: number; height: number };
  pages: ComposedPage[];
  /** Where each document and heading begins: id, index of the page, px from the page's head. */
  places: { id: string; page: number; top: number }[];
  /** Text of each document as it stands on the pages, and of each note. */
  flows: Record<string, string>;
  notes: Record<string, { text: string; times: number }>;
  faults: PageFault[];
  /** Pictures made of points, and how many of these stand on an inch. */
  pictures: { page: number; what: string; resolution: number }[];
  /** ms of each step. */
  times: Record<string, number>;
}
