/** The cache of this program on this machine: the environment in, where to keep things and how to ask for them out. */
import { cacheFolder } from './cache-folder.js';
import { programDigest } from './program-digest.js';
import { rememberIn, type Remember } from './remember.js';
import { Store } from './store.js';

export interface Cache {
  store: Store;
  /** Digest of the program. */
  program: string;
  remember: Remember;
}

/** @returns nothing where none is wanted */
export function openCache(): Cache | undefined {
  const folder = cacheFolder();
  if (folder === undefined) return undefined;
  const store = new Store(folder);
  const program = programDigest();
  return { store, program, remember: rememberIn(store, program) };
}
