import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { seeded } from '../bench/recovery/random.js';
import { digestOf } from '../../src/stages/acquire/file-digest.js';
import type { EditionRecord } from '../../src/editions/edition-record.js';
import type { Report } from '../../src/publish/report.js';
import { temporaryFolder } from '../temporary-folder.js';

const program = fileURLToPath(new URL('../../lib/bin.js', import.meta.url));
const kills = Number(process.env.KANBEN_KILLS ?? 5);
const article = (words: string): string =>
  `# 活字的道理\n\n王小明\n\n${words}\n\n一枚活字只管一个字，拆下来还能再用，这是它和雕版最大的不同。\n`;
const names = ['issue.edition.json', 'issue.epub', 'issue.report.json'];

/** Digests that the report and the edition file give of the book must be those of the book. */
async function sourceOf(folder: string): Promise<string> {
  const read = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8');
  const edition = JSON.parse(await read('issue.edition.json')) as EditionRecord;
  const report = JSON.parse(await read('issue.report.json')) as Report;
  const book = digestOf(await readFile(path.join(folder, 'issue.epub')));
  assert.equal(edition.outputs[0]!.sha256, book);
  assert.equal(report.outputs[0]!.sha256, book);
  assert.equal(report.inputs[0]!.sha256, edition.sources[0]!.sha256);
  return report.inputs[0]!.sha256;
}

test(`builds killed at ${kills} random moments leave the last edition, and the next build is right`, async (t) => {
  const cwd = await temporaryFolder(t, { 'issue/1.md': article('初版。') });
  const out = path.join(cwd, 'dist');
  const start = () =>
    spawn(process.execPath, [program, 'build', 'issue', '--format', 'epub', '-q'], {
      cwd,
      stdio: 'ignore',
      env: { ...process.env, KANBEN_CACHE: path.join(cwd, 'cache') },
    });
  const begun = performance.now();
  assert.deepEqual(await once(start(), 'exit'), [0, null]);
  const whole = performance.now() - begun;
  const random = seeded('builds');
  for (let kill = 1; kill <= kills; kill++) {
    await writeFile(path.join(cwd, 'issue/1.md'), article(`第${kill}次改。`));
    const child = start();
    const ended = once(child, 'exit');
    await Promise.race([ended, setTimeout(random.below(whole * 1.1))]);
    child.kill('SIGKILL');
    await ended;
    // while a list of renames stands the change is under way; without one, all is of one piece
    const pending = (await readdir(out)).some((name) => name.endsWith('.renaming'));
    if (!pending) await sourceOf(out);
  }
  assert.deepEqual(await once(start(), 'exit'), [0, null]);
  const text = await readFile(path.join(cwd, 'issue/1.md'));
  assert.equal(await sourceOf(out), digestOf(text));
  assert.deepEqual((await readdir(out)).sort(), names);
});

test(
  'a build that is killed leaves no browser, and one that is told to stop nothing at all',
  { skip: process.platform !== 'linux' },
  async (t) => {
    const cwd = await temporaryFolder(t, { 'issue/1.md': article('初版。') });
    /** Command lines of the browsers of a build: their folder bears its number. */
    const browsers = (pid: number): string[] =>
      execFileSync('ps', ['-eo', 'args='], { encoding: 'utf8' })
        .split('\n')
        .filter((line) => line.includes('--user-data-dir=') && line.includes(`-${pid}-`));
    const until = async (what: string, holds: () => boolean | Promise<boolean>): Promise<void> => {
      for (let tries = 0; !(await holds()); tries++) {
        assert.ok(tries < 600, what);
        await setTimeout(50);
      }
    };
    for (const signal of ['SIGKILL', 'SIGINT'] as const) {
      const child = spawn(process.execPath, [program, 'build', 'issue', '--format', 'pdf', '-q', '--no-cache'], {
        cwd,
        stdio: 'ignore',
      });
      await until('a browser starts', () => browsers(child.pid!).length > 0);
      const ended = once(child, 'exit');
      child.kill(signal);
      assert.deepEqual(await ended, signal === 'SIGINT' ? [130, null] : [null, signal]);
      await until(`no browser is left after ${signal}`, () => browsers(child.pid!).length === 0);
    }
  },
);
