/** What came of an issue: how it ended, what was found and what was written. */
import type { Severity } from '../model/index.js';
import type { MadeIssue } from '../pipeline/made-issue.js';
import type { Finding } from './findings.js';
import type { Report } from './report.js';
import type { Verdict } from './verdict.js';
import type { WrittenFile } from './written-file.js';

/** What became of one issue. */
export interface IssueResult {
  slug: string;
  /** The folder or file it was made of, as messages show it. */
  name: string;
  /** False when a finding stopped it; then nothing of it was written. */
  ok: boolean;
  /** True when its edition stood already, made of the same sources in the same way: nothing was done. */
  unchanged: boolean;
  /** What a person is to do about it; absent where nothing was done. */
  verdict?: Verdict;
  /** Sorted by place. */
  findings: Finding[];
  counts: Record<Severity, number>;
  report: Report;
  /** The files of the edition, written now or standing unchanged. */
  written: WrittenFile[];
  /** The issue and edition themselves, as far as they were made; absent where nothing was done. */
  made?: MadeIssue;
}
