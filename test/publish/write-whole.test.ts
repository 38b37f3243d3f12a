import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build as esbuild } from 'esbuild';
import { Misuse } from '../../src/messages/misuse.js';
import { settle } from '../../src/publish/rename-list.js';
import { temporaryName } from '../../src/system/temporary-name.js';
import { writeWhole } from '../../src/publish/write-whole.js';
import { seeded } from '../bench/recovery/random.js';
import { temporaryFolder } from '../temporary-folder.js';

/** A program of its own, as one file: it has to start fast to be killed a hundred times. */
async function programOf(t: TestContext, name: string): Promise<string> {
  const outfile = path.join(await temporaryFolder(t), 'program.mjs');
  const entry = fileURLToPath(new URL(name, import.meta.url));
  await esbuild({ entryPoints: [entry], outfile, bundle: true, format: 'esm', platform: 'node' });
  return outfile;
}

const names = ['a.epub', 'b.pdf', 'c.report.json'];
const kills = Number(process.env.KANBEN_KILLS ?? 25);
const filesOf = (words: string) => names.map((name) => ({ name, bytes: words }));

/** What the three files say; every line of each must say the same. */
async function generationOf(folder: string): Promise<string> {
  const said = new Set<string>();
  for (const name of names) {
    const text = await readFile(path.join(folder, name), 'utf8').catch(() => 'absent\n');
    for (const line of text.trimEnd().split('\n')) said.add(line);
  }
  assert.equal(said.size, 1, `files of several generations: ${[...said].slice(0, 5).join(', ')}`);
  return [...said][0]!;
}

test(`a writer killed at ${kills} random moments leaves one generation, whole, and nothing beside it`, async (t) => {
  const folder = await temporaryFolder(t);
  const writer = await programOf(t, 'write-generations.ts');
  const random = seeded('kills');
  for (let kill = 0; kill < kills; kill++) {
    const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    await setTimeout(random.below(60));
    child.kill('SIGKILL');
    await once(child, 'exit');
    // while a list stands the change is under way; without one, all is of one piece already
    if (!(await readdir(folder)).some((name) => name.endsWith('.renaming'))) await generationOf(folder);
    await settle(folder);
    await generationOf(folder);
    const left = (await readdir(folder)).filter((name) => !names.includes(name));
    assert.deepEqual(left, [], `after kill ${kill + 1}`);
  }
});

test('a list of a process that was broken off is finished', async (t) => {
  const folder = await temporaryFolder(t);
  await writeWhole(folder, 'out', 'edition', filesOf('old'));
  // a process that is over has its number
  const writer = await programOf(t, 'stop-renaming.ts');
  const { stdout } = spawnSync(process.execPath, [writer, ...names], { cwd: folder, encoding: 'utf8' });
  assert.equal(stdout, 'done');
  assert.equal(await readFile(path.join(folder, names[0]!), 'utf8'), 'new');
  assert.equal(await readFile(path.join(folder, names[1]!), 'utf8'), 'old');
  await settle(folder);
  assert.equal(await generationOf(folder), 'new');
  assert.deepEqual((await readdir(folder)).sort(), names);
});

test('a list that is not ours moves nothing', async (t) => {
  const folder = await temporaryFolder(t, { 'secret.txt': 'mine' });
  const list = [{ name: '../taken', temporary: '../secret.txt', sha256: '' }];
  await writeFile(path.join(folder, '.edition.renaming'), `${JSON.stringify(list)}\n`);
  await settle(folder);
  assert.equal(await readFile(path.join(folder, 'secret.txt'), 'utf8'), 'mine');
});

test('files of a writer that is at work are left to it', async (t) => {
  const mine = temporaryName('a.epub');
  const folder = await temporaryFolder(t, { [mine]: 'half' });
  await settle(folder);
  assert.deepEqual(await readdir(folder), [mine]);
});

test('what a writer that was broken off left is swept by the next, in the folders that it writes to', async (t) => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const theirs = temporaryName('a.png').replace(`-${process.pid}-`, `-${pid}-`);
  const folder = await temporaryFolder(t, { [`images/${theirs}`]: 'half', [`other/${theirs}`]: 'half' });
  await writeWhole(folder, 'out', 'edition', [{ name: 'images/a.png', bytes: 'whole' }]);
  assert.deepEqual(await readdir(path.join(folder, 'images')), ['a.png']);
  assert.deepEqual(await readdir(path.join(folder, 'other')), [theirs]);
});

test('what cannot be replaced leaves all as it was', async (t) => {
  const folder = await temporaryFolder(t);
  await writeWhole(folder, 'out', 'edition', filesOf('old'));
  // the second of the new files cannot be put in its place
  const files = [...filesOf('new').slice(0, 1), { name: 'taken', bytes: 'new' }];
  await mkdir(path.join(folder, 'taken'));
  await assert.rejects(writeWhole(folder, 'out', 'edition', files), (error: unknown) => {
    assert.ok(error instanceof Misuse);
    assert.match(error.complaints[0]!.reason, /A folder stands where the file is to go/);
    return true;
  });
  assert.equal(await generationOf(folder), 'old');
  assert.deepEqual((await readdir(folder)).sort(), [...names, 'taken'].sort());
});

test('two writers of one edition take turns', async (t) => {
  const folder = await temporaryFolder(t);
  const rounds = Array.from({ length: 12 }, (_, i) => writeWhole(folder, 'out', 'edition', filesOf(`round ${i}`)));
  await Promise.all(rounds);
  await generationOf(folder);
  assert.deepEqual((await readdir(folder)).sort(), names);
});

test('a full disk leaves the last edition and no litter', async (t) => {
  const folder = await temporaryFolder(t);
  const writer = await programOf(t, 'fill-disk.ts');
  const mounted = 'mount -t tmpfs -o size=64k none "$1" && exec "$2" "$3" "$1"';
  const { status, stdout, stderr } = spawnSync(
    'unshare',
    ['--user', '--map-root-user', '--mount', 'sh', '-c', mounted, 'sh', folder, process.execPath, writer],
    { encoding: 'utf8' },
  );
  if (status !== 0) return t.skip(`no small disk can be had here: ${stderr?.trim() ?? 'no unshare'}`);
  const [reason, left, words] = JSON.parse(stdout) as [string, string[], string];
  assert.match(reason, /^The disk is full/);
  assert.deepEqual(left, ['a.epub', 'b.pdf']);
  assert.equal(words, 'old');
});

test('a folder that may not be written to is named, and what stands in it stays', async (t) => {
  if (process.getuid?.() === 0) return t.skip('root may write everywhere');
  const folder = await temporaryFolder(t);
  await writeWhole(folder, 'out', 'edition', filesOf('old'));
  await chmod(folder, 0o500);
  try {
    await assert.rejects(writeWhole(folder, 'out', 'edition', filesOf('new')), Misuse);
    assert.equal(await generationOf(folder), 'old');
  } finally {
    // before the folder is taken away
    await chmod(folder, 0o700);
  }
});
