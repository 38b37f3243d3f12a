import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import JSZip from 'jszip';
import { zipFiles } from '../../src/stages/typeset/epub/zip.js';
import { readZip } from '../../src/system/read-zip.js';

const entries = [
  { name: 'mimetype', data: 'application/epub+zip', stored: true },
  { name: 'a/字.xhtml', data: '字'.repeat(100_000) },
  { name: 'empty', data: new Uint8Array() },
  { name: 'noise', data: createHash('shake256', { outputLength: 999 }).update('noise').digest() },
];

test('what is zipped is read back, by another reader and by our own, in its order', async () => {
  const bytes = await zipFiles(entries);
  const other = await JSZip.loadAsync(bytes, { checkCRC32: true });
  const own = readZip(bytes, () => true);
  const names = entries.map(({ name }) => name);
  assert.deepEqual(
    Object.keys(other.files).filter((name) => !name.endsWith('/')),
    names,
  );
  assert.deepEqual([...own.keys()], names);
  for (const { name, data } of entries) {
    const expected = Buffer.from(data as Uint8Array);
    assert.deepEqual(Buffer.from(await other.file(name)!.async('uint8array')), expected);
    assert.deepEqual(own.get(name), expected);
  }
  assert.ok(bytes.length < 5_000, 'what can be packed is');
});

test('only what is wanted is read', async () => {
  assert.deepEqual([...readZip(await zipFiles(entries), (name) => name === 'empty').keys()], ['empty']);
});

test('a broken zip is not read', async () => {
  const bytes = await zipFiles(entries);
  const noise = bytes.indexOf(Buffer.from(entries[3]!.data as Uint8Array).subarray(0, 16));
  assert.ok(noise > 0);
  const spoilt = Buffer.from(bytes);
  spoilt[noise] = spoilt[noise]! ^ 1;
  assert.throws(() => readZip(spoilt, () => true), /zip: noise is not what it was/);
  assert.throws(() => readZip(bytes.subarray(0, 100), () => true), /no directory/);
});
