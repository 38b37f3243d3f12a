/** A path as messages and reports show it: relative to the working folder where that is shorter, with slashes. */
import path from 'node:path';

/**
 * @param absolute absolute path
 * @param cwd absolute path of the working folder
 */
export function shownPath(absolute: string, cwd: string): string {
  const relative = path.relative(cwd, absolute) || '.';
  const shorter = relative.length < absolute.length ? relative : absolute;
  return shorter.split(path.sep).join('/');
}
