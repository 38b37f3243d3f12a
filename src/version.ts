/** The version of this package, as reports and editions name it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolder } from './system/locations.js';

export const version = (
  JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as { version: string }
).version;
