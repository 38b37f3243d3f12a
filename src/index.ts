/**
 * kanben as a library. It writes editions and prints nothing.
 *
 * @example
 *   import { build } from 'kanben';
 *   const { ok, issues } = await build('texts/2026-03', { out: 'dist', formats: ['epub'] });
 */
export { build, check } from './build.js';
export type { BuildOptions, BuildResult, CheckOptions, IssueResult } from './build.js';
export type { WrittenFile } from './publish/written-file.js';
export { correct } from './correct.js';
export type { Corrected, CorrectOptions } from './correct.js';
export { exportMarkdown } from './export/export-markdown.js';
export type { ExportOptions } from './export/export-markdown.js';
export { readEdition } from './editions/read-edition.js';
export { compareEditions } from './editions/diff/compare-editions.js';
export type { EditionDifference } from './editions/diff/compare-editions.js';
export type { EditionRecord } from './editions/edition-record.js';
export { BrowserKeeper } from './typeset/pdf/browser/browser-keeper.js';
export { languages, sentenceOf } from './messages/index.js';
export type { Argument, Language, Message } from './messages/index.js';
export { initIssue } from './init-issue.js';
export { findIssues, readRawText } from './acquire/index.js';
export { makeIssue } from './pipeline.js';
export type { Format } from './choices.js';
export type { MadeIssue, MakeOptions, Output } from './pipeline.js';
export { Misuse } from './misuse.js';
export type { Complaint } from './misuse.js';
export type { Finding } from './publish/findings.js';
export type { Report } from './publish/report.js';
export type { Change, Law, Ledger, SetAside, Severity } from './diagnostics.js';
export type { IssueConfig } from './acquire/issue-config.js';
export type * from './model.js';
