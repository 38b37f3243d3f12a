/**
 * Opens a ZIP archive whose parts are a document: bytes in, its parts by name out. Nothing is written to the disk.
 *
 * A part is unpacked as a stream and given up once all of them together are larger than any document.
 */
import { Readable } from 'node:stream';
import JSZip from 'jszip';
import { messages, type Message } from '../../../messages/index.js';
import { SourceFault } from './reading.js';

/** What all parts that are read may unpack to, bytes. */
const mostUnpacked = 512 * 2 ** 20;
/** An archive has no more parts. */
const mostParts = 20_000;

export class Archive {
  private unpacked = 0;

  private constructor(
    private readonly zip: JSZip,
    private readonly name: Message,
  ) {}

  /** @throws SourceFault where it is no archive, or not whole */
  static async open(bytes: Uint8Array, name: Message): Promise<Archive> {
    const zip = await JSZip.loadAsync(bytes, { createFolders: false }).catch(() => {
      throw new SourceFault('source-opens', messages.sources.damaged(name));
    });
    if (Object.keys(zip.files).length > mostParts)
      throw new SourceFault('source-limits', messages.sources.bomb(mostUnpacked / 2 ** 20));
    return new Archive(zip, name);
  }

  get names(): string[] {
    return Object.keys(this.zip.files).filter((name) => !this.zip.files[name]!.dir);
  }

  /** The bytes of a part; undefined where there is none of that name. */
  async bytes(name: string): Promise<Buffer | undefined> {
    const part = this.zip.file(name);
    if (!part) return undefined;
    const chunks: Buffer[] = [];
    // JSZip's streams are of a kind that cannot be read with for await
    const stream = new Readable({ highWaterMark: 2 ** 16 }).wrap(part.nodeStream());
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        this.unpacked += chunk.length;
        if (this.unpacked > mostUnpacked)
          throw new SourceFault('source-limits', messages.sources.bomb(mostUnpacked / 2 ** 20));
        chunks.push(chunk);
      }
    } catch (error) {
      if (error instanceof SourceFault) throw error;
      throw new SourceFault('source-opens', messages.sources.damaged(this.name));
    }
    return Buffer.concat(chunks);
  }
}

/** A name of a part that another one calls by a relative path: `../media/a.png` from `word/x.xml`. */
export function resolvePart(from: string, called: string): string {
  const parts = called.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of called.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
