import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { cacheFolder } from '../../src/cache/cache-folder.js';
import { keyOf, rememberIn } from '../../src/cache/remember.js';
import { Store } from '../../src/cache/store.js';
import { temporaryFolder } from '../temporary-folder.js';

const key = (name: string): string => keyOf([name]);
const placeOf = (folder: string, name: string): string => path.join(folder, key(name).slice(0, 2), key(name));

test('the cache lies where each system keeps what may be deleted', () => {
  const folder = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform) =>
    cacheFolder({ HOME: '/home/li', ...env }, platform);
  assert.equal(folder({}, 'linux'), '/home/li/.cache/kanben');
  assert.equal(folder({ XDG_CACHE_HOME: '/var/cache/li' }, 'linux'), '/var/cache/li/kanben');
  assert.equal(folder({ XDG_CACHE_HOME: 'relative' }, 'linux'), '/home/li/.cache/kanben');
  assert.equal(folder({}, 'darwin'), '/home/li/Library/Caches/kanben');
  assert.match(folder({ LOCALAPPDATA: '/local' }, 'win32')!, /local.kanben.cache$/);
  assert.equal(folder({ KANBEN_CACHE: '/elsewhere' }, 'linux'), '/elsewhere');
  assert.equal(folder({ KANBEN_CACHE: 'off' }, 'linux'), undefined);
});

test('what was put is given back, and nothing else', async (t) => {
  const store = new Store(await temporaryFolder(t));
  assert.equal(await store.get(key('a')), undefined);
  await store.put(key('a'), '活字');
  assert.equal((await store.get(key('a')))?.toString(), '活字');
  assert.equal(await store.get(key('b')), undefined);
});

test('a damaged or cut entry is not given out, and goes', async (t) => {
  const folder = await temporaryFolder(t);
  const store = new Store(folder);
  for (const spoil of [
    (bytes: Buffer) => bytes.subarray(0, -1),
    (bytes: Buffer) => (bytes.writeUInt8(bytes[40]! ^ 1, 40), bytes),
    () => Buffer.alloc(0),
  ]) {
    await store.put(key('a'), 'a long enough entry');
    const place = placeOf(folder, 'a');
    await writeFile(place, spoil(await readFile(place)));
    assert.equal(await store.get(key('a')), undefined);
    assert.deepEqual(await readdir(path.dirname(place)), []);
  }
});

test('the oldest go when more is kept than the limit allows; what was used stays', async (t) => {
  const folder = await temporaryFolder(t);
  const store = new Store(folder, 2_000);
  for (const [age, name] of ['used', 'oldest', 'newer', 'newest'].entries()) {
    await store.put(key(name), 'x'.repeat(600));
    const then = new Date(Date.now() - 1_000_000 + age * 1_000);
    await utimes(placeOf(folder, name), then, then);
  }
  await store.get(key('used'));
  const draft = `${placeOf(folder, 'newest')}.abcdef`;
  await writeFile(draft, 'of a build that was killed');
  await utimes(draft, 0, 0);
  await store.tidy();
  const left = await Promise.all(['used', 'oldest', 'newer', 'newest'].map((name) => store.get(key(name))));
  assert.deepEqual(left.map(Boolean), [true, false, true, true]);
  assert.ok(!(await readdir(path.dirname(draft))).includes(path.basename(draft)));
});

test('a folder that cannot be used fails nothing, and says why once', async (t) => {
  const folder = await temporaryFolder(t, { file: '' });
  const store = new Store(path.join(folder, 'file', 'cache'));
  await store.put(key('a'), 'a');
  assert.equal(await store.get(key('a')), undefined);
  assert.equal(store.trouble?.code, 'ENOTDIR');
  await store.tidy();
});

test('work is done once for the same things, and again for others or by another program', async (t) => {
  const folder = await temporaryFolder(t);
  let done = 0;
  const make = () => Promise.resolve(Buffer.from(`made ${++done}`));
  const ask = async (program: string, work: string, on: string[]) =>
    Buffer.from(await rememberIn(new Store(folder), program)(work, on, make)).toString();
  assert.equal(await ask('1', 'fonts:cut', ['甲', '乙']), 'made 1');
  assert.equal(await ask('1', 'fonts:cut', ['甲', '乙']), 'made 1');
  assert.equal(await ask('1', 'fonts:cut', ['甲乙', '']), 'made 2');
  assert.equal(await ask('1', 'pdf:print', ['甲', '乙']), 'made 3');
  assert.equal(await ask('2', 'fonts:cut', ['甲', '乙']), 'made 4');
});

test('many at once put and ask for the same entry', async (t) => {
  const folder = await temporaryFolder(t);
  const content = Buffer.alloc(200_000, 7);
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      const store = new Store(folder);
      await store.put(key('a'), content);
      assert.ok((await store.get(key('a')))?.equals(content));
    }),
  );
  assert.deepEqual(await readdir(path.dirname(placeOf(folder, 'a'))), [key('a')]);
});

test('files of others in the folder are left alone', async (t) => {
  const folder = await temporaryFolder(t, { 'notes.txt': 'mine' });
  await mkdir(path.join(folder, 'photos'));
  await writeFile(path.join(folder, 'photos', '1.jpg'), 'mine');
  await utimes(path.join(folder, 'photos', '1.jpg'), 0, 0);
  const store = new Store(folder, 1);
  await store.put(key('a'), 'a');
  await store.tidy();
  assert.deepEqual((await readdir(folder)).filter((name) => name.length > 2).sort(), ['notes.txt', 'photos']);
  assert.deepEqual(await readdir(path.join(folder, 'photos')), ['1.jpg']);
});
