/** A folder in the temporary folder of the machine for one browser: nothing in, its path out. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messages } from '../../../../messages/index.js';
import { isAbandoned, temporaryName } from '../../../../system/temporary-name.js';
import { BrowserError } from './browser-error.js';

const stem = 'kanben-browser';

/** Makes one, and takes away those of builds that were killed. */
export async function makeTemporaryFolder(): Promise<string> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(`.${stem}.`)) continue;
    const place = join(tmpdir(), name);
    const found = await stat(place).catch(() => undefined);
    if (!found || !isAbandoned(name, Date.now() - found.mtimeMs)) continue;
    await rm(place, { recursive: true, force: true }).catch(() => undefined);
  }
  const folder = join(tmpdir(), temporaryName(stem));
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

/**
 * Does something in the temporary folder.
 *
 * @throws BrowserError where it is full, or may not be written
 */
export async function inTemporaryFolder<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    throw new BrowserError(messages.pdf.noTemporaryFolder(tmpdir(), code));
  }
}
