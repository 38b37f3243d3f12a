/** `kanben inspect`: finished PDFs measured against what a page must meet. */
import { messages } from '../messages/en.js';
import { writeJson, type AddCommand } from './command.js';

export const addInspect: AddCommand = (program, { cwd, stdout }, end) => {
  program
    .command('inspect')
    .description(messages.cli.inspect)
    .argument('<pdf...>', messages.cli.inspectPaths)
    .option('--json', messages.cli.json)
    .action(async (paths: string[], { json }: { json?: boolean }) => {
      // the reader of PDFs is large: only who inspects waits for it
      const { inspectFiles, inspectionLines } = await import('../inspect/inspect-files.js');
      const inspected = await inspectFiles(paths, cwd);
      const ok = inspected.every((one) => one.ok);
      if (json) writeJson(stdout, { ok, files: inspected });
      else stdout.write(`${inspected.flatMap(inspectionLines).join('\n')}\n`);
      end(ok ? 0 : 1);
    });
};
