/** What is to be watched for a build: the paths asked for in, files and folders out. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { defaultFolder } from '../stages/acquire/find-issues.js';

/** What beside a text decides about its edition. */
const beside = ['issue.yaml', 'corrections.yaml'];

/**
 * A folder is watched whole, of a file's folder only what belongs to it, of a glob the folder that it begins in.
 *
 * @returns absolute paths
 */
export function watchedPlaces(paths: readonly string[], cwd: string): string[] {
  const places = paths.length > 0 ? paths : [defaultFolder];
  return [...new Set(places.flatMap((asked) => placesOf(path.resolve(cwd, asked))))];
}

function placesOf(place: string): string[] {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found?.isDirectory()) return [place];
  if (found) return [place, ...beside.map((name) => path.join(path.dirname(place), name))];
  // the part of a glob that names one folder
  const parts = place.split(path.sep);
  const open = parts.findIndex((part) => /[*?[\]{}()!+@]/.test(part));
  return [parts.slice(0, open < 0 ? -1 : open).join(path.sep) || path.sep];
}
