/**
 * Keeps bytes in memory, for a program that stays: what was not used for the longest time goes first.
 *
 * With another store below it, what is not in memory is looked for there, and what is kept is kept there, too.
 */
import type { ByteStore } from './byte-store.js';

/** Bytes that are kept when nobody says otherwise: the trees and pages of some issues. */
const defaultLimit = 256 * 1024 * 1024;

export class MemoryStore implements ByteStore {
  /** In the order of their last use. */
  private readonly kept = new Map<string, Uint8Array>();
  private size = 0;

  constructor(
    private readonly limit = defaultLimit,
    private readonly below?: ByteStore,
  ) {}

  async get(key: string): Promise<Uint8Array | undefined> {
    const known = this.kept.get(key);
    if (known) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    const found = await this.below?.get(key);
    if (found) this.keep(key, found);
    return found;
  }

  async put(key: string, content: Uint8Array | string): Promise<void> {
    this.keep(key, typeof content === 'string' ? Buffer.from(content) : content);
    await this.below?.put(key, content);
  }

  private keep(key: string, content: Uint8Array): void {
    this.size += content.length - (this.kept.get(key)?.length ?? 0);
    this.kept.delete(key);
    this.kept.set(key, content);
    for (const [oldest, bytes] of this.kept) {
      if (this.size <= this.limit) break;
      this.kept.delete(oldest);
      this.size -= bytes.length;
    }
  }
}
