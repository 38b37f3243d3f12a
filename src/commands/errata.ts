/** `kanben errata`: a slip with the misprints of an earlier edition. */
import { messages } from '../messages/en.js';
import { palette } from '../terminal/palette.js';
import { writeJson, type AddCommand } from './command.js';

interface Flags {
  since: string;
  out: string;
  browser?: string;
  json?: boolean;
}

export const addErrata: AddCommand = (program, { cwd, stdout, stderr }, end) => {
  program
    .command('errata')
    .description(messages.cli.errata)
    .argument('<issue>', messages.cli.errataIssue)
    .requiredOption('--since <file>', messages.cli.errataSince)
    .option('-o, --out <folder>', messages.cli.out, 'dist')
    .option('--browser <path>', messages.cli.browser)
    .option('--json', messages.cli.json)
    .action(async (issue: string, { json, ...options }: Flags) => {
      // the reader of PDFs is large
      const { makeSlip } = await import('../editions/errata/make-slip.js');
      const { rows, warnings, written } = await makeSlip(issue, { ...options, cwd });
      const paint = palette(Boolean(stderr.isTTY));
      const say = messages.editions.errata;
      if (json) writeJson(stdout, { ok: written !== undefined, rows, warnings, ...(written && { written }) });
      else {
        for (const { line, reason } of warnings)
          stderr.write(`${paint('yellow', messages.cli.severities.warning)}: ${line ? say.line(line) : ''}${reason}\n`);
        for (const { place, before, after } of rows) stdout.write(`  ${say.row(place, before, after)}\n`);
        stdout.write(`${written ? say.written(written.name, rows.length, written.pages) : say.none(options.since)}\n`);
      }
      end(written ? 0 : 1);
    });
};
