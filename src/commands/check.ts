/** `kanben check`: what is doubtful in the issues that are named, or what spoke for what in one line. */
import { palette } from '../terminal/palette.js';
import type { AddCommand } from './command.js';
import { writeJson } from './command.js';
import { goThroughIssues, takesIssues, type IssueFlags } from './go-through-issues.js';

interface Flags extends IssueFlags {
  why?: string;
}

export const addCheck: AddCommand = (program, surroundings, end) => {
  const { cwd, stdout, words } = surroundings;
  takesIssues(program.command('check').description(words.cli.check), words)
    .option('--why <place>', words.cli.why.option)
    .action(async (paths: string[], { why, ...flags }: Flags) => {
      if (why !== undefined) {
        const [{ explainLine }, { storyLines }] = await Promise.all([
          import('../build/explain-line.js'),
          import('../terminal/story-lines.js'),
        ]);
        const story = await explainLine(why, cwd);
        if (flags.json) writeJson(stdout, story);
        else stdout.write(`${storyLines(story, palette(Boolean(stdout.isTTY)), words).join('\n')}\n`);
        return end(0);
      }
      const { check } = await import('../build/build.js');
      end(await goThroughIssues(flags, false, surroundings, (shared) => check(paths, shared)));
    });
};
