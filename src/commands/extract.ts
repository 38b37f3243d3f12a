/** `kanben extract`: the text of a PDF as it is read. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { messages } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';
import { palette } from '../terminal/palette.js';
import type { AddCommand } from './command.js';

export const addExtract: AddCommand = (program, { cwd, stdout, stderr, words, language }, end) => {
  program
    .command('extract')
    .description(words.cli.extract)
    .argument('<pdf>', words.cli.extractFile)
    .option('-o, --out <file>', words.cli.extractOut)
    .action(async (file: string, { out }: { out?: string }) => {
      const [{ extractText }, { findingsOf }, { findingLine }] = await Promise.all([
        import('../export/extract-text.js'),
        import('../publish/findings.js'),
        import('../terminal/finding-line.js'),
      ]);
      const { text, file: told } = await extractText(path.resolve(cwd, file), cwd);
      const findings = findingsOf([told], language);
      const paint = palette(Boolean(stderr.isTTY));
      for (const finding of findings) stderr.write(`${findingLine(finding, paint, words)}\n`);
      if (findings.some(({ severity }) => severity === 'fatal')) return end(1);
      if (out === undefined) stdout.write(text);
      else
        await writeFile(path.resolve(cwd, out), text).catch((error: NodeJS.ErrnoException) => {
          throw new Misuse({ file: out, reason: messages.publish.cannotWrite(error.code ?? error.message) });
        });
    });
};
