/** The command line: arguments in, exit code out; 0 done, 1 findings stop an edition, 2 misuse. */
import { Command, Option } from 'commander';
import type { Surroundings } from './command.js';
import { commands } from './index.js';
import { localizeUsage } from './localize-usage.js';
import { tellFailure } from './tell-failure.js';
import { languageOf, languages, wordsIn } from '../messages/index.js';
import { isIssueFolder } from '../stages/acquire/find-issues.js';
import { version } from '../version.js';

/** @param args what stands after the program's name */
export async function run(args: string[], surroundings: Partial<Surroundings> = {}): Promise<number> {
  const { cwd = process.cwd(), stdout = process.stdout, stderr = process.stderr, stop } = surroundings;
  const { language = languageOf(args, process.env) } = surroundings;
  const words = wordsIn(language);
  const around: Surroundings = { cwd, stdout, stderr, language, words, ...(stop && { stop }) };
  const ended = { code: 0 };
  const program = new Command('kanben')
    .description(words.cli.description)
    .version(version, '-V, --version', words.cli.usage.version)
    .addOption(new Option('--lang <language>', words.cli.lang).choices(languages))
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
    .addHelpText('after', `\n${words.cli.exitCodes}`);
  localizeUsage(program, words);
  for (const add of commands) add(program, around, (code) => void (ended.code = code));
  try {
    // within an issue, the bare name builds it
    const asked = args.length === 0 && (await isIssueFolder(cwd)) ? ['build'] : args;
    await program.parseAsync(asked, { from: 'user' });
    return ended.code;
  } catch (error) {
    return tellFailure(error, args.includes('--json'), around);
  }
}
