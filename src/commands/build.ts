/** `kanben build`: editions of the issues that are named. */
import { InvalidArgumentError, Option } from 'commander';
import { fontChoices, noteProfiles, type FontChoice, type NoteProfile } from '../model/choices.js';
import { formats, usualFormats, type Format } from '../stages/typeset/targets.js';
import type { MessageSet } from '../messages/index.js';
import type { AddCommand } from './command.js';
import { exitOnSignals } from './exit-on-signals.js';
import { goThroughIssues, takesIssues, type IssueFlags } from './go-through-issues.js';

interface Flags extends IssueFlags {
  out: string;
  format?: Format[];
  browser?: string;
  press?: boolean;
  notes?: NoteProfile;
  fonts?: FontChoice;
  cache?: boolean;
  watch?: boolean;
}

export const addBuild: AddCommand = (program, surroundings, end) => {
  const { words } = surroundings;
  takesIssues(program.command('build').description(words.cli.build), words)
    .option('-o, --out <folder>', words.cli.out, 'dist')
    .addOption(
      new Option('--format <formats>', words.cli.format)
        .default([...usualFormats], usualFormats.join(','))
        .argParser((said) => formatList(said, words)),
    )
    .option('--browser <path>', words.cli.browser)
    .option('--press', words.cli.press)
    .addOption(new Option('--notes <reader>', words.cli.notes).choices(noteProfiles))
    .option('-w, --watch', words.cli.watch)
    .option('--open', words.cli.open)
    .option('--no-cache', words.cli.noCache)
    .addOption(new Option('--fonts <choice>', words.cli.fonts).choices(fontChoices))
    .action(async (paths: string[], { format, ...flags }: Flags) => {
      const options = { ...flags, ...(format && { formats: format }) };
      // help and a mistyped option wait for no library
      if (flags.watch) {
        const { watch } = await import('./watch.js');
        return end(await watch(paths, options, flags, surroundings));
      }
      exitOnSignals(surroundings);
      const { build } = await import('../build/build.js');
      end(await goThroughIssues(flags, true, surroundings, (shared) => build(paths, { ...options, ...shared })));
    });
};

function formatList(said: string, words: MessageSet): Format[] {
  const asked = said
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter(Boolean);
  const unknown = asked.find((one) => !(formats as readonly string[]).includes(one));
  if (unknown !== undefined || asked.length === 0) {
    throw new InvalidArgumentError(words.cli.unknownFormat(unknown ?? said, [...formats]));
  }
  return formats.filter((format) => asked.includes(format));
}
