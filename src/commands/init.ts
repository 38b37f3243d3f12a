/** `kanben init`: a folder for a new issue. */
import { initIssue } from '../build/init-issue.js';
import type { AddCommand } from './command.js';

export const addInit: AddCommand = (program, { cwd, stdout, words, language }) => {
  program
    .command('init')
    .description(words.cli.init)
    .argument('<folder>', words.cli.folder)
    .action(async (folder: string) => {
      const made = await initIssue(folder, cwd, language);
      stdout.write(`${words.cli.initDone(made, folder)}\n`);
    });
};
