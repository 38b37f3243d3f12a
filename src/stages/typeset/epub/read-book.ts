/** Opens an EPUB: its bytes in, its documents by the name of their file out. */
import { readZip } from '../../../system/read-zip.js';

/** The XHTML documents of a book, by file name without folder and extension. */
export function bookDocuments(bytes: Uint8Array): Map<string, Buffer> {
  const files = [...readZip(bytes, (name) => name.endsWith('.xhtml'))];
  return new Map(files.map(([name, file]) => [name.replace(/^.*\/|\.xhtml$/g, ''), file]));
}
