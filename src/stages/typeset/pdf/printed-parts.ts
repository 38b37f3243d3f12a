/** Keeps printed documents from one build for the next: a store in, what print asks for its parts out. */
import { deserialize, serialize } from 'node:v8';
import type { PartStore, PrintedPart } from './types.js';
import { keyOf } from '../../../cache/remember.js';
import type { ByteStore } from '../../../cache/byte-store.js';

/**
 * @param program digest of the program: what another one printed is never used
 * @param browser identity of the browser that prints
 */
export function printedParts(store: ByteStore, program: string, browser: string): PartStore {
  const named = (key: string): string => keyOf([program, 'pdf:part', browser, key]);
  return {
    async get(key) {
      const kept = await store.get(named(key));
      return kept && (deserialize(kept) as PrintedPart);
    },
    put: (key, part) => store.put(named(key), serialize(part)),
  };
}
