/** `kanben export`: an issue as finished Markdown, from then on its source. */
import { exportMarkdown } from '../export/export-markdown.js';
import { messages } from '../messages/en.js';
import type { AddCommand } from './command.js';
import { goThroughIssues, type IssueFlags } from './go-through-issues.js';

interface Flags extends IssueFlags {
  out: string;
  force?: boolean;
}

export const addExport: AddCommand = (program, surroundings, end) => {
  program
    .command('export')
    .description(messages.cli.export)
    .argument('<issue>', messages.cli.exportIssue)
    .option('--markdown', messages.cli.exportMarkdown, true)
    .requiredOption('-o, --out <folder>', messages.cli.exportOut)
    .option('--force', messages.cli.exportForce)
    .option('--strict', messages.cli.strict)
    .option('--json', messages.cli.json)
    .option('-q, --quiet', messages.cli.quiet)
    .action(async (issue: string, { out, force, ...flags }: Flags) => {
      const options = { out, force: force ?? false };
      end(
        await goThroughIssues(flags, true, surroundings, (shared) => exportMarkdown(issue, { ...shared, ...options })),
      );
    });
};
