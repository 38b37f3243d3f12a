/** Which browser would print, without starting it: a name or nothing in, words out that change when the browser does. */
import { readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { findBrowsers } from './find-browsers.js';

/** @param named as for `findBrowsers` */
export function browserIdentity(named?: string): string {
  // of the packaged browser the package's version tells
  return findBrowsers(named)
    .map(({ path, origin }) => `${origin} ${path === undefined ? '' : fileIdentity(path)}`)
    .join('\n');
}

function fileIdentity(path: string): string {
  try {
    const real = realpathSync(path);
    const { size, mtimeMs } = statSync(real);
    // a launcher stays when the browser beside it is brought up to date; a snap is a link that is moved
    const snap = basename(real) === 'snap' ? readlinkSync(`/snap/${basename(path)}/current`) : '';
    return [real, size, mtimeMs, statSync(dirname(real)).mtimeMs, snap].join(' ');
  } catch {
    return `${path} absent`;
  }
}
