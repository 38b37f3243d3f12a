/** The examples of the library run as they stand, and say what they should. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { packageFolder } from '../../src/system/locations.js';
import { temporaryFolder } from '../temporary-folder.js';

const said: Record<string, RegExp> = {
  'build-and-stop.js': /^source\/yinshua-shihua \{ fatal: 0, warning: 1, remark: 0 \} 3$/m,
  'bytes-in-bytes-out.js': /^true \[\s*'du-kou-zhi\.epub true',[^]*du-kou-zhi-jats\/du-kou\.xml true/,
  'unified.js': /船\[\^1\]来了。\n\n\[\^1\]: 渡船。/,
  'warm-session.js': /^true true\n$/,
};

test('every example is run', () => {
  assert.deepEqual(readdirSync(path.join(packageFolder, 'examples')).sort(), Object.keys(said));
});

for (const [name, expected] of Object.entries(said)) {
  test(`examples/${name}`, async (t) => {
    const out = await temporaryFolder(t);
    const args = [path.join('examples', name), 'source/yinshua-shihua', out];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: packageFolder });
    assert.match(stdout, expected);
  });
}
