/** Files of an output in many files that its edition does not have any more: what stood before and stands now in. */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Output } from '../pipeline/made-issue.js';

/** A file that an edition file lists. */
export interface FormerFile {
  file: string;
  format: string;
}

/** The files that the edition standing in a folder is made of; none where there is none. */
export async function formerFiles(folder: string, slug: string): Promise<FormerFile[]> {
  try {
    const { outputs } = JSON.parse(await readFile(path.join(folder, `${slug}.edition.json`), 'utf8')) as {
      outputs: FormerFile[];
    };
    return outputs.filter(({ file, format }) => typeof file === 'string' && typeof format === 'string');
  } catch {
    return [];
  }
}

/**
 * Removes what an output that was made anew no longer has: the page of an article that was taken out.
 *
 * Only files in the output's own folder (`<slug>-<format>/`) are touched, whatever the edition file says.
 */
export async function removeFormer(
  folder: string,
  slug: string,
  former: FormerFile[],
  outputs: readonly Output[],
): Promise<void> {
  const now = new Set(outputs.map(({ name }) => name));
  const gone = former.filter(({ file, format }) => {
    const own = `${slug}-${format}/`;
    return (
      outputs.some((output) => output.format === format) &&
      path.posix.normalize(file).startsWith(own) &&
      file.startsWith(own) &&
      !now.has(file)
    );
  });
  await Promise.all(gone.map(({ file }) => rm(path.join(folder, file), { force: true }).catch(() => undefined)));
}
