/** Everything outside the program that an edition is made of: what was read of an issue in, files with digests out. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Edition, IssueSource, RawText, ReadFile } from '../model.js';
import { readDigest } from './file-digest.js';

/** @param edition absent where the road ended before it */
export async function filesRead(source: IssueSource, raws: readonly RawText[], edition?: Edition): Promise<ReadFile[]> {
  const { config, folder, read = [] } = source;
  const named = [edition?.meta.cover, config.print?.css].filter((one) => one !== undefined);
  const earlier = config.errata === undefined ? [] : await filesOfEdition(path.resolve(folder, config.errata));
  const more = [...named.map((one) => path.resolve(folder, one)), ...earlier];
  return [
    ...read,
    ...raws.map((raw) => ({ path: raw.path, digest: raw.digest })),
    ...(edition?.read ?? []),
    ...(await Promise.all(more.map(readDigest))),
  ];
}

/** An edition file, and the files that it says stood beside it. */
async function filesOfEdition(file: string): Promise<string[]> {
  try {
    const { outputs } = JSON.parse(await readFile(file, 'utf8')) as { outputs: { file: string }[] };
    return [file, ...outputs.map((output) => path.join(path.dirname(file), path.basename(output.file)))];
  } catch {
    // whoever needs it says that it cannot be read
    return [file];
  }
}
