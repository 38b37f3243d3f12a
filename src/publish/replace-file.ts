/** Replaces a small file that a person may have open elsewhere: what it held in, whether the new text stands there out. */
import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from './write-whole.js';

/**
 * Whole or not at all. A byte order mark stays; a file that would hold nothing goes.
 *
 * @param place absolute path
 * @param shown its name for messages
 * @param before what it was read to hold, without the mark; empty where there was none
 * @returns false, with nothing written, when somebody else has written it meanwhile
 * @throws Misuse when it cannot be written
 */
export async function replaceFile(place: string, shown: string, before: string, text: string): Promise<boolean> {
  const now = await readFile(place, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (now.replace(/^\uFEFF/, '') !== before) return false;
  if (text === '') {
    await rm(place, { force: true });
    return true;
  }
  const mark = now.startsWith('\uFEFF') ? '\uFEFF' : '';
  const edition = createHash('sha256').update(place).digest('hex').slice(0, 12);
  await writeWhole(path.dirname(place), path.dirname(shown), edition, [
    { name: path.basename(place), bytes: mark + text },
  ]);
  return true;
}
