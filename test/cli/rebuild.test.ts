import assert from 'node:assert/strict';
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { build, Misuse, type BuildOptions } from '../../src/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { runCli } from './run-cli.js';

const article = `# 活字的道理\n\n王小明\n\n一枚活字只管一个字，拆下来还能再用，这是它和雕版最大的不同。[^1]\n\n![字盘](tray.png)\n\n[^1]: 参见《梦溪笔谈》卷十八。\n`;
/** One black pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);
const names = ['issue.epub', 'issue.report.json', 'issue.edition.json'];

/** An issue in a folder, with a cache of its own. */
async function issueFolder(t: TestContext): Promise<string> {
  const cwd = await temporaryFolder(t, {
    'issue/1.md': article,
    'issue/tray.png': pixel,
    'issue/issue.yaml': 'issn: 0317-8472\njournal: 印刷史\n',
  });
  const before = process.env.KANBEN_CACHE;
  process.env.KANBEN_CACHE = path.join(cwd, 'cache');
  t.after(() => void (process.env.KANBEN_CACHE = before));
  return cwd;
}

async function buildOnce(cwd: string, options: BuildOptions = {}) {
  const { issues } = await build('issue', { cwd, formats: ['epub'], ...options });
  return issues[0]!;
}

const bytesIn = (cwd: string): Promise<string[]> =>
  Promise.all(names.map((name) => readFile(path.join(cwd, 'dist', name), 'base64')));

test('where nothing has changed nothing is done, and the same is said', async (t) => {
  const cwd = await issueFolder(t);
  const first = await runCli(cwd, ['build', 'issue', '--format', 'epub']);
  const bytes = await bytesIn(cwd);
  const places = names.map((name) => path.join(cwd, 'dist', name));
  for (const place of places) await utimes(place, 1, 1);
  const second = await runCli(cwd, ['build', 'issue', '--format', 'epub']);
  assert.equal(second.code, 0);
  assert.equal(
    second.stdout.replace(/ {2}nothing has changed: the edition stands as it is\n$/, ''),
    first.stdout.replace(/ {2}built in [\d.]+ s\n$/, ''),
  );
  assert.match(second.stdout, /nothing has changed/);
  assert.equal(second.stderr, '');
  for (const place of places) assert.equal((await stat(place)).mtimeMs, 1_000);
  assert.deepEqual(await bytesIn(cwd), bytes);
});

test('every change of a source, an option or an output is seen', async (t) => {
  const cwd = await issueFolder(t);
  const source = path.join(cwd, 'issue');
  const first = await buildOnce(cwd);
  assert.equal(first.unchanged, false);
  const changes: Record<string, () => Promise<unknown>> = {
    'a text': () => writeFile(path.join(source, '1.md'), article.replace('一枚', '每枚')),
    'a text more': () => writeFile(path.join(source, '2.md'), article.replace('活字', '雕版')),
    'a text less': () => rm(path.join(source, '2.md')),
    'the settings': () => writeFile(path.join(source, 'issue.yaml'), 'journal: 印刷史研究\n'),
    'corrections that come': () => writeFile(path.join(source, 'corrections.yaml'), '- find: 雕版\n  replace: 刻版\n'),
    'corrections that go': () => rm(path.join(source, 'corrections.yaml')),
    'a picture that goes': () => rm(path.join(source, 'tray.png')),
    'a picture that comes': () => writeFile(path.join(source, 'tray.png'), pixel),
    'a file of the edition that is damaged': () => writeFile(path.join(cwd, 'dist/issue.epub'), 'PK'),
    'a file of the edition that is gone': () => rm(path.join(cwd, 'dist/issue.report.json')),
  };
  for (const [what, change] of Object.entries(changes)) {
    await change();
    assert.equal((await buildOnce(cwd)).unchanged, false, what);
    const bytes = await bytesIn(cwd);
    assert.equal((await buildOnce(cwd)).unchanged, true, `after ${what}`);
    await rm(path.join(cwd, 'dist'), { recursive: true });
    assert.equal((await buildOnce(cwd, { cache: false })).unchanged, false);
    assert.deepEqual(await bytesIn(cwd), bytes, `${what}: as a build from nothing`);
  }
  for (const options of [{ fonts: 'none' }, { notes: 'duokan' }, { sourceDateEpoch: 1_700_000_000 }] as const) {
    assert.equal((await buildOnce(cwd, options)).unchanged, false, Object.keys(options)[0]);
  }
});

