/**
 * Loads the targets that are asked for while texts are read: fonts are large, and a target's libraries take longer to
 * load than a short text to set.
 */
import { warmFaces } from '../stages/typeset/fonts.js';
import type { Target } from '../stages/typeset/target.js';
import { targets, wantsBrowser, type Format } from '../stages/typeset/targets.js';

/** A target on its way. */
export interface LoadedTarget {
  format: Format;
  /** As messages call it. */
  name: string;
  prints: boolean;
  target: Promise<Target>;
}

/** @param again the fonts were cut for this issue before */
export function loadTargets(formats: readonly Format[], again = false): LoadedTarget[] {
  if (formats.length > 0 && !again) warmFaces(['song', 'song-bold', 'hei', 'kai', 'italic']);
  return formats.map((format) => {
    const target = targets[format].load().then((loaded) => loaded.target);
    // a target that cannot be loaded is told of where it is used
    target.then(({ warmUp }) => warmUp?.()).catch(() => undefined);
    return { format, name: targets[format].name, prints: wantsBrowser([format]), target };
  });
}
