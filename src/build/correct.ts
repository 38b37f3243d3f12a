/**
 * Writes a record into the corrections of an issue, when it applies: an issue and a record in, what it does out.
 */
import path from 'node:path';
import { correctionsPlace, findIssues } from '../stages/acquire/find-issues.js';
import { shownPath } from '../stages/acquire/shown-path.js';
import { pointAt } from '../diagnostics/index.js';
import { messages } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';
import type { IssueSource } from '../model/index.js';
import { makeIssue } from '../pipeline/make-issue.js';
import type { MadeIssue } from '../pipeline/made-issue.js';
import { replaceFile } from '../publish/replace-file.js';
import { appendRecord, type Applied } from '../stages/revise/index.js';

/** How a record is written. */
export interface CorrectOptions {
  /** Working folder; the process's own where it is left out. */
  cwd?: string;
  /** Only look what it would do. */
  dryRun?: boolean;
}

/** What a record does. */
export interface Corrected {
  /** The file that holds it, as messages show it, and its line there, from 1. */
  file: string;
  line: number;
  written: boolean;
  /** Where it applies, in the order of the texts; passages before and after. */
  applied: Pick<Applied, 'file' | 'shown'>[];
  /** How many findings it answers. */
  answers: number;
}

/**
 * @param target the issue: a folder or a single text
 * @param record keys and words as `corrections.yaml` holds them
 * @throws Misuse, with nothing written, when the record does not apply
 */
export async function correct(
  target: string,
  record: Record<string, string | string[]>,
  options: CorrectOptions = {},
): Promise<Corrected> {
  const cwd = path.resolve(options.cwd ?? '.');
  const [source, ...others] = await findIssues([target], cwd);
  if (!source || others.length > 0)
    throw new Misuse({ reason: messages.revise.oneIssue([source!, ...others].map(({ name }) => name)) });
  const place = correctionsPlace(source);
  const file = shownPath(place, cwd);
  const before = source.corrections?.text ?? '';
  const tentative = appendRecord(before, file, record);
  const { line } = tentative;
  const made = await tried({ ...source, corrections: { file, text: tentative.text } }, cwd);
  const refused = made.files
    .flatMap(({ messages: said }) => said)
    .filter((message) => message.source === 'revise' && message.line === line && message.fatal === false);
  if (refused.length > 0) throw new Misuse(refused.map(({ content }) => ({ reason: content! })));
  const applied = made.applied.filter(({ correction }) => correction.line === line);
  const { text } = appendRecord(before, file, withLine(record, applied, made));
  if (!options.dryRun && !(await replaceFile(place, file, before, text)))
    throw new Misuse({ file, reason: messages.revise.changedMeanwhile });
  return {
    file,
    line,
    written: !options.dryRun,
    applied: applied.map(({ file: name, shown }) => ({ file: name, shown })),
    answers: made.files.flatMap(({ messages: said }) => said).filter(({ answered }) => answered?.line === line).length,
  };
}

/** A record that applies at one place of a text, with the line of it: when the text has moved, that can be said. */
function withLine(
  record: Record<string, string | string[]>,
  applied: Applied[],
  { raws }: MadeIssue,
): Record<string, string | string[]> {
  const [place] = applied;
  const raw = raws.find(({ name }) => name === place?.file);
  if (applied.length !== 1 || !raw || 'line' in record || 'article' in record) return record;
  return { ...record, line: String(pointAt(raw, place!.span.start).line) };
}

/** What the road makes of the issue with the new record; a record that is none is told of without a place. */
async function tried(source: IssueSource, cwd: string): Promise<MadeIssue> {
  try {
    return await makeIssue(source, { formats: [], cwd });
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    const known = source.corrections!.file;
    throw new Misuse(
      error.complaints.map(({ file, line, column, content }) => ({
        ...(file !== known && { file, line, column }),
        reason: content,
      })),
    );
  }
}
