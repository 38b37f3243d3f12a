/** `kanben inspect`: finished PDFs measured against what a page must meet. */
import { writeJson, type AddCommand } from './command.js';

export const addInspect: AddCommand = (program, { cwd, stdout, words }, end) => {
  program
    .command('inspect')
    .description(words.cli.inspect)
    .argument('<pdf...>', words.cli.inspectPaths)
    .option('--json', words.cli.json)
    .action(async (paths: string[], { json }: { json?: boolean }) => {
      // the reader of PDFs is large: only who inspects waits for it
      const { inspectFiles, inspectionLines } = await import('../inspect/inspect-files.js');
      const inspected = await inspectFiles(paths, cwd);
      const ok = inspected.every((one) => one.ok);
      if (json) writeJson(stdout, { ok, files: inspected });
      else stdout.write(`${inspected.flatMap((one) => inspectionLines(one, words)).join('\n')}\n`);
      end(ok ? 0 : 1);
    });
};
