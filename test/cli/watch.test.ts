import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { watchedPlaces } from '../../src/commands/watched-places.js';
import { temporaryFolder } from '../temporary-folder.js';
import { startCli } from './run-cli.js';

const article = '# 活字的道理\n\n王小明\n\n一枚活字只管一个字，拆下来还能再用，这是它和雕版最大的不同。\n';

test('--watch builds on every save, tells of what cannot be built, and goes on', { timeout: 120_000 }, async (t) => {
  const cwd = await temporaryFolder(t, { 'issue/1.md': article });
  const stopping = new AbortController();
  t.after(() => stopping.abort());
  const { ended, stdout, stderr } = startCli(cwd, ['build', 'issue', '--format', 'epub', '-w'], false, stopping.signal);
  const text = path.join(cwd, 'issue/1.md');
  const until = async (what: () => boolean): Promise<void> => {
    while (!what()) await setTimeout(20);
  };
  /** Builds that have ended. */
  const rounds = (): number => stderr().match(/watching for changes/g)?.length ?? 0;
  await until(() => rounds() === 1);
  assert.match(stdout(), /^活字的道理/);

  await writeFile(text, article.replace('活字的道理', '雕版的道理'));
  await until(() => rounds() === 2);
  assert.match(stdout(), /雕版的道理/);

  await writeFile(path.join(cwd, 'issue/issue.yaml'), 'jurnal: 印刷史\n');
  await until(() => rounds() === 3);
  assert.match(stderr(), /Unknown key "jurnal"/);

  await writeFile(path.join(cwd, 'issue/issue.yaml'), 'journal: 印刷史\n');
  await until(() => rounds() === 4);
  assert.match(stdout(), /印刷史/);

  // many saves at once are one build
  for (let k = 0; k < 5; k++) await writeFile(text, article.replace('一枚', `第${k}枚`));
  await until(() => rounds() === 5);
  await setTimeout(600);
  assert.equal(rounds(), 5);

  stopping.abort();
  assert.equal(await ended, 0);
  assert.deepEqual((await readdir(path.join(cwd, 'dist'))).sort(), [
    'issue.edition.json',
    'issue.epub',
    'issue.report.json',
  ]);
  const report = await readFile(path.join(cwd, 'dist/issue.report.json'), 'utf8');
  assert.match(report, new RegExp(`"bytes": ${Buffer.byteLength(article) + 1}`));
});

test('what is saved while a build goes on is built after it', { timeout: 60_000 }, async (t) => {
  const cwd = await temporaryFolder(t, { 'issue/1.md': article, 'issue/2.md': article.replace('活字', '铜字') });
  const stopping = new AbortController();
  t.after(() => stopping.abort());
  const { ended, stderr } = startCli(cwd, ['build', 'issue', '--format', 'epub', '-w'], false, stopping.signal);
  while (!/watching/.test(stderr())) await setTimeout(20);
  const before = stderr().length;
  await writeFile(path.join(cwd, 'issue/1.md'), article.replace('一枚', '第一枚'));
  while (!/composing/.test(stderr().slice(before))) await setTimeout(1);
  await rm(path.join(cwd, 'issue/2.md'));
  const reported = () => readFile(path.join(cwd, 'dist/issue.report.json'), 'utf8');
  while ((JSON.parse(await reported()) as { inputs: unknown[] }).inputs.length > 1) await setTimeout(20);
  stopping.abort();
  assert.equal(await ended, 0);
});

test('of a file what belongs to it is watched, of a glob its folder', async (t) => {
  const cwd = await temporaryFolder(t, { 'a/1.md': article });
  await mkdir(path.join(cwd, 'source'));
  const places = (...paths: string[]) => watchedPlaces(paths, cwd).map((place) => path.relative(cwd, place));
  assert.deepEqual(places(), ['source']);
  assert.deepEqual(places('a'), ['a']);
  assert.deepEqual(places('a/1.md'), ['a/1.md', 'a/issue.yaml', 'a/corrections.yaml']);
  assert.deepEqual(places('a/*.md', 'journal/20*/0?'), ['a', 'journal']);
});
