/** `kanben check`: what is doubtful in the issues that are named. */
import { messages } from '../messages/en.js';
import type { AddCommand } from './command.js';
import { goThroughIssues, takesIssues, type IssueFlags } from './go-through-issues.js';

export const addCheck: AddCommand = (program, surroundings, end) => {
  takesIssues(program.command('check').description(messages.cli.check)).action(
    async (paths: string[], flags: IssueFlags) => {
      const { check } = await import('../build.js');
      end(await goThroughIssues(flags, false, surroundings, (shared) => check(paths, shared)));
    },
  );
};
