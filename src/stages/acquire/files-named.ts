/**
 * The files that an edition is made of beside its texts and their pictures: an issue in, files with digests out.
 *
 * They are looked at before they are used: what is edited in between is seen to have changed.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { IssueSource, ReadFile } from '../../model/index.js';
import { readDigest } from './file-digest.js';

/** `issue.yaml` and `corrections.yaml`, and every file that `issue.yaml` names. */
export async function filesNamed({ config, folder, read = [] }: IssueSource): Promise<ReadFile[]> {
  const named = [config.cover, config.print?.css, config.errata].filter((one) => one !== undefined);
  const places = named.map((one) => path.resolve(folder, one));
  const earlier = config.errata === undefined ? [] : await besideEdition(path.resolve(folder, config.errata));
  return [...read, ...(await Promise.all([...places, ...earlier].map(readDigest)))];
}

/** The files that an edition file says stood beside it. */
async function besideEdition(file: string): Promise<string[]> {
  try {
    const { outputs } = JSON.parse(await readFile(file, 'utf8')) as { outputs: { file: string }[] };
    return outputs.map((output) => path.join(path.dirname(file), path.basename(output.file)));
  } catch {
    // whoever needs it says that it cannot be read
    return [];
  }
}
