/** Where kanben keeps what it may need again: the environment in, an absolute path out. */
import { homedir } from 'node:os';
import path from 'node:path';

/**
 * `KANBEN_CACHE` names a folder, or `off`. Else it is the place that each system has for what may be deleted at any time
 * (XDG Base Directory Specification; Apple's `Library/Caches`; `LOCALAPPDATA`).
 *
 * @returns nothing where no cache is wanted, or no place for one is known
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string | undefined {
  const named = env.KANBEN_CACHE;
  if (named === 'off') return undefined;
  if (named) return path.resolve(named);
  // the specification has relative paths ignored
  if (env.XDG_CACHE_HOME && path.isAbsolute(env.XDG_CACHE_HOME)) return path.join(env.XDG_CACHE_HOME, 'kanben');
  const home = homeOf(env);
  if (platform === 'win32') {
    const local = env.LOCALAPPDATA ?? (home && path.join(home, 'AppData', 'Local'));
    return local && path.join(local, 'kanben', 'cache');
  }
  if (!home) return undefined;
  return platform === 'darwin' ? path.join(home, 'Library', 'Caches', 'kanben') : path.join(home, '.cache', 'kanben');
}

function homeOf(env: NodeJS.ProcessEnv): string | undefined {
  try {
    return env.HOME || homedir();
  } catch {
    // a user whom the system does not know
    return undefined;
  }
}
