/** `kanben init`: a folder for a new issue. */
import { initIssue } from '../init-issue.js';
import { messages } from '../messages/en.js';
import type { AddCommand } from './command.js';

export const addInit: AddCommand = (program, { cwd, stdout }) => {
  program
    .command('init')
    .description(messages.cli.init)
    .argument('<folder>', messages.cli.folder)
    .action(async (folder: string) => {
      const made = await initIssue(folder, cwd);
      stdout.write(`${messages.cli.initDone(made, folder)}\n`);
    });
};
