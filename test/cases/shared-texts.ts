/** The real texts that lie beside the project on some machines: read where they are, never copied. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolder } from '../../src/system/locations.js';

const folder = path.join(packageFolder, '../shared/texts');

/** Why tests of the real texts are skipped; undefined where the texts are there. */
export const noSharedTexts = existsSync(folder) ? undefined : 'no ../shared/texts beside the project';

/** Name and content of each. */
export const sharedTexts: [string, string][] = noSharedTexts
  ? []
  : readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]);
