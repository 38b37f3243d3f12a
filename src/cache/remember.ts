/**
 * What stages are given to spare themselves work: a name of the work and all that it depends on in, its result out.
 *
 * A stage does not know whether, where or for how long anything is kept.
 */
import { createHash } from 'node:crypto';
import type { ByteStore } from './byte-store.js';

/**
 * Gives what `make` makes, from an earlier time where the same work was done on the same things.
 *
 * @param work name of what is done, `stage:work`
 * @param on everything that the result depends on, beside the program itself
 */
export type Remember = (
  work: string,
  on: readonly (string | Uint8Array)[],
  make: () => Promise<Uint8Array>,
) => Promise<Uint8Array>;

/** Does the work each time. */
export const forgetful: Remember = (_work, _on, make) => make();

/** @param program digest of the program: what another one made is never used */
export function rememberIn(store: ByteStore, program: string): Remember {
  return async (work, on, make) => {
    const key = keyOf([program, work, ...on]);
    const known = await store.get(key);
    if (known) return known;
    const made = await make();
    await store.put(key, made);
    return made;
  };
}

/** One key for a row of parts; no two rows have the same. */
export function keyOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    hash.update(`${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
