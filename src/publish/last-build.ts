/**
 * Whether the edition that stands in the folder is the one that a build would make: then there is nothing to do.
 *
 * What a build read and what it wrote are kept with their digests. Both must be as they were: a source that was edited,
 * a picture that came or went, a file of the edition that was damaged or deleted, and the edition is made anew.
 */
import path from 'node:path';
import { changedFiles } from '../stages/acquire/file-digest.js';
import { keyOf } from '../cache/remember.js';
import type { Store } from '../cache/store.js';
import type { IssueSource, ReadFile } from '../model/index.js';
import type { WrittenFile } from './written-file.js';

/** What a build leaves for the next one. */
interface LastBuild {
  /** What was found before a text was read. */
  found: string;
  read: ReadFile[];
  written: (WrittenFile & { sha256: string })[];
}

/** Finds and keeps last builds of one program with one set of options. */
export class LastBuilds {
  /**
   * @param making all that the result depends on beside the sources: program, options, browser
   * @param out absolute path of the folder of editions
   */
  constructor(
    private readonly store: Store,
    private readonly making: string,
    private readonly out: string,
  ) {}

  /** The files of the edition that stands, when it is what a build would make; and whether there was one at all. */
  async standing(source: IssueSource): Promise<{ files?: WrittenFile[]; before: boolean }> {
    const kept = await this.store.get(this.keyOf(source));
    if (!kept) return { before: false };
    const { found, read, written } = JSON.parse(kept.toString()) as LastBuild;
    const standing = written.map(({ name, sha256 }) => ({ path: path.join(this.out, name), digest: sha256 }));
    if (found !== foundOf(source) || (await changedFiles([...read, ...standing])).length > 0) return { before: true };
    return { files: written.map(({ sha256: _, ...file }) => file), before: true };
  }

  /** @param written with names within the folder of editions, and the SHA-256 of each */
  async keep(source: IssueSource, read: ReadFile[], written: (WrittenFile & { sha256: string })[]): Promise<void> {
    const last: LastBuild = { found: foundOf(source), read, written };
    await this.store.put(this.keyOf(source), JSON.stringify(last));
  }

  private keyOf({ slug, folder }: IssueSource): string {
    return keyOf(['publish:last-build', this.making, this.out, folder, slug]);
  }
}

/** Which texts, in which order, what was said of them, and of files that are none. */
function foundOf({ single, texts, configFile, unread = [] }: IssueSource): string {
  const said = configFile?.messages.map(({ reason, line }) => [reason, line]) ?? [];
  return JSON.stringify([single, texts.map((text) => text.path), said, unread]);
}
