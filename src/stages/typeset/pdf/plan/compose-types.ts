/** What goes into the composer in the page and what comes out: plain values, they cross from Node to the browser and back. */

/** Scheme of links that lead into another print: the browser would drop links to what it does not see. */
export const crossScheme = 'kanben:';

export interface ComposeInput {
  /** The document that is set: one part of the edition. */
  document: {
    /** Id of its section. */
    id: string;
    kind: string;
    /** For the running head. */
    title: string;
    /** Front and back matter: no running head and no folio. */
    plain: boolean;
  };
  /** Running head of left pages. */
  versoHead: string;
  /** Notes numbered on each page, through the article, or set at its end. */
  notes: 'page' | 'article' | 'end';
  words: {
    titleMark: string;
    noteContinues: string;
    /** With a slot {number}. */
    noteContinued: string;
    /** With a slot {number}. */
    tableContinued: string;
  };
}

/** Where in the edition a part begins. */
export interface PartStart {
  /** Whether its first page is a right page. */
  right: boolean;
  /** Number of its first page; absent where none is printed. */
  folio?: number;
  /** For contents: the numbers to be stated, by the id of what they lead to. */
  folios?: Record<string, string>;
}

export interface ComposedPage {
  /** Printed number, empty where none is. */
  folio: string;
  /** Lines left blank above the notes or at the foot; 0 on last pages. */
  blank: number;
  /** Characters of its document's flow that stand on it, white space left out. */
  characters: number;
}

/** Something that the composer saw on the finished pages. Pages count from 0 at the part's first one. */
export type PageFault =
  | { kind: 'overflow'; page: number; what: string; by: number }
  | { kind: 'unstable'; page: number; what: string; planned: number; found: number }
  | { kind: 'misplaced'; page: number; what: string; planned: number; found: number }
  | { kind: 'oversize'; page: number; what: string }
  | { kind: 'away'; page: number; note: string }
  | { kind: 'broken-numbers'; page: number; what: string };

export interface ComposeOutput {
  pages: ComposedPage[];
  /** Where the document and its headings begin: id, page of the part from 0, px from the page's head. */
  places: { id: string; page: number; top: number }[];
  /** Text of the document as it stands on the pages, and of each note. */
  flow: string;
  notes: Record<string, { text: string; times: number }>;
  faults: PageFault[];
  /** Entries of contents: what they lead to, and the number that they state. */
  entries: { page: number; entry: string; target: string; stated: string }[];
  /** Pictures made of points, and how many of these stand on an inch. */
  pictures: { page: number; what: string; resolution: number }[];
  /** ms of each step. */
  times: Record<string, number>;
}
