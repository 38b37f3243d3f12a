/** Everything outside the program that an edition is made of: what was read of an issue in, files with digests out. */
import path from 'node:path';
import type { Edition, IssueSource, RawText, ReadFile } from '../model.js';
import { readDigest } from './file-digest.js';

/** @param edition absent where the road ended before it */
export async function filesRead(source: IssueSource, raws: readonly RawText[], edition?: Edition): Promise<ReadFile[]> {
  const { config, folder, read = [] } = source;
  const more = [edition?.meta.cover, config.print?.css, config.errata].filter((one) => one !== undefined);
  return [
    ...read,
    ...raws.map((raw) => ({ path: raw.path, digest: raw.digest })),
    ...(edition?.read ?? []),
    ...(await Promise.all(more.map((one) => readDigest(path.resolve(folder, one))))),
  ];
}
