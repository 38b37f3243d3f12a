/** Files in, the bytes of a zip out (APPNOTE 6.3.3): in the order given, without the clock, packed on all cores. */
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { forgetful } from '../../../cache/remember.js';

export interface ZipEntry {
  /** Path within the zip. */
  name: string;
  data: Uint8Array | string;
  /** Not packed: what a reader looks for at a fixed place. */
  stored?: boolean;
}

const deflate = promisify(deflateRaw);
/** Bytes from which it is quicker to ask whether something was packed before. */
const large = 1 << 16;
/** 1 January 1980, the earliest day that a zip can state: a book is dated by its metadata. */
const date = 0x0021;
/** General purpose bit 11: names are UTF-8. */
const utf8 = 0x0800;
/** 2.0, the first that has deflate. */
const version = 20;

/**
 * @param remember what was packed by earlier builds
 * @throws RangeError on more than 65,535 files or 4 GiB, which want another format
 */
export async function zipFiles(entries: readonly ZipEntry[], remember = forgetful): Promise<Buffer> {
  if (entries.length > 0xffff) throw new RangeError(`zip: ${entries.length} files`);
  const packed = await Promise.all(
    entries.map(async ({ name, data, stored }) => {
      const bytes = typeof data === 'string' ? Buffer.from(data) : data;
      // in one piece: by default zlib hands out 16 kB at a time
      const pack = () => deflate(bytes, { level: 6, chunkSize: Math.max(64, bytes.length) });
      const small = stored ? bytes : await (bytes.length < large ? pack() : remember('epub:pack', [bytes], pack));
      const isPacked = small.length < bytes.length;
      return { name: Buffer.from(name), bytes, content: isPacked ? small : bytes, method: isPacked ? 8 : 0 };
    }),
  );
  const files: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, content, method } of packed) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(version, 0);
    common.writeUInt16LE(/[^\0-\x7f]/.test(name.toString()) ? utf8 : 0, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt16LE(date, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    files.push(Buffer.from('PK\x03\x04', 'latin1'), common, name, content);
    // version made by, …, then comment, disk and attributes, all 0, and the place of the file
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, name);
    at += 30 + name.length + content.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(packed.length, 8);
  end.writeUInt16LE(packed.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...directory, end]);
}
