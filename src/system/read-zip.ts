/** Reads a zip back, by its directory and with its sums checked: its bytes in, the files that are wanted out. */
import { crc32, inflateRawSync } from 'node:zlib';

/**
 * @param wanted tells by its name whether a file is read
 * @throws Error where the zip is broken
 */
export function readZip(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Buffer> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new Error('zip: it has no directory');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('zip: its directory ends early');
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength!);
    if (wanted(name)) files.set(name, fileAt(zip, at, name));
    at += 46 + nameLength! + extra! + comment!;
  }
  return files;
}

/** @param entry place of the file's entry in the directory */
function fileAt(zip: Buffer, entry: number, name: string): Buffer {
  const place = zip.readUInt32LE(entry + 42);
  const start = place + 30 + zip.readUInt16LE(place + 26) + zip.readUInt16LE(place + 28);
  const content = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
  const bytes = zip.readUInt16LE(entry + 10) === 8 ? inflateRawSync(content) : content;
  if (crc32(bytes) !== zip.readUInt32LE(entry + 16)) throw new Error(`zip: ${name} is not what it was`);
  return bytes;
}
