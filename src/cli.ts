/** The command line: arguments in, exit code out; 0 done, 1 findings stop an edition, 2 misuse. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { fontChoices, noteProfiles, type FontChoice, type NoteProfile } from './acquire/issue-config.js';
import { build, check, type BuildOptions, type BuildResult, type IssueResult } from './build.js';
import { initIssue } from './init-issue.js';
import { messages } from './messages/en.js';
import { complaintLine, Misuse, type Complaint } from './misuse.js';
import { formats, type Format } from './pipeline.js';
import { palette } from './terminal/palette.js';
import { noProgress, progressView } from './terminal/progress.js';
import { findingLine, summaryOf } from './terminal/summary.js';
import { BrowserError } from './typeset/pdf/browser/browser-error.js';
import { version } from './version.js';

/** Where the command line reads and writes. */
export interface Surroundings {
  cwd: string;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
}

interface Flags {
  out?: string;
  format?: Format[];
  strict?: boolean;
  json?: boolean;
  quiet?: boolean;
  browser?: string;
  press?: boolean;
  notes?: NoteProfile;
  fonts?: FontChoice;
}

/** Findings shown on a terminal before the list is cut. */
const shownFindings = 20;

/** @param args what stands after the program's name */
export async function run(args: string[], surroundings: Partial<Surroundings> = {}): Promise<number> {
  const { cwd = process.cwd(), stdout = process.stdout, stderr = process.stderr } = surroundings;
  const around: Surroundings = { cwd, stdout, stderr };
  const ended = { code: 0 };
  const program = commands(around, (code) => void (ended.code = code));
  try {
    await program.parseAsync(args, { from: 'user' });
    return ended.code;
  } catch (error) {
    return tellFailure(error, args.includes('--json'), around);
  }
}

function commands({ cwd, stdout, stderr }: Surroundings, end: (code: number) => void): Command {
  const program = new Command('kanben')
    .description(messages.cli.description)
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
    .addHelpText('after', `\n${messages.cli.exitCodes}`);
  const common = (command: Command): Command =>
    command
      .argument('[paths...]', messages.cli.paths)
      .option('--strict', messages.cli.strict)
      .option('--json', messages.cli.json)
      .option('-q, --quiet', messages.cli.quiet);

  common(program.command('build').description(messages.cli.build))
    .option('-o, --out <folder>', messages.cli.out, 'dist')
    .addOption(
      new Option('--format <formats>', messages.cli.format)
        .default([...formats], formats.join(','))
        .argParser(formatList),
    )
    .option('--browser <path>', messages.cli.browser)
    .option('--press', messages.cli.press)
    .addOption(new Option('--notes <reader>', messages.cli.notes).choices(noteProfiles))
    .addOption(new Option('--fonts <choice>', messages.cli.fonts).choices(fontChoices))
    .action(async (paths: string[], { out, format, browser, press, notes, fonts, ...flags }: Flags) => {
      const options: BuildOptions = {
        ...(out && { out }),
        ...(format && { formats: format }),
        ...(browser && { browser }),
        ...(press && { press }),
        ...(notes && { notes }),
        ...(fonts && { fonts }),
      };
      end(await work(flags, true, { cwd, stdout, stderr }, (shared) => build(paths, { ...options, ...shared })));
    });
  common(program.command('check').description(messages.cli.check)).action(async (paths: string[], flags: Flags) =>
    end(await work(flags, false, { cwd, stdout, stderr }, (shared) => check(paths, shared))),
  );
  program
    .command('inspect')
    .description(messages.cli.inspect)
    .argument('<pdf...>', messages.cli.inspectPaths)
    .option('--json', messages.cli.json)
    .action(async (paths: string[], { json }: Flags) => {
      // the reader of PDFs is large: only who inspects waits for it
      const { inspectFiles, inspectionLines } = await import('./inspect/inspect-files.js');
      const inspected = await inspectFiles(paths, cwd);
      if (json) writeJson(stdout, { ok: inspected.every(({ ok }) => ok), files: inspected });
      else stdout.write(`${inspected.flatMap(inspectionLines).join('\n')}\n`);
      end(inspected.every(({ ok }) => ok) ? 0 : 1);
    });
  program
    .command('init')
    .description(messages.cli.init)
    .argument('<folder>', messages.cli.folder)
    .action(async (folder: string) => {
      const made = await initIssue(folder, cwd);
      stdout.write(`${messages.cli.initDone(made, folder)}\n`);
    });
  return program;
}

