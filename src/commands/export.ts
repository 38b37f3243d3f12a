/** `kanben export`: an issue as finished Markdown, from then on its source. */
import { exportMarkdown } from '../export/export-markdown.js';
import type { AddCommand } from './command.js';
import { goThroughIssues, type IssueFlags } from './go-through-issues.js';

interface Flags extends IssueFlags {
  out: string;
  force?: boolean;
}

export const addExport: AddCommand = (program, surroundings, end) => {
  const { words } = surroundings;
  program
    .command('export')
    .description(words.cli.export)
    .argument('<issue>', words.cli.exportIssue)
    .option('--markdown', words.cli.exportMarkdown, true)
    .requiredOption('-o, --out <folder>', words.cli.exportOut)
    .option('--force', words.cli.exportForce)
    .option('--strict', words.cli.strict)
    .option('--json', words.cli.json)
    .option('-q, --quiet', words.cli.quiet)
    .action(async (issue: string, { out, force, ...flags }: Flags) => {
      const options = { out, force: force ?? false };
      end(
        await goThroughIssues(flags, true, surroundings, (shared) => exportMarkdown(issue, { ...shared, ...options })),
      );
    });
};
