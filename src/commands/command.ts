/** What every command of the command line shares: where it reads and writes, and how it is added to the program. */
import type { Command } from 'commander';
import type { Language, MessageSet } from '../messages/index.js';
import { version } from '../version.js';

/** Where the command line reads and writes. */
export interface Surroundings {
  cwd: string;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
  /** In which the person is spoken to, and its sentences. */
  language: Language;
  words: MessageSet;
  /** Ends what goes on by itself; without it, the signals that the process gets do. */
  stop?: AbortSignal;
}

/**
 * Adds one command to the program.
 *
 * @param end told the exit code when the command is done; 0 where it is never called
 */
export type AddCommand = (program: Command, surroundings: Surroundings, end: (code: number) => void) => void;

/** Prints the one JSON document that `--json` asks for. */
export function writeJson(stdout: NodeJS.WriteStream, document: object): void {
  stdout.write(`${JSON.stringify({ kanben: version, ...document }, null, 2)}\n`);
}
