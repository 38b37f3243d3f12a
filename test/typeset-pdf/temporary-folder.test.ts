import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { BrowserError } from '../../src/stages/typeset/pdf/browser/browser-error.js';
import { inTemporaryFolder, makeTemporaryFolder } from '../../src/stages/typeset/pdf/browser/temporary-folder.js';
import { temporaryFolder } from '../temporary-folder.js';

test('folders of builds that were killed are taken away, those of others stay, and a place that cannot be used is named', async (t) => {
  const place = await temporaryFolder(t);
  const before = process.env.TMPDIR;
  t.after(() => (before === undefined ? delete process.env.TMPDIR : (process.env.TMPDIR = before)));
  process.env.TMPDIR = place;
  const first = await makeTemporaryFolder();
  const { pid } = spawnSync(process.execPath, ['--version']);
  const killed = first.replace(`-${process.pid}-`, `-${pid}-`);
  await mkdir(path.join(killed, 'profile'), { recursive: true });
  await mkdir(path.join(place, '.kanben-browser.other'));
  const second = await makeTemporaryFolder();
  assert.deepEqual(
    (await readdir(place)).sort(),
    [first, second, '.kanben-browser.other'].map((one) => path.basename(one)).sort(),
  );
  process.env.TMPDIR = path.join(place, 'absent');
  await assert.rejects(inTemporaryFolder(makeTemporaryFolder), (error) => {
    assert.ok(error instanceof BrowserError);
    assert.match(error.message, /absent cannot be used \(ENOENT\): make room there, or name another one in TMPDIR/);
    return true;
  });
});
