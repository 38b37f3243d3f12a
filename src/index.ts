/**
 * kanben as a library. It writes editions and prints nothing.
 *
 * @example
 *   import { build } from 'kanben';
 *   const { ok, issues } = await build('texts/2026-03', { out: 'dist', formats: ['epub'] });
 */
export { build, check } from './build/build.js';
export type { BuildOptions, BuildResult, CheckOptions } from './build/build.js';
export type { IssueResult } from './publish/issue-result.js';
export type { WrittenFile } from './publish/written-file.js';
export { makeEdition } from './build/make-edition.js';
export type { IssueFiles, MadeEdition, MakeEditionOptions } from './build/make-edition.js';
export { Session } from './build/session.js';
export type { SessionOptions } from './build/session.js';
export { OpenIssue } from './proof/open-issue.js';
export type * from './proof/types.js';
export { MemoryStore } from './cache/memory-store.js';
export type { ByteStore } from './cache/byte-store.js';
export { default as kanbenParse } from './plugins/kanben-parse.js';
export type { KanbenParseOptions } from './plugins/kanben-parse.js';
export { default as kanbenRestore } from './plugins/kanben-restore.js';
export { correct } from './build/correct.js';
export type { Corrected, CorrectOptions } from './build/correct.js';
export { exportMarkdown } from './export/export-markdown.js';
export type { ExportOptions } from './export/export-markdown.js';
export { readEdition } from './build/read-edition.js';
export { makeSlip } from './build/make-slip.js';
export type { Slip, SlipOptions } from './build/make-slip.js';
export { inspectPdf } from './inspect/index.js';
export { readZip } from './system/read-zip.js';
export { compareEditions } from './editions/diff/compare-editions.js';
export type { EditionDifference } from './editions/diff/compare-editions.js';
export type { EditionRecord } from './editions/edition-record.js';
export { BrowserKeeper } from './stages/typeset/pdf/browser/browser-keeper.js';
export { fontFile, packageFolder } from './system/locations.js';
export { BrowserError } from './stages/typeset/pdf/browser/browser-error.js';
export { languages, sentenceOf } from './messages/index.js';
export type { Argument, Language, Message } from './messages/index.js';
export { initIssue } from './build/init-issue.js';
export { withFacts } from './proof/edit-config.js';
export { asciiName } from './stages/acquire/ascii-name.js';
export { findIssues, readRawText } from './stages/acquire/index.js';
export { makeIssue } from './pipeline/make-issue.js';
export { formats } from './stages/typeset/targets.js';
export type { Format } from './stages/typeset/targets.js';
export type { MadeIssue, MakeOptions, Output } from './pipeline/made-issue.js';
export { Misuse } from './messages/misuse.js';
export type { Complaint } from './messages/misuse.js';
export type { Finding } from './publish/findings.js';
export type { Report } from './publish/report.js';
export type * from './model/index.js';
