/** What `build` and `check` share: the paths and options they take, and how each issue is told of when it is done. */
import path from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { BuildOptions, BuildResult } from '../build/build.js';
import type { IssueResult } from '../publish/issue-result.js';
import type { MessageSet } from '../messages/index.js';
import type { Confidence } from '../model/index.js';
import { palette } from '../terminal/palette.js';
import { noProgress, progressView } from '../terminal/progress.js';
import { summaryOf } from '../terminal/summary.js';
import { findingLine } from '../terminal/finding-line.js';
import { openFile } from '../terminal/open-file.js';
import { wrapLine } from '../terminal/wrap-line.js';
import { writeJson, type Surroundings } from './command.js';

/** What a command that goes through issues may be told. */
export interface IssueFlags {
  strict?: boolean;
  json?: boolean;
  quiet?: boolean;
  rule?: string;
  sure?: Confidence;
  limit?: number;
  open?: boolean;
}

/** How a command goes through issues. */
interface Telling extends IssueFlags {
  /** Issues in which nothing has changed are passed over. */
  onlyNews?: boolean;
}

/** Findings shown on a terminal before the list is cut. */
const shownFindings = 20;
/** On a terminal of fewer columns nothing is gained by breaking lines. */
const narrowest = 20;

/** Gives a command the paths and options of `IssueFlags`. */
export function takesIssues(command: Command, words: MessageSet): Command {
  return command
    .argument('[paths...]', words.cli.paths)
    .option('--strict', words.cli.strict)
    .option('--json', words.cli.json)
    .option('-q, --quiet', words.cli.quiet)
    .option('--rule <rule>', words.cli.rule)
    .addOption(new Option('--sure <sureness>', words.cli.sureOption).choices(['certain', 'likely', 'doubtful']))
    .option('--limit <number>', words.cli.limit, (said) => wholeNumber(said, words));
}

/**
 * Runs a command that goes through issues, and tells of each when it is done.
 *
 * @param building whether files are wanted, or only a look
 * @returns the exit code
 */
export async function goThroughIssues(
  flags: Telling,
  building: boolean,
  { cwd, stdout, stderr, language, words }: Surroundings,
  go: (shared: Pick<BuildOptions, 'cwd' | 'strict' | 'language' | 'onProgress' | 'onIssue'>) => Promise<BuildResult>,
): Promise<number> {
  const view = flags.quiet || flags.json ? noProgress : progressView(stderr, words);
  let begun = performance.now();
  const onIssue = (result: IssueResult): void => {
    view.clear();
    const seconds = (performance.now() - begun) / 1000;
    begun = performance.now();
    if (flags.json || (flags.onlyNews && result.unchanged)) return;
    if (flags.quiet) return tellErrors(result, Boolean(flags.strict), stderr, words);
    const limit = flags.limit === undefined ? (stdout.isTTY ? shownFindings : Infinity) : flags.limit || Infinity;
    const { rule, sure } = flags;
    const shown = { limit, ...(rule !== undefined && { rule }), ...(sure && { sure }) };
    const paint = palette(Boolean(stdout.isTTY));
    const lines = summaryOf(result, { paint, ...shown, seconds, building, words });
    stdout.write(`${lines.flatMap((line) => onTerminal(line, stdout)).join('\n')}\n`);
  };
  try {
    const result = await go({ cwd, language, strict: Boolean(flags.strict), onProgress: view.show, onIssue });
    if (!flags.json && !flags.quiet) for (const remark of result.remarks) stderr.write(`${remark}\n`);
    if (flags.json) writeJson(stdout, { ok: result.ok, issues: result.issues.map(jsonOf) });
    const [first] = result.issues.flatMap(({ written }) => written);
    if (flags.open && first) openFile(path.resolve(cwd, first.name));
    return result.ok ? 0 : 1;
  } finally {
    view.clear();
  }
}

function wholeNumber(said: string, words: MessageSet): number {
  if (!/^\d+$/.test(said)) throw new InvalidArgumentError(words.cli.wrongLimit);
  return Number(said);
}

/** A line as wide as the terminal; elsewhere as long as it is. */
function onTerminal(line: string, { isTTY, columns }: NodeJS.WriteStream): string[] {
  return isTTY && columns >= narrowest ? wrapLine(line, columns) : [line];
}

/** Under --quiet: what stops the edition, and nothing when it was made. */
function tellErrors(result: IssueResult, strict: boolean, stderr: NodeJS.WriteStream, words: MessageSet): void {
  const paint = palette(Boolean(stderr.isTTY));
  for (const finding of result.findings) {
    const stops = finding.severity === 'fatal' || (strict && finding.severity === 'warning');
    if (stops) stderr.write(`${findingLine(finding, paint, words)}\n`);
  }
}

function jsonOf({ slug, name, ok, unchanged, verdict, counts, written, report }: IssueResult): object {
  return { slug, name, ok, unchanged, ...(verdict && { verdict }), counts, written, report };
}
