/** What the steps of the road share while an issue is made. */
import type { Progress } from '../model/index.js';
import type { Corrections } from '../stages/revise/correction.js';
import type { MadeIssue, MakeOptions } from './made-issue.js';
import type { LoadedTarget } from './load-targets.js';

export interface Run extends MakeOptions {
  corrections: Corrections | undefined;
  /** The targets that were asked for, loading since the road began. */
  targets: LoadedTarget[];
  /** Reports progress, and lets whoever shows it have a turn before the work goes on. */
  report(progress: Omit<Progress, 'issue'>): Promise<void>;
}

/** A step of the road: what was made so far in, more of it made. */
export type Step = (made: MadeIssue, run: Run) => Promise<void>;

/** Reports the progress of one issue. */
export function progressReporter(issue: string, onProgress?: (progress: Progress) => void): Run['report'] {
  return async (progress) => {
    onProgress?.({ issue, ...progress });
    await new Promise((resolve) => setImmediate(resolve));
  };
}
