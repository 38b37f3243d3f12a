/** Tells of an edition that stands as it was: its files in, what its build said of it out. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { shownPath } from '../stages/acquire/shown-path.js';
import type { IssueResult } from './issue-result.js';
import type { IssueSource } from '../model/index.js';
import { countFindings } from './findings.js';
import type { Report } from './report.js';
import type { WrittenFile } from './written-file.js';

/** Where the edition stands, and how it is to be told of. */
export interface Standing {
  /** Absolute path of its folder, and its name for messages. */
  out: string;
  shown: string;
  cwd: string;
  /** Warnings stop it: an edition that would not be made now is not passed off as one. */
  strict: boolean;
}

export async function standingIssue(
  { slug, name, folder }: IssueSource,
  files: WrittenFile[],
  { out, shown, cwd, strict }: Standing,
): Promise<IssueResult> {
  const file = files.find(({ format }) => format === 'report')!.name;
  const report = JSON.parse(await readFile(path.join(out, file), 'utf8')) as Report;
  const findings = report.findings.map((finding) => ({
    ...finding,
    file: shownPath(path.join(folder, finding.file), cwd),
  }));
  const counts = countFindings(findings);
  const ok = !(strict && counts.warning > 0);
  const written = ok ? files.map((one) => ({ ...one, name: `${shown}/${one.name}` })) : [];
  return {
    slug,
    name,
    ok,
    unchanged: ok,
    findings,
    counts,
    report,
    written,
    ...(report.verdict && { verdict: report.verdict }),
  };
}
