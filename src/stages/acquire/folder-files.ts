/**
 * The files of an issue's folder: its texts, and what would be a text but is not read. Nothing is passed over in silence.
 *
 * Pictures, styles, records and what systems leave behind belong to the texts or to nobody; every other file is named.
 */
import { open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { messages, type Message } from '../../messages/index.js';
import { companionNames, strayFolders, strayNames, textNames } from '../../vocabulary/file-names.js';
import { fileKind } from './file-kinds.js';
import { naturalOrder } from './natural-order.js';

/** Folders below that of the issue in which texts may lie that nobody reads. */
const deepest = 3;
/** So much of a file tells what it is. */
const headLength = 4096;

/** A file of the folder that is neither read nor known to belong to the texts. */
export interface UnreadFile {
  /** Absolute path. */
  path: string;
  reason: Message;
}

/** Is this the name of a text? */
export function isTextName(name: string): boolean {
  return textNames.test(name) && !strayNames.test(name);
}

/** Names of the texts that stand in a folder, in natural order. */
export async function textsOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => !entry.isDirectory() && isTextName(entry.name)).map(({ name }) => name);
  return names.sort(naturalOrder);
}

/**
 * @param folder absolute path
 * @param known files that are read, and files and folders that a person has said not to read; relative to the folder
 */
export async function unreadFiles(folder: string, known: readonly string[]): Promise<UnreadFile[]> {
  const expected = known.map((name) => path.resolve(folder, name));
  const found: UnreadFile[] = [];
  for (const file of await filesBelow(folder)) {
    if (expected.some((one) => file === one || file.startsWith(one + path.sep))) continue;
    const isBelow = path.dirname(file) !== folder;
    // a folder of pictures and notes beside the texts holds many things; a text in it may be one that was forgotten
    if (isBelow && !isTextName(path.basename(file))) continue;
    found.push({ path: file, reason: await reasonOf(file, isBelow) });
  }
  return found;
}

async function reasonOf(file: string, isBelow: boolean): Promise<Message> {
  const name = path.basename(file);
  if (isBelow) return messages.acquire.textBelow(name);
  const kind = fileKind(await headOf(file));
  return kind ? messages.acquire.unreadKind(name, kind.name, kind.advice) : messages.acquire.unread(name);
}

/** Absolute paths of the files that could hold a text, natural order; issues of their own are not entered. */
async function filesBelow(folder: string, depth = deepest): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const below = depth < deepest;
  if (below && entries.some(({ name }) => name === 'issue.yaml')) return [];
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => naturalOrder(a.name, b.name))) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (depth > 0 && !strayFolders.test(entry.name)) found.push(...(await filesBelow(place, depth - 1)));
    } else if (!strayNames.test(entry.name) && !companionNames.test(entry.name)) found.push(place);
  }
  return found;
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return Buffer.alloc(0);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headLength), 0, headLength, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
