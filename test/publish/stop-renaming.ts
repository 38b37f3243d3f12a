/** Leaves the files named as a process does that is killed after the first of them was renamed. */
import { createHash } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { temporaryName } from '../../src/system/temporary-name.js';

const sha256 = createHash('sha256').update('new').digest('hex');
const files = process.argv.slice(2).map((name) => ({ name, temporary: temporaryName(name), sha256 }));
for (const { temporary } of files) writeFileSync(temporary, 'new');
writeFileSync('.edition.renaming', `${JSON.stringify(files)}\n`);
renameSync(files[0]!.temporary, files[0]!.name);
process.stdout.write('done');
