/** What goes over the wire between the desk's server and its view. */
import type { Act, Block, BlockPart, EditionDifference, Done, Look, Message, SourceSpan } from '../index.js';

/** Why something could not be done, to be worded by the view. */
export interface Refused {
  refused: { message: Message; file?: string; line?: number }[];
}

/** An issue as it stands, with how far back and forth one may go. */
export interface IssueState {
  look: Look;
  /** Steps that can be undone and done again. */
  history: { undo: number; redo: number };
  /** Grows with each change of the files. */
  revision: number;
}

/** The answer to an act. */
export interface Acted extends IssueState {
  done: Done;
}

export interface ArticleBlocks {
  digest: string;
  blocks: Block[];
}

/** What the desk is asked for first. */
export interface Home {
  /** Issues that were found, by the key that their addresses bear. */
  issues: { key: string; name: string; title?: string }[];
  /** The folder, as a person knows it. */
  folder: string;
}

/** An event of the stream. */
export type DeskEvent =
  | { type: 'changed'; issue: string; revision: number }
  | {
      type: 'progress';
      issue: string;
      job: string;
      stage: string;
      target?: string;
      detail?: string;
      done?: number;
      total?: number;
    }
  | { type: 'finished'; issue: string; job: string; result: JobResult };

/** What a person may have made. */
export interface JobRequest {
  formats: string[];
  press?: boolean;
}

/** What came of a job. */
export interface JobResult {
  ok: boolean;
  files: MadeFile[];
  /** Where documents and pages begin, when pages were made. */
  printed?: {
    contents: { id: string; page: number; folio: string }[];
    pageStarts: { page: number; folio: string; document: string; offset: number }[];
  };
  refused?: Refused['refused'];
}

/** A file that was made; it is kept in memory until it is asked for. */
export interface MadeFile {
  name: string;
  format: string;
  bytes: number;
  pages?: number;
}

/** A document of a book in reading order. */
export interface BookDocument {
  href: string;
  title: string;
}

/** An edition that the issue may be held against. */
export interface EarlierEdition {
  /** What it is asked for by. */
  id: string;
  /** The last commit, or a file. */
  kind: 'commit' | 'file';
  name: string;
}

/** What a finished PDF was measured to be. */
export interface Inspected {
  pages: number;
  met: number;
  missed: { rule: string; figure: string; places: { page: number; what: string }[] }[];
}

/** A slip of errata. */
export interface SlipMade {
  rows: { place: string; before: string; after: string }[];
  file?: MadeFile;
}

/** The lines of a page of the source, where a place of the text is on it: pt from the left and upper edge. */
export interface SourcePage {
  number: number;
  width: number;
  height: number;
  start: number;
  lines: { start: number; end: number; x: number; right: number; y: number; size: number }[];
}

export type { Act, Block, BlockPart, EditionDifference, Done, Look, SourceSpan };
