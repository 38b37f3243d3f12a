/** `kanben check`: what is doubtful in the issues that are named. */
import type { AddCommand } from './command.js';
import { goThroughIssues, takesIssues, type IssueFlags } from './go-through-issues.js';

export const addCheck: AddCommand = (program, surroundings, end) => {
  const { words } = surroundings;
  takesIssues(program.command('check').description(words.cli.check), words).action(
    async (paths: string[], flags: IssueFlags) => {
      const { check } = await import('../build/build.js');
      end(await goThroughIssues(flags, false, surroundings, (shared) => check(paths, shared)));
    },
  );
};
