/** Reads the user's own style sheet for print: an issue's source in, the text of the file out. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { messages } from '../../messages/index.js';
import { Misuse } from '../../messages/misuse.js';
import type { IssueSource } from '../../model/index.js';

/** @throws Misuse when `print.css` leads to a file that cannot be read */
export async function readPrintStyles({ config, folder, configFile }: IssueSource): Promise<string | undefined> {
  const css = config.print?.css;
  if (css === undefined) return undefined;
  return readFile(path.resolve(folder, css), 'utf8').catch(() => {
    throw new Misuse({ ...(configFile && { file: configFile.path }), reason: messages.pdf.stylesMissing(css) });
  });
}
