/** Writes a new file and waits until the disk has it. */
import { open, rm } from 'node:fs/promises';

/**
 * @param place path of a file that does not exist
 * @throws the error of the file system, EEXIST when there is one; then nothing is left of it
 */
export async function writeFlushed(place: string, bytes: Uint8Array | string): Promise<void> {
  const handle = await open(place, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(place, { force: true }).catch(() => undefined);
    throw error;
  }
  await handle.close();
}
