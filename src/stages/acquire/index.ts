/** File → `RawText`: decode, digest, note where it came from; alter nothing. */
export { findIssues } from './find-issues.js';
export { readRawText } from './read-raw-text.js';
