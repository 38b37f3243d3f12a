/**
 * Writes the files of an edition together, whole or not at all.
 *
 * Each goes to a temporary file beside its place and is flushed to the disk; when all stand there, a list of them is
 * written, and only then are they renamed, one directly after the other. Whatever fails before the list leaves the last
 * edition as it was; whatever fails after it is finished by the next build (`settle`).
 */
import { createHash } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { messages } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';
import { codeOf } from './code-of.js';
import { makeFolder } from './prepare-folder.js';
import { renameAll, settle, type FinishedFile } from './rename-list.js';
import { temporaryName } from '../system/temporary-name.js';
import { writeFlushed } from './write-flushed.js';

/** A file to write. */
export interface NewFile {
  /** Name within the folder; may stand in a folder of it. */
  name: string;
  bytes: Uint8Array | string;
}

/**
 * @param folder absolute path of a folder that exists
 * @param shown its name for messages
 * @param edition what the files are of; two editions of one name are never written at once
 * @returns the files with their digests
 * @throws Misuse when one cannot be written; then all are as they were
 */
export async function writeWhole(
  folder: string,
  shown: string,
  edition: string,
  files: NewFile[],
): Promise<FinishedFile[]> {
  const written = files.map(({ name, bytes }) => ({
    name,
    temporary: path.join(path.dirname(name), temporaryName(path.basename(name))),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  let current = shown;
  // what writers before this one left where it writes
  for (const place of new Set(files.map(({ name }) => path.dirname(name)))) await settle(path.join(folder, place));
  try {
    for (const [i, { name, bytes }] of files.entries()) {
      current = `${shown}/${name}`;
      const target = await stat(path.join(folder, name)).catch(() => undefined);
      if (target?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
      await makeFolder(path.dirname(path.join(folder, name)));
      await writeFlushed(path.join(folder, written[i]!.temporary), bytes);
    }
    current = shown;
    await renameAll(folder, edition, written);
    return written;
  } catch (error) {
    await Promise.all(
      written.map(({ temporary }) => rm(path.join(folder, temporary), { force: true }).catch(() => undefined)),
    );
    throw new Misuse({ file: current, reason: messages.publish.cannotWrite(codeOf(error)) });
  }
}
