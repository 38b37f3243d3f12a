/** Begins an issue: a folder in, an `issue.yaml` to fill in and a README in it. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { naturalOrder } from '../stages/acquire/natural-order.js';
import { shownPath } from '../stages/acquire/shown-path.js';
import { templatesFolder } from '../system/locations.js';
import { messages, type Language } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';
import { prepareFolder } from '../publish/prepare-folder.js';

const configName = 'issue.yaml';

/**
 * @param folder the folder to make, relative to `cwd`; texts that stand in it stay
 * @param cwd absolute path of the working folder
 * @param language of what they say
 * @returns names of the files made, as messages show them
 * @throws Misuse when there is an issue already
 */
export async function initIssue(
  folder: string,
  cwd: string = process.cwd(),
  language: Language = 'en',
): Promise<string[]> {
  const target = path.resolve(cwd, folder);
  const shown = shownPath(target, cwd);
  const existing = await readdir(target).catch((): string[] => []);
  if (existing.includes(configName))
    throw new Misuse({ reason: messages.publish.initExists(`${shown}/${configName}`) });
  await prepareFolder(target, shown);
  const templates = path.join(templatesFolder, 'init', language);
  const made: string[] = [];
  for (const name of (await readdir(templates)).sort(naturalOrder)) {
    const place = path.join(target, name);
    if (await stat(place).catch(() => undefined)) continue;
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, await readFile(path.join(templates, name)), { flag: 'wx' });
    made.push(`${shown}/${name}`);
  }
  return made;
}
