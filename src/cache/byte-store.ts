/** Somewhere that bytes are kept under a key and may be gone: a folder, a memory, whatever a host has. */
export interface ByteStore {
  /** @param key of 64 hexadecimal digits */
  get(key: string): Promise<Uint8Array | undefined>;
  put(key: string, content: Uint8Array | string): Promise<void>;
}
