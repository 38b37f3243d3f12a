/**
 * The types that travel between the stages, in the order of the road:
 * `RawText` → `CleanText` → mdast `Root` → `Issue` → `Edition` → files.
 */
export type * from './span.js';
export type * from './config/issue-config.js';
export type * from './issue-source.js';
export type * from './survey.js';
export type * from './paged-text.js';
export type * from './text.js';
export type * from './tree.js';
export type * from './ledger.js';
export type * from './question.js';
export type * from './issue.js';
export type * from './edition.js';
export type * from './progress.js';
