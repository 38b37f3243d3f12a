/**
 * A folder of things that were made once: a key in, the bytes out that were put under it.
 *
 * It may be deleted at any time, and two builds may use it at once: an entry is written under another name and then
 * renamed. What is damaged is not given out. When more is kept than the limit allows, what was not used for the longest
 * time goes. A folder that cannot be used is no failure: nothing is found in it, and nothing kept.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { ByteStore } from './byte-store.js';

/** Bytes that are kept when nobody says otherwise: some dozens of issues. */
const defaultLimit = 400 * 1024 * 1024;
/** ms after which a file that was never renamed is taken for left over. */
const leftOver = 60 * 60 * 1000;

const digestLength = 32;
const entryName = /^[0-9a-f]{64}$/;

export class Store implements ByteStore {
  /** Why nothing can be kept, as the file system says it; the first reason only. */
  trouble: { code: string } | undefined;
  private grown = false;

  /** @param folder absolute path; made when something is kept */
  constructor(
    readonly folder: string,
    private readonly limit = defaultLimit,
  ) {}

  /** @param key of 64 hexadecimal digits */
  async get(key: string): Promise<Buffer | undefined> {
    const place = this.placeOf(key);
    const bytes = await readFile(place).catch(() => undefined);
    if (!bytes) return undefined;
    const content = bytes.subarray(digestLength);
    if (!digest(content).equals(bytes.subarray(0, digestLength))) {
      await rm(place, { force: true }).catch(() => undefined);
      return undefined;
    }
    const now = new Date();
    await utimes(place, now, now).catch(() => undefined);
    return content;
  }

  /** Keeps bytes, as far as that can be done. */
  async put(key: string, content: Uint8Array | string): Promise<void> {
    if (this.trouble) return;
    const place = this.placeOf(key);
    const draft = `${place}.${randomBytes(6).toString('hex')}`;
    try {
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      const handle = await open(draft, 'wx', 0o600);
      try {
        await handle.writeFile(digest(content));
        await handle.writeFile(content);
      } finally {
        await handle.close();
      }
      await rename(draft, place);
      this.grown = true;
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      this.trouble = { code: (error as NodeJS.ErrnoException).code ?? String(error) };
    }
  }

  /** Brings the folder within its limit; does nothing when nothing was put into it. */
  async tidy(): Promise<void> {
    if (!this.grown) return;
    this.grown = false;
    const entries: { place: string; size: number; used: number }[] = [];
    const folders = await readdir(this.folder).catch(() => []);
    for (const folder of folders.filter((name) => /^[0-9a-f]{2}$/.test(name))) {
      for (const name of await readdir(path.join(this.folder, folder)).catch(() => [])) {
        const place = path.join(this.folder, folder, name);
        const found = await stat(place).catch(() => undefined);
        if (!found) continue;
        if (entryName.test(name)) entries.push({ place, size: found.size, used: found.mtimeMs });
        else if (Date.now() - found.mtimeMs > leftOver) await rm(place, { force: true }).catch(() => undefined);
      }
    }
    let total = entries.reduce((sum, { size }) => sum + size, 0);
    for (const { place, size } of entries.sort((one, other) => one.used - other.used)) {
      if (total <= this.limit) break;
      await rm(place, { force: true }).catch(() => undefined);
      total -= size;
    }
  }

  /** In a folder of its first two digits: no folder grows too long to list. */
  private placeOf(key: string): string {
    if (!entryName.test(key)) throw new Error(`cache: ${key} is no key`);
    return path.join(this.folder, key.slice(0, 2), key);
  }
}

const digest = (content: Uint8Array | string): Buffer => createHash('sha256').update(content).digest();
