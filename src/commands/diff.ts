/** `kanben diff`: what changed from one edition to another. */
import { diffLines } from '../terminal/diff-lines.js';
import { palette } from '../terminal/palette.js';
import { writeJson, type AddCommand } from './command.js';

export const addDiff: AddCommand = (program, { cwd, stdout, words }, end) => {
  program
    .command('diff')
    .description(words.cli.diff)
    .argument('<old>', words.cli.diffOld)
    .argument('<new>', words.cli.diffNew)
    .option('--json', words.cli.json)
    .addHelpText('after', `\n${words.cli.diffExitCodes}`)
    .action(async (old: string, now: string, { json }: { json?: boolean }) => {
      const [{ readEdition }, { compareEditions }] = await Promise.all([
        import('../build/read-edition.js'),
        import('../editions/diff/compare-editions.js'),
      ]);
      const difference = compareEditions(await readEdition(old, cwd), await readEdition(now, cwd));
      if (json) writeJson(stdout, difference);
      else stdout.write(`${diffLines(difference, palette(Boolean(stdout.isTTY)), words).join('\n')}\n`);
      end(difference.same ? 0 : 1);
    });
};
