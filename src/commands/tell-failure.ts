/** Tells why nothing could be done: what was thrown in, lines for the person and an exit code out. */
import { CommanderError } from 'commander';
import { messages } from '../messages/en.js';
import { complaintLine, Misuse, type Complaint } from '../misuse.js';
import { palette } from '../terminal/palette.js';
import { BrowserError } from '../typeset/pdf/browser/browser-error.js';
import { version } from '../version.js';
import { writeJson, type Surroundings } from './command.js';

/** Stack traces only for those who ask for them. */
export function tellFailure(error: unknown, json: boolean, { stdout, stderr }: Surroundings): number {
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