function formatList(said: string): Format[] {
  const asked = said
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter(Boolean);
  const unknown = asked.find((one) => !(formats as readonly string[]).includes(one));
  if (unknown !== undefined || asked.length === 0) {
    throw new InvalidArgumentError(messages.cli.unknownFormat(unknown ?? said, [...formats]));
  }
  return formats.filter((format) => asked.includes(format));
}

type Shared = Pick<BuildOptions, 'cwd' | 'strict' | 'onProgress' | 'onIssue'>;

/** Runs a command that goes through issues, and tells of each when it is done. */
async function work(
  flags: Flags,
  building: boolean,
  { cwd, stdout, stderr }: Surroundings,
  go: (shared: Shared) => Promise<BuildResult>,
): Promise<number> {
  const view = flags.quiet || flags.json ? noProgress : progressView(stderr);
  let begun = performance.now();
  const onIssue = (result: IssueResult): void => {
    view.clear();
    const seconds = (performance.now() - begun) / 1000;
    begun = performance.now();
    if (flags.json) return;
    if (flags.quiet) return tellErrors(result, Boolean(flags.strict), stderr);
    const limit = stdout.isTTY ? shownFindings : Infinity;
    const lines = summaryOf(result, { paint: palette(Boolean(stdout.isTTY)), limit, seconds, building });
    stdout.write(`${lines.join('\n')}\n`);
  };
  try {
    const { cwd: folder, strict, onProgress } = { cwd, strict: Boolean(flags.strict), onProgress: view.show };
    const result = await go({ cwd: folder, strict, onProgress, onIssue });
    if (flags.json) writeJson(stdout, { ok: result.ok, issues: result.issues.map(jsonOf) });
    return result.ok ? 0 : 1;
  } finally {
    view.clear();
  }
}

/** Under --quiet: what stops the edition, and nothing when it was made. */
function tellErrors(result: IssueResult, strict: boolean, stderr: NodeJS.WriteStream): void {
  const paint = palette(Boolean(stderr.isTTY));
  for (const finding of result.findings) {
    const stops = finding.severity === 'fatal' || (strict && finding.severity === 'warning');
    if (stops) stderr.write(`${findingLine(finding, paint)}\n`);
  }
}

function jsonOf({ slug, name, ok, counts, written, report }: IssueResult): object {
  return { slug, name, ok, counts, written, report };
}

function writeJson(stdout: NodeJS.WriteStream, document: object): void {
  stdout.write(`${JSON.stringify({ kanben: version, ...document }, null, 2)}\n`);
}

/** What a person reads when nothing could be done; stack traces only for those who ask for them. */
function tellFailure(error: unknown, json: boolean, { stdout, stderr }: Surroundings): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const known = error instanceof Misuse || error instanceof BrowserError;
  const paint = palette(Boolean(stderr.isTTY));
  const reason = error instanceof Error ? error.message : String(error);
  const said =
    error instanceof BrowserError
      ? `${reason} ${messages.cli.withoutBrowser}`
      : messages.cli.ourMistake(reason, version);
  const complaints: Complaint[] = error instanceof Misuse ? error.complaints : [{ reason: said }];
  for (const complaint of complaints)
    stderr.write(`${paint('red', messages.cli.error)}: ${complaintLine(complaint)}\n`);
  if (process.env.DEBUG && error instanceof Error) stderr.write(`${error.stack}\n`);
  if (json) writeJson(stdout, { ok: false, errors: complaints });
  return known ? 2 : 1;
}
