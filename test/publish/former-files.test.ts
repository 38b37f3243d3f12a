/** Files of an output that its edition does not have any more. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { formerFiles, removeFormer } from '../../src/publish/former-files.js';
import { temporaryFolder } from '../temporary-folder.js';

const listed = (file: string, format = 'html') => ({ file, format });

test('a page that is no longer made goes, and nothing else', async (t) => {
  const outputs = [listed('a-html/1.html'), listed('a-html/2.html'), listed('a-html/../b.txt'), listed('b.txt')];
  const folder = await temporaryFolder(t, {
    'a-html/1.html': '',
    'a-html/2.html': '',
    'a-html/own.html': '',
    'b.txt': '',
    'a.edition.json': JSON.stringify({ outputs }),
  });
  const former = await formerFiles(folder, 'a');
  await removeFormer(folder, 'a', former, [{ name: 'a.epub', format: 'epub', bytes: new Uint8Array() }]);
  assert.deepEqual(await readdir(`${folder}/a-html`), ['1.html', '2.html', 'own.html'], 'only an EPUB was made');
  await removeFormer(folder, 'a', former, [{ name: 'a-html/1.html', format: 'html', bytes: new Uint8Array() }]);
  assert.deepEqual(await readdir(`${folder}/a-html`), ['1.html', 'own.html']);
  assert.deepEqual((await readdir(folder)).sort(), ['a-html', 'a.edition.json', 'b.txt']);
  assert.deepEqual(await formerFiles(folder, 'none'), []);
});
