/**
 * Puts finished files in their places, all of them or none, even when the process is killed in between.
 *
 * A list of what is to be renamed is written first; while it stands, the edition is being changed. Who finds the list of
 * a process that was broken off finishes its work: all that it names is on the disk, whole.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, renameSync, rmSync } from 'node:fs';
import { link, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isAbandoned, isTemporary, temporaryName } from '../system/temporary-name.js';
import { writeFlushed } from './write-flushed.js';

/** A file that stands finished under its temporary name. */
export interface FinishedFile {
  name: string;
  temporary: string;
  sha256: string;
}

const listName = (edition: string): string => `.${edition}.renaming`;
const isList = (name: string): boolean => /^\..+\.renaming$/.test(name);

/** ms between two looks at the list of another process. */
const pause = 20;
/** ms until a list that is not whole is taken for one that will never be. */
const tornAfter = 5_000;
/** ms until nobody waits any longer for a process that is renaming the same edition. */
const patience = 30_000;

/**
 * @param edition name of the list: two processes never rename the files of one edition at the same time
 * @throws the error of the file system; then every file is what it was
 */
export async function renameAll(folder: string, edition: string, files: FinishedFile[]): Promise<void> {
  const list = path.join(folder, listName(edition));
  await writeAlone(folder, list, `${JSON.stringify(files)}\n`);
  try {
    await flushFolder(folder);
    replaceAll(folder, files);
    await flushFolder(folder);
  } finally {
    await rm(list, { force: true }).catch(() => undefined);
  }
}

/** At one go, so that nothing else of this process comes between. What cannot be replaced brings all the old ones back. */
function replaceAll(folder: string, files: FinishedFile[]): void {
  const done: { place: string; former: string | undefined }[] = [];
  try {
    for (const { temporary, name } of files) {
      const place = path.join(folder, name);
      done.push({
        place,
        former: keepFormer(place, path.join(folder, path.dirname(name), temporaryName(path.basename(name)))),
      });
      renameSync(path.join(folder, temporary), place);
    }
  } catch (error) {
    for (const { place, former } of done) {
      if (!former) rmSync(place, { force: true });
      else {
        renameSync(former, place);
        // two names of one file: renaming leaves both
        rmSync(former, { force: true });
      }
    }
    throw error;
  }
  for (const { former } of done) if (former) rmSync(former, { force: true });
}

/** A second name for a file that is to be replaced; a copy where the file system has no second names. */
function keepFormer(place: string, former: string): string | undefined {
  try {
    linkSync(place, former);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    copyFileSync(place, former);
  }
  return former;
}

/** Writes the list in one step; waits while another process has one. */
async function writeAlone(folder: string, list: string, text: string): Promise<void> {
  const draft = path.join(folder, temporaryName(path.basename(list)));
  await writeFlushed(draft, text);
  try {
    for (const begun = Date.now(); ; await setTimeout(pause)) {
      try {
        // unlike a rename it fails where the name is taken
        return await link(draft, list).catch((error: NodeJS.ErrnoException) => {
          if (error.code === 'EEXIST' || error.code === 'ENOSPC') throw error;
          // no second names in this file system
          return writeFlushed(list, text);
        });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || Date.now() - begun > patience) throw error;
        await finish(folder, list);
      }
    }
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

/**
 * Finishes what processes that were broken off left in a folder, and takes their temporary files away.
 *
 * @param folder absolute path
 */
export async function settle(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isList)) await finish(folder, path.join(folder, name));
  for (const name of names.filter(isTemporary)) {
    const place = path.join(folder, name);
    const found = await stat(place).catch(() => undefined);
    if (found && isAbandoned(name, Date.now() - found.mtimeMs)) await rm(place, { force: true }).catch(() => undefined);
  }
}

/** Does what a list says, when whoever wrote it no longer can. */
async function finish(folder: string, list: string): Promise<void> {
  const text = await readFile(list, 'utf8').catch(() => undefined);
  const found = await stat(list).catch(() => undefined);
  if (text === undefined || !found) return;
  const age = Date.now() - found.mtimeMs;
  const files = filesOf(text);
  if (!files) {
    // broken off while the list was written: nothing had been renamed
    if (age > tornAfter) await rm(list, { force: true });
    return;
  }
  if (!files.every(({ temporary }) => isAbandoned(temporary, age))) return;
  for (const { name, temporary, sha256 } of files) {
    const place = path.join(folder, temporary);
    const bytes = await readFile(place).catch(() => undefined);
    if (bytes && createHash('sha256').update(bytes).digest('hex') === sha256)
      renameSync(place, path.join(folder, name));
  }
  await flushFolder(folder);
  await rm(list, { force: true });
}

/** What a list holds; nothing when it is not whole, or names places that no list of ours names. */
function filesOf(text: string): FinishedFile[] | undefined {
  try {
    const files = JSON.parse(text) as FinishedFile[];
    return files.every(({ name, temporary }) => isInside(name) && isInside(temporary) && isTemporary(temporary))
      ? files
      : undefined;
  } catch {
    return undefined;
  }
}

/** Does a path stay in the folder that it is relative to? */
function isInside(name: string): boolean {
  return !path.isAbsolute(name) && !path.normalize(name).startsWith('..');
}

/** Has the names of a folder written to the disk; not every system can. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  if (!handle) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}
