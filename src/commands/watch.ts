/**
 * `kanben build --watch`: builds, waits until a file is saved, and builds again, until it is told to stop.
 *
 * One build at a time: what is saved while one goes on is built after it. What cannot be built is told of, and watching
 * goes on. The browser stays between builds.
 */
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { watch as watchFiles } from 'chokidar';
import { build, type BuildOptions, type BuildResult } from '../build/build.js';
import { BrowserKeeper } from '../stages/typeset/pdf/browser/browser-keeper.js';
import { wantsBrowser } from '../stages/typeset/targets.js';
import type { Surroundings } from './command.js';
import { goThroughIssues, type IssueFlags } from './go-through-issues.js';
import { tellFailure } from './tell-failure.js';
import { watchedPlaces } from './watched-places.js';

/** Names of what is no source: hidden files, copies that editors make, libraries. */
const passedOver = /^\.|~$|^node_modules$/;
/** ms without a change after which a build begins: editors save in several steps. */
const quiet = 150;

/**
 * @param paths as for `build`
 * @returns the exit code of the last build
 */
export async function watch(
  paths: string[],
  options: BuildOptions & { out: string },
  flags: IssueFlags,
  surroundings: Surroundings,
): Promise<number> {
  const { cwd, stderr, words } = surroundings;
  const stopping = stopSignal(surroundings);
  const keeper = options.formats && !wantsBrowser(options.formats) ? undefined : new BrowserKeeper(options.browser);
  const out = path.resolve(cwd, options.out);
  const places = watchedPlaces(paths, cwd);
  const watcher = watchFiles(places, {
    ignoreInitial: true,
    ignored: (place) => isIn(place, out) || (!places.includes(place) && passedOver.test(path.basename(place))),
  });
  const changes = new Changes();
  watcher.on('all', () => changes.note());
  // a folder that cannot be watched any longer is not the end: the rest is
  watcher.on('error', (error) => stderr.write(`${String(error)}\n`));
  stopping.addEventListener('abort', () => {
    changes.note();
    // a build that goes on ends with it
    void keeper?.close();
  });
  let code = 0;
  try {
    for (let first = true; !stopping.aborted; first = false) {
      changes.clear();
      const round = async (shared: BuildOptions): Promise<BuildResult> => {
        const result = await build(paths, { ...options, ...shared, ...(keeper && { keeper }) });
        // style sheets and pictures may lie elsewhere
        watcher.add(result.issues.flatMap(({ made }) => made?.read.map((file) => file.path) ?? []));
        return result;
      };
      try {
        code = await goThroughIssues({ ...flags, onlyNews: !first }, true, surroundings, round);
      } catch (error) {
        if (!stopping.aborted) code = tellFailure(error, Boolean(flags.json), surroundings);
      }
      if (stopping.aborted) break;
      if (!flags.quiet && !flags.json) stderr.write(`${words.cli.watching}\n`);
      await changes.settled(stopping);
    }
    return code;
  } finally {
    await watcher.close();
    await keeper?.close();
  }
}

/** Whether something has changed since the last build began. */
class Changes {
  private seen = false;
  private wake: (() => void) | undefined;

  note(): void {
    this.seen = true;
    this.wake?.();
  }

  clear(): void {
    this.seen = false;
  }

  /** Until something has changed and nothing changes any more. */
  async settled(stopping: AbortSignal): Promise<void> {
    if (!this.seen) await new Promise<void>((resolve) => (this.wake = resolve));
    while (this.seen && !stopping.aborted) {
      this.clear();
      await setTimeout(quiet);
    }
  }
}

function stopSignal({ stop }: Surroundings): AbortSignal {
  if (stop) return stop;
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // who asks twice does not wait for the build
      if (stopping.signal.aborted) process.exit(130);
      stopping.abort();
    });
  }
  return stopping.signal;
}

function isIn(place: string, folder: string): boolean {
  const inside = path.relative(folder, place);
  return inside === '' || (!inside.startsWith('..') && !path.isAbsolute(inside));
}
