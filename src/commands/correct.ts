/** `kanben correct`: writes a record into corrections.yaml when it applies, and shows the passage before and after. */
import { messages } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';
import { palette } from '../terminal/palette.js';
import { writeJson, type AddCommand } from './command.js';

type Said = string | string[];

export const addCorrect: AddCommand = (program, { cwd, stdout, words }) => {
  const command = program.command('correct').description(words.cli.correct).argument('<issue>', words.cli.correctIssue);
  const kinds = Object.keys(words.revise.kinds);
  const keys = { ...words.revise.kinds, ...words.revise.keys };
  for (const [key, meaning] of Object.entries(keys)) {
    // what is said twice is a list
    command.option(`--${key} <words>`, meaning, (said: string, before?: Said): Said =>
      before === undefined ? said : [before, said].flat(),
    );
  }
  command
    .option('-n, --dry-run', words.cli.dryRun)
    .option('--json', words.cli.json)
    .action(async (issue: string, flags: Record<string, Said> & { dryRun?: boolean; json?: boolean }) => {
      const record = Object.fromEntries(
        Object.keys(keys).flatMap((key) => (flags[key] === undefined ? [] : [[key, flags[key]]])),
      );
      const said = kinds.filter((key) => key in record);
      if (said.length === 0) throw new Misuse({ reason: messages.revise.nothingSaid(kinds) });
      if (said.length > 1) throw new Misuse({ reason: messages.revise.twoKinds(said) });
      const { correct } = await import('../build/correct.js');
      const done = await correct(issue, record, { cwd, ...(flags.dryRun && { dryRun: true }) });
      if (flags.json) return writeJson(stdout, { ok: true, ...done });
      const paint = palette(Boolean(stdout.isTTY));
      const { file, line, written, applied, answers } = done;
      for (const { file: text, shown } of applied) {
        if (shown.before === shown.after) continue;
        stdout.write(
          `${paint('dim', text)}\n${paint('red', `- ${shown.before}`)}\n${paint('green', `+ ${shown.after}`)}\n`,
        );
      }
      if (answers > 0) stdout.write(`${words.revise.answers(answers)}\n`);
      stdout.write(`${words.revise[written ? 'written' : 'wouldWrite'](file, line)}\n`);
    });
};
