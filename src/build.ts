/**
 * Builds and checks issues: paths in, what was made and seen out. The files of an edition are written, nothing is printed.
 */
import path from 'node:path';
import { findIssues } from './acquire/index.js';
import type { FontChoice, NoteProfile } from './acquire/issue-config.js';
import { shownPath } from './acquire/shown-path.js';
import type { Severity } from './diagnostics.js';
import { recordEdition } from './editions/record-edition.js';
import { messages } from './messages/en.js';
import { Misuse } from './misuse.js';
import type { IssueSource, Progress } from './model.js';
import { formats as allFormats, makeIssue, type Format, type MadeIssue } from './pipeline.js';
import { countFindings, findingsOf, type Finding } from './publish/findings.js';
import { reportOf, type Report } from './publish/report.js';
import { prepareFolder, writeWhole } from './publish/write-whole.js';

/** What `check` may be told. */
export interface CheckOptions {
  /** Working folder; the process's own where it is left out. */
  cwd?: string;
  /** Warnings stop an edition as fatal findings do. */
  strict?: boolean;
  /** Seconds since 1970 for the time of the edition; `SOURCE_DATE_EPOCH` of the environment where it is left out. */
  sourceDateEpoch?: number;
  onProgress?: (progress: Progress) => void;
  /** Told of each issue as soon as it is done. */
  onIssue?: (result: IssueResult) => void;
}

/** What `build` may be told. */
export interface BuildOptions extends CheckOptions {
  /** Folder for the editions, relative to the working folder; `dist` where it is left out. */
  out?: string;
  /** EPUB and PDF where it is left out. */
  formats?: readonly Format[];
  /** Path of the browser that prints the PDF. */
  browser?: string;
  /** A PDF for a press: bleed and crop marks, black as one ink, PDF/X-4. */
  press?: boolean;
  /** What notes of the EPUB are written for, in place of what each `issue.yaml` says. */
  notes?: NoteProfile;
  /** Whether the EPUB carries its fonts, in place of what each `issue.yaml` says. */
  fonts?: FontChoice;
}

/** A file that was written. */
export interface WrittenFile {
  /** As messages show it. */
  name: string;
  format: Format | 'report' | 'edition' | 'markdown';
  bytes: number;
  /** Known for the PDF. */
  pages?: number;
}

/** What became of one issue. */
export interface IssueResult {
  slug: string;
  /** The folder or file it was made of, as messages show it. */
  name: string;
  /** False when a finding stopped it; then nothing of it was written. */
  ok: boolean;
  /** Sorted by place. */
  findings: Finding[];
  counts: Record<Severity, number>;
  report: Report;
  written: WrittenFile[];
  /** The issue and edition themselves, as far as they were made. */
  made: MadeIssue;
}

/** What became of all. */
export interface BuildResult {
  /** True when every issue is. */
  ok: boolean;
  issues: IssueResult[];
}

/**
 * Builds issues and writes their editions.
 *
 * @param paths files, folders or globs; the folders of `source/` where it is left out
 * @throws Misuse for what cannot be done as asked: a missing path, a faulty issue.yaml, a folder that cannot be written
 */
export async function build(paths: string | string[] = [], options: BuildOptions = {}): Promise<BuildResult> {
  const cwd = path.resolve(options.cwd ?? '.');
  const formats = checkedFormats(options.formats ?? allFormats);
  const sources = await findIssues([paths].flat(), cwd);
  const out = path.resolve(cwd, options.out ?? 'dist');
  const shown = shownPath(out, cwd);
  await prepareFolder(out, shown);
  return eachIssue(sources, formats, cwd, options, async (made, report) => {
    const { slug } = made.source;
    const files: (WrittenFile & { content: Uint8Array | string })[] = made.outputs.map((output) => ({
      name: `${slug}.${output.format}`,
      format: output.format,
      bytes: output.bytes.length,
      ...(output.pages !== undefined && { pages: output.pages }),
      content: output.bytes,
    }));
    for (const [format, document] of [['report', report] as const, ['edition', await recordEdition(made)] as const]) {
      const content = `${JSON.stringify(document, null, 2)}\n`;
      files.push({ name: `${slug}.${format}.json`, format, bytes: Buffer.byteLength(content), content });
    }
    await writeWhole(
      out,
      shown,
      files.map(({ name, content }) => ({ name, bytes: content })),
    );
    return files.map(({ content: _, name, ...file }) => ({ name: `${shown}/${name}`, ...file }));
  });
}

/**
 * Looks issues over without making files.
 *
 * @param paths as for `build`
 */
export async function check(paths: string | string[] = [], options: CheckOptions = {}): Promise<BuildResult> {
  const cwd = path.resolve(options.cwd ?? '.');
  const sources = await findIssues([paths].flat(), cwd);
  return eachIssue(sources, [], cwd, options, () => Promise.resolve([]));
}

/** Writes what was made of an issue. */
export type Write = (made: MadeIssue, report: Report) => Promise<WrittenFile[]>;

/** Makes issues one after the other, and writes of each what is asked for unless a finding stops it. */
export async function eachIssue(
  sources: IssueSource[],
  formats: readonly Format[],
  cwd: string,
  options: BuildOptions,
  write: Write,
): Promise<BuildResult> {
  const sourceDateEpoch = options.sourceDateEpoch ?? epochOfEnvironment();
  const issues: IssueResult[] = [];
  for (const source of sources) {
    const { browser, press, notes, fonts, onProgress } = options;
    const made = await makeIssue(source, { formats, cwd, browser, press, notes, fonts, sourceDateEpoch, onProgress });
    const findings = findingsOf(made.files);
    const counts = countFindings(findings);
    const ok = counts.fatal === 0 && !(options.strict && counts.warning > 0);
    const report = reportOf(made);
    if (ok) onProgress?.({ issue: source.slug, stage: 'write' });
    const written = ok ? await write(made, report) : [];
    const result: IssueResult = { slug: source.slug, name: source.name, ok, findings, counts, report, written, made };
    options.onIssue?.(result);
    issues.push(result);
  }
  return { ok: issues.every((issue) => issue.ok), issues };
}

function checkedFormats(formats: readonly Format[]): readonly Format[] {
  const unknown = formats.find((format) => !allFormats.includes(format));
  if (unknown !== undefined || formats.length === 0) {
    throw new Misuse({ reason: messages.cli.unknownFormat(unknown ?? '', [...allFormats]) });
  }
  return formats;
}

/** https://reproducible-builds.org/specs/source-date-epoch/ */
function epochOfEnvironment(): number | undefined {
  const said = process.env.SOURCE_DATE_EPOCH;
  if (said === undefined || said === '') return undefined;
  if (!/^\d{1,11}$/.test(said)) throw new Misuse({ reason: messages.cli.wrongEpoch(said) });
  return Number(said);
}
