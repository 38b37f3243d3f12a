/** Tells why nothing could be done: what was thrown in, lines for the person and an exit code out. */
import { CommanderError } from 'commander';
import { messages, sentenceOf, type Language, type Message } from '../messages/index.js';
import { complaintLine, Misuse, type Complaint } from '../messages/misuse.js';
import { palette } from '../terminal/palette.js';
import { BrowserError } from '../stages/typeset/pdf/browser/browser-error.js';
import { version } from '../version.js';
import { writeJson, type Surroundings } from './command.js';

/** Stack traces only for those who ask for them. */
export function tellFailure(error: unknown, json: boolean, { stdout, stderr, language, words }: Surroundings): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const known = error instanceof Misuse || error instanceof BrowserError;
  const paint = palette(Boolean(stderr.isTTY));
  const { complaints } = error instanceof Misuse ? error : new Misuse({ reason: saidOf(error) });
  for (const complaint of complaints)
    stderr.write(`${paint('red', words.cli.error)}: ${complaintLine(complaint, language)}\n`);
  if (process.env.DEBUG && error instanceof Error) stderr.write(`${error.stack}\n`);
  if (json) writeJson(stdout, { ok: false, errors: complaints.map((complaint) => jsonOf(complaint, language)) });
  return known ? 2 : 1;
}

function saidOf(error: unknown): Message {
  if (error instanceof BrowserError) return messages.cli.browserFails(error.content);
  return messages.cli.ourMistake(error instanceof Error ? error.message : String(error), version);
}

function jsonOf({ content, ...complaint }: Complaint, language: Language): object {
  return { ...complaint, reason: sentenceOf(content, language), ...content };
}
