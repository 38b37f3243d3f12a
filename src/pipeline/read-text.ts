/**
 * A file in, its raw text out: as it is read, or, of a PDF, what came of reading the same file before.
 *
 * Reading a PDF takes longer than all that follows; a program that makes an issue again after each correction waits for
 * it once.
 */
import { readFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import { VFile } from 'vfile';
import type { Remember } from '../cache/remember.js';
import type { RawText } from '../model/index.js';
import { digestOf } from '../stages/acquire/file-digest.js';
import { isPdf } from '../stages/acquire/file-kinds.js';
import { readRawText } from '../stages/acquire/index.js';
import { shownPath } from '../stages/acquire/shown-path.js';
import { restoreMessages, storedMessage, type StoredMessage } from './stored-message.js';

type StoredReading = [raw: Omit<RawText, 'file' | 'drawn' | 'path' | 'name'>, messages: StoredMessage[]];

export async function readText(
  path: string,
  options: Parameters<typeof readRawText>[1],
  remember: Remember | undefined,
): Promise<RawText> {
  const bytes = remember && (await readFile(path).catch(() => undefined));
  if (!remember || !bytes || !isPdf(bytes)) return readRawText(path, options);
  let read: RawText | undefined;
  const kept = await remember('acquire:pdf', [digestOf(bytes), JSON.stringify(options.pages ?? null)], async () => {
    read = await readRawText(path, options);
    const { file, drawn: _drawn, path: _path, name: _name, ...raw } = read;
    return serialize([raw, file.messages.map(storedMessage)] satisfies StoredReading);
  });
  if (read) return read;
  const [raw, messages] = deserialize(kept) as StoredReading;
  const name = shownPath(path, options.cwd);
  const file = new VFile({ path: name, value: raw.text });
  if (raw.paged) file.data.paged = raw.paged;
  restoreMessages(file, messages);
  return { ...raw, path, name, file };
}
