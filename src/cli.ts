/** The command line: arguments in, exit code out; 0 done, 1 findings stop an edition, 2 misuse. */
import { Command } from 'commander';
import type { Surroundings } from './commands/command.js';
import { commands } from './commands/index.js';
import { tellFailure } from './commands/tell-failure.js';
import { messages } from './messages/en.js';
import { version } from './version.js';

/** @param args what stands after the program's name */
export async function run(args: string[], surroundings: Partial<Surroundings> = {}): Promise<number> {
  const { cwd = process.cwd(), stdout = process.stdout, stderr = process.stderr, stop } = surroundings;
  const around: Surroundings = { cwd, stdout, stderr, ...(stop && { stop }) };
  const ended = { code: 0 };
  const program = new Command('kanben')
    .description(messages.cli.description)
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
    .addHelpText('after', `\n${messages.cli.exitCodes}`);
  for (const add of commands) add(program, around, (code) => void (ended.code = code));
  try {
    await program.parseAsync(args, { from: 'user' });
    return ended.code;
  } catch (error) {
    return tellFailure(error, args.includes('--json'), around);
  }
}
