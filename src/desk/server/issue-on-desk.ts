/** An issue with what is made of it, as requests name it. */
import type { Jobs } from './jobs.js';
import type { ServedIssue } from './served-issue.js';

export interface IssueOnDesk {
  served: ServedIssue;
  jobs: Jobs;
}

/** What was asked for is not there. */
export class NotHere extends Error {}
