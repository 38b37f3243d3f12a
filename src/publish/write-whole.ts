/**
 * Writes the files of an edition together, whole or not at all.
 *
 * Each goes to a temporary file beside its place and is flushed to the disk; only when all stand there are they renamed.
 * Whatever fails before that leaves the last edition as it was.
 */
import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { messages } from '../messages/en.js';
import { Misuse } from '../misuse.js';

/** A file to write. */
export interface NewFile {
  /** Name within the folder; may stand in a folder of it. */
  name: string;
  bytes: Uint8Array | string;
}

/**
 * Makes sure that a folder can be written to, before the work that fills it.
 *
 * @param folder absolute path; made where it does not exist
 * @param shown its name for messages
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
async function makeFolder(folder: string): Promise<void> {
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

/**
 * @param folder absolute path of a folder that exists
 * @param shown its name for messages
 */
export async function writeWhole(folder: string, shown: string, files: NewFile[]): Promise<void> {
  const mark = `.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
  const temporary = ({ name }: NewFile): string =>
    path.join(folder, path.dirname(name), `.${path.basename(name)}${mark}`);
  let current = shown;
  try {
    for (const file of files) {
      current = `${shown}/${file.name}`;
      const target = await stat(path.join(folder, file.name)).catch(() => undefined);
      if (target?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
      await makeFolder(path.dirname(path.join(folder, file.name)));
      await writeFlushed(temporary(file), file.bytes);
    }
    for (const file of files) {
      current = `${shown}/${file.name}`;
      await rename(temporary(file), path.join(folder, file.name));
    }
  } catch (error) {
    await Promise.all(files.map((file) => rm(temporary(file), { force: true }).catch(() => undefined)));
    throw new Misuse({ file: current, reason: messages.publish.cannotWrite(codeOf(error)) });
  }
}

async function writeFlushed(place: string, bytes: Uint8Array | string): Promise<void> {
  const handle = await open(place, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
