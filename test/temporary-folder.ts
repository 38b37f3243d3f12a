/** A folder for one test: files in, their folder out; it goes when the test ends. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

/**
 * @param files content by path within the folder; a path that ends in a slash makes a folder
 * @returns absolute path
 */
export async function temporaryFolder(
  t: TestContext,
  files: Record<string, string | Uint8Array> = {},
): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'kanben-test-')));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const place = path.join(folder, name);
    await mkdir(name.endsWith('/') ? place : path.dirname(place), { recursive: true });
    if (!name.endsWith('/')) await writeFile(place, content);
  }
  return folder;
}
