/** What an output is: what it needs, how it is made, and how its words are read back for the proof. */
import type { Remember } from '../../cache/remember.js';
import type { FontChoice, NoteProfile } from '../../model/choices.js';
import type { Edition, EditionDocument, Progress, Severity } from '../../model/index.js';
import type { Message } from '../../messages/index.js';
import type { DocumentFlow } from './html/document-flow.js';
import type { LaunchedBrowser } from './pdf/browser/launch-browser.js';
import type { PartStore, PdfPageStart, PdfPlace } from './pdf/types.js';

/** A kind of output. Its folder exports one as `target`, and a line of `targets.ts` names it. */
export interface Target {
  /** Loads what it will use, while texts are still read. */
  warmUp?(): void;
  /** @throws where the edition contradicts itself, never for what a text says */
  make(edition: Edition, options: TargetOptions): Promise<TargetOutput>;
}

/** What any target may be told; each takes what concerns it. */
export interface TargetOptions {
  /** Path of a browser, and one that is kept for several editions. */
  browser?: string | undefined;
  launch?: (() => Promise<LaunchedBrowser>) | undefined;
  /** A PDF for a press: bleed, crop marks, PDF/X-4. */
  press?: boolean | undefined;
  /** A style sheet of the user, after ours. */
  extraStyles?: string | undefined;
  notes?: NoteProfile | undefined;
  fonts?: FontChoice | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Told where printed pages begin as soon as that is known. */
  onPages?: ((starts: readonly PdfPageStart[]) => void) | undefined;
  /** Where the pages begin that are printed in the same build; absent where none are. */
  printedPages?: Promise<readonly PdfPageStart[]> | undefined;
  /** Where printed documents are kept. */
  store?: PartStore | undefined;
  /** Spares work that was done before. */
  remember?: Remember | undefined;
}

/** A file of an edition, not yet written. */
export interface OutputFile {
  /** Path in the folder of editions, with slashes. */
  name: string;
  bytes: Uint8Array;
  /** Known for the PDF. */
  pages?: number;
}

/** What came of a target. */
export interface TargetOutput {
  /** The first is the one that a person opens. */
  files: OutputFile[];
  findings?: TargetFinding[];
  /** Characters that none of its fonts has, in code point order. */
  missing?: string[];
  /** Where documents and pages begin, when it has pages. */
  printed?: { contents: PdfPlace[]; pageStarts: PdfPageStart[] };
  /** The words of a document as its finished files hold them; nothing where the target has no such document. */
  readBack(document: EditionDocument): ReadBack | undefined;
}

/** Words of a finished document, to be held against what it should say. */
export interface ReadBack {
  /** What they are read of: the same has been proved before. */
  given: string | Uint8Array;
  /** Absent where the document is missing. */
  found(): DocumentFlow | undefined;
  /** What it should say, where a target arranges words in its own way; else the document in its own order. */
  expected?: DocumentFlow;
}

/** Something that a target has to say. */
export interface TargetFinding {
  severity: Severity;
  /** `pdf:…` */
  rule: string;
  reason: Message;
  /** Id of the document it is about. */
  document?: string;
}
