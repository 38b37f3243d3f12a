/** `kanben doctor`: whether this machine has what kanben needs, and what to do where it has not. */
import { palette } from '../terminal/palette.js';
import { version } from '../version.js';
import { writeJson, type AddCommand } from './command.js';
import { exitOnSignals } from './exit-on-signals.js';

export const addDoctor: AddCommand = (program, surroundings, end) => {
  const { stdout, words, language } = surroundings;
  program
    .command('doctor')
    .description(words.cli.doctor)
    .option('--browser <path>', words.cli.browser)
    .option('--json', words.cli.json)
    .action(async ({ browser, json }: { browser?: string; json?: boolean }) => {
      exitOnSignals(surroundings);
      // a browser is started: only who asks waits for it
      const { examineMachine } = await import('../doctor/examine-machine.js');
      const { sentenceOf } = await import('../messages/index.js');
      const checks = (await examineMachine(browser)).map(({ what, ok, seen, advice }) => ({
        what,
        ok,
        seen: sentenceOf(seen, language),
        ...(advice && { advice: sentenceOf(advice, language) }),
      }));
      const ok = checks.every((check) => check.ok);
      if (json) writeJson(stdout, { ok, checks });
      else {
        const paint = palette(Boolean(stdout.isTTY));
        stdout.write(`kanben ${version}\n`);
        for (const check of checks) {
          const mark = check.ok ? paint('green', '✓') : paint('red', '✗');
          stdout.write(`${mark} ${words.doctor.what[check.what]}  ${check.seen}\n`);
          if (check.advice) stdout.write(`  ${check.advice}\n`);
        }
      }
      end(ok ? 0 : 1);
    });
};
