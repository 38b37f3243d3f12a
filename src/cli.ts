/** The command line: arguments in, exit code out; 0 done, 1 findings stop an edition, 2 misuse. */
import { Command, CommanderError } from 'commander';
import { writeJson, type Surroundings } from './commands/command.js';
import { commands } from './commands/index.js';
import { messages } from './messages/en.js';
import { complaintLine, Misuse, type Complaint } from './misuse.js';
import { palette } from './terminal/palette.js';
import { BrowserError } from './typeset/pdf/browser/browser-error.js';
import { version } from './version.js';

/** @param args what stands after the program's name */
export async function run(args: string[], surroundings: Partial<Surroundings> = {}): Promise<number> {
  const { cwd = process.cwd(), stdout = process.stdout, stderr = process.stderr } = surroundings;
  const ended = { code: 0 };
  const program = new Command('kanben')
    .description(messages.cli.description)
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
    .addHelpText('after', `\n${messages.cli.exitCodes}`);
  for (const add of commands) add(program, { cwd, stdout, stderr }, (code) => void (ended.code = code));
  try {
    await program.parseAsync(args, { from: 'user' });
    return ended.code;
  } catch (error) {
    return tellFailure(error, args.includes('--json'), { cwd, stdout, stderr });
  }
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
