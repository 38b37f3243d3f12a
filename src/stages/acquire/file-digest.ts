/** What a file held when it was read: bytes in, a digest out, to see later whether it is still the same. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ReadFile } from '../../model/index.js';

/** SHA-256, hexadecimal. */
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** @param path absolute; the digest is null where no file can be read */
export async function readDigest(path: string): Promise<ReadFile> {
  return { path, digest: await readFile(path).then(digestOf, () => null) };
}

/** Those files that no longer hold what they held, or are gone, or have come. */
export async function changedFiles(files: readonly ReadFile[]): Promise<string[]> {
  const now = await Promise.all(files.map(({ path }) => readDigest(path)));
  return files.filter(({ digest }, i) => now[i]!.digest !== digest).map(({ path }) => path);
}
