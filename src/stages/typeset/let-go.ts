/**
 * Gives back memory that nobody holds any more, at once.
 *
 * Whole fonts and what HarfBuzz works in, some 200 MB, lie outside of V8's heap: V8 sees no reason to collect while a
 * browser does the work, and keeps them to the end of a build.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = () => void;

let collect: Collect | undefined;

export async function letGo(): Promise<void> {
  // what a weak reference was asked for stays until the work under way has ended
  await new Promise((resolve) => setImmediate(resolve));
  if (!collect) {
    setFlagsFromString('--expose-gc');
    // a context shows the collector only when it is made after the flag was set
    collect = runInNewContext('typeof gc === "function" ? gc : () => undefined') as Collect;
  }
  collect();
}
