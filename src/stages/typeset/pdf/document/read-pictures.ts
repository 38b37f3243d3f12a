/** Reads the pictures of an edition: paths and bytes in, data addresses out. The page in the browser reads no file itself. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Edition } from '../../../../model/index.js';

export interface PictureData {
  /** Data address by `src`. */
  addresses: Map<string, string>;
  /** Data address of the cover picture. */
  cover?: string;
  /** What could not be read. */
  failures: { path: string; code: string }[];
}

const coverTypes: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
};

export async function readPictures({ pictures, meta }: Edition): Promise<PictureData> {
  const data: PictureData = { addresses: new Map(), failures: [] };
  const read = async (content: string | Uint8Array, mediaType: string): Promise<string | undefined> => {
    try {
      const bytes = typeof content === 'string' ? await readFile(content) : Buffer.from(content);
      return `data:${mediaType};base64,${bytes.toString('base64')}`;
    } catch (error) {
      data.failures.push({ path: String(content), code: (error as NodeJS.ErrnoException).code ?? 'unknown' });
      return undefined;
    }
  };
  for (const { src, content, mediaType } of pictures) {
    const address = await read(content, mediaType);
    if (address) data.addresses.set(src, address);
  }
  const coverType = meta.cover && coverTypes[extname(meta.cover).toLowerCase()];
  const cover = meta.cover && coverType ? await read(meta.cover, coverType) : undefined;
  return { ...data, ...(cover && { cover }) };
}
