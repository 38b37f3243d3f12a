/** How an issue is made, and what came of it. */
import type { VFile } from 'vfile';
import type { Remember } from '../cache/remember.js';
import type { FontChoice, NoteProfile } from '../model/choices.js';
import type { Edition, Issue, IssueSource, Progress, RawText, ReadFile, TextTree } from '../model/index.js';
import type { Applied } from '../stages/revise/index.js';
import type { LaunchedBrowser } from '../stages/typeset/pdf/browser/launch-browser.js';
import type { PartStore } from '../stages/typeset/pdf/types.js';
import type { OutputFile, TargetOutput } from '../stages/typeset/target.js';
import type { Format } from '../stages/typeset/targets.js';
import type { LedgerSums } from '../stages/verify/ledger-closes.js';

/** How an edition is made. */
export interface MakeOptions {
  /** What to make; with none the road ends at the edition. */
  formats: readonly Format[];
  /** Absolute path of the working folder, for names in messages. */
  cwd: string;
  /** Whether pictures are cut from pages; where something is made, if it is left out. */
  pictures?: boolean;
  /** Path of the browser that prints. */
  browser?: string | undefined;
  /** Gives a browser that is kept for several editions. */
  launch?: (() => Promise<LaunchedBrowser>) | undefined;
  /** A PDF for a press: bleed, crop marks, PDF/X-4. */
  press?: boolean | undefined;
  /** What `issue.yaml` may say under `epub`, for all issues. */
  notes?: NoteProfile | undefined;
  fonts?: FontChoice | undefined;
  /** Seconds since 1970 that stand for the time of the edition. */
  sourceDateEpoch?: number | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Spares work that was done before. */
  remember?: Remember | undefined;
  /** The issue was built before: what it needs of the fonts is most likely remembered. */
  again?: boolean;
  /** Printed documents of earlier builds. */
  printed?: PartStore | undefined;
}

/** A file of an edition, not yet written, and the target that it belongs to. */
export interface Output extends OutputFile {
  format: Format;
}

/** How far the road led, and what was seen on it. */
export interface MadeIssue {
  source: IssueSource;
  raws: RawText[];
  trees: TextTree[];
  /** Absent when a fatal message stopped the road before. */
  issue?: Issue;
  edition?: Edition;
  /** Where the records of `corrections.yaml` were applied, in the order of the texts. */
  applied: Applied[];
  /** What became of the characters of each raw text; absent when the road stopped before. */
  sums?: LedgerSums[];
  /** Empty when a fatal message was given. */
  outputs: Output[];
  /** What stands on which page of the PDF, when one was made. */
  printed?: NonNullable<TargetOutput['printed']>;
  /** Every file that the edition was made of, with what it held then. */
  read: ReadFile[];
  /** `issue.yaml`, the raw texts and `corrections.yaml`: every message hangs on one of them. */
  files: VFile[];
}

/** True when a message says that the edition would be wrong. */
export function hasFatal(made: MadeIssue): boolean {
  return made.files.some((file) => file.messages.some((message) => message.fatal === true));
}
