/** `kanben errata`: a slip with the misprints of an earlier edition. */
import { palette } from '../terminal/palette.js';
import { exitOnSignals } from './exit-on-signals.js';
import { writeJson, type AddCommand } from './command.js';

interface Flags {
  since: string;
  out: string;
  browser?: string;
  json?: boolean;
}

export const addErrata: AddCommand = (program, surroundings, end) => {
  const { cwd, stdout, stderr, words, language } = surroundings;
  program
    .command('errata')
    .description(words.cli.errata)
    .argument('<issue>', words.cli.errataIssue)
    .requiredOption('--since <file>', words.cli.errataSince)
    .option('-o, --out <folder>', words.cli.out, 'dist')
    .option('--browser <path>', words.cli.browser)
    .option('--json', words.cli.json)
    .action(async (issue: string, { json, ...options }: Flags) => {
      exitOnSignals(surroundings);
      // the reader of PDFs is large
      const { makeSlip } = await import('../build/make-slip.js');
      const { rows, warnings, written } = await makeSlip(issue, { ...options, cwd, language });
      const paint = palette(Boolean(stderr.isTTY));
      const say = words.editions.errata;
      if (json) writeJson(stdout, { ok: written !== undefined, rows, warnings, ...(written && { written }) });
      else {
        for (const { line, reason } of warnings)
          stderr.write(`${paint('yellow', words.cli.severities.warning)}: ${line ? say.line(line) : ''}${reason}\n`);
        for (const { place, before, after } of rows) stdout.write(`  ${say.row(place, before, after)}\n`);
        stdout.write(`${written ? say.written(written.name, rows.length, written.pages) : say.none(options.since)}\n`);
      }
      end(written ? 0 : 1);
    });
};
