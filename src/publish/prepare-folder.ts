/** Makes sure that a folder can be written to, before the work that fills it. */
import { access, constants, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { messages } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';
import { codeOf } from './code-of.js';

/**
 * @param folder absolute path; made where it does not exist
 * @param shown its name for messages
 * @throws Misuse when it is a file, or may not be written
 */
export async function prepareFolder(folder: string, shown: string): Promise<void> {
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const isFile = await stat(folder)
      .then((found) => !found.isDirectory())
      .catch(() => false);
    throw new Misuse({
      file: shown,
      reason: isFile ? messages.publish.outIsFile : messages.publish.cannotWrite(codeOf(error)),
    });
  }
}

/** Step by step: `recursive` never ends where a file system answers that the folder's own parent is not there (/proc). */
export async function makeFolder(folder: string): Promise<void> {
  if (
    await stat(folder)
      .then((found) => found.isDirectory())
      .catch(() => false)
  )
    return;
  const parent = path.dirname(folder);
  if (parent !== folder) await makeFolder(parent);
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    // another build may have made it meanwhile; a file of its name is found out by whoever looks into it
    if (error.code !== 'EEXIST') throw error;
  });
}