test('an edition that warnings would stop now is not passed off as one that stands', async (t) => {
  const cwd = await issueFolder(t);
  assert.equal((await runCli(cwd, ['build', 'issue', '--format', 'epub'])).code, 0);
  const strict = await runCli(cwd, ['build', 'issue', '--format', 'epub', '--strict']);
  assert.equal(strict.code, 1);
  assert.doesNotMatch(strict.stdout, /nothing has changed/);
});

test('--no-cache does everything anew and keeps nothing', async (t) => {
  const cwd = await issueFolder(t);
  for (let round = 0; round < 2; round++) {
    const { stdout } = await runCli(cwd, ['build', 'issue', '--format', 'epub', '--no-cache']);
    assert.match(stdout, /built in/);
  }
  await assert.rejects(stat(path.join(cwd, 'cache')));
});

test('a cache that cannot be used is said once and stops nothing', async (t) => {
  const cwd = await issueFolder(t);
  await writeFile(path.join(cwd, 'cache'), 'a file');
  const { code, stderr } = await runCli(cwd, ['build', 'issue', '--format', 'epub']);
  assert.equal(code, 0);
  assert.equal(stderr.match(/Nothing can be kept in/g)?.length, 1);
});

test('a source that is edited while the edition is made is read again', async (t) => {
  const cwd = await issueFolder(t);
  let edits = 0;
  const edit = async (times: number) => {
    const most = edits + times;
    const pending: Promise<void>[] = [];
    const result = await buildOnce(cwd, {
      cache: false,
      onProgress: ({ stage }) => {
        // after the texts were read, before the files are written
        if (stage !== 'typeset' || edits >= most) return;
        edits++;
        pending.push(writeFile(path.join(cwd, 'issue/1.md'), article.replace('一枚', `第${edits}枚`)));
      },
    });
    await Promise.all(pending);
    return result;
  };
  const result = await edit(1);
  assert.equal(result.ok, true);
  assert.equal(result.report.inputs[0]!.bytes, Buffer.byteLength(article.replace('一枚', '第1枚')));
  const bytes = await bytesIn(cwd);
  await assert.rejects(edit(Infinity), (error: unknown) => {
    assert.ok(error instanceof Misuse);
    assert.equal(error.complaints[0]!.file, 'issue/1.md');
    assert.match(error.complaints[0]!.reason, /edited while the edition was made/);
    return true;
  });
  assert.deepEqual(await bytesIn(cwd), bytes);
});

test('after one corrected word the book and the PDF are what a build from nothing makes', async (t) => {
  const cwd = await issueFolder(t);
  const files = ['issue.epub', 'issue.pdf', 'issue.report.json', 'issue.edition.json'];
  const bytes = (): Promise<string[]> =>
    Promise.all(files.map((name) => readFile(path.join(cwd, 'dist', name), 'base64')));
  const source = path.join(cwd, 'issue');
  const second = article.replace('活字的道理', '雕版的道理').replaceAll('王小明', '李小红');
  await writeFile(path.join(source, '2.md'), second);
  await build('issue', { cwd });
  const corrections: Record<string, () => Promise<unknown>> = {
    'a word': () => writeFile(path.join(source, '1.md'), article.replace('一枚', '不枚')),
    'a character that fonts are to be cut for': () =>
      writeFile(path.join(source, '1.md'), article.replace('一枚', '鼎枚')),
    'a record': () =>
      writeFile(path.join(source, 'corrections.yaml'), '- find: 雕版的道理\n  replace: 刻版的道理\n  count: 1\n'),
  };
  for (const [what, correct] of Object.entries(corrections)) {
    await correct();
    await build('issue', { cwd });
    const incremental = await bytes();
    await rm(path.join(cwd, 'dist'), { recursive: true });
    await build('issue', { cwd, cache: false });
    assert.deepEqual(await bytes(), incremental, what);
  }
});
