/** A text by its place in the folder of the issue, as editions name it. */
import path from 'node:path';
import type { RawText } from '../../model/index.js';

/** @param folder absolute path of the folder of the issue */
export function sourceName(raw: RawText, folder: string): string {
  return path.relative(folder, raw.path).split(path.sep).join('/');
}
