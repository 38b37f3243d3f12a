/** kanben in a host: what it leaves alone, and how its work is stopped. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { build, BrowserKeeper, check } from '../../src/index.js';
import { temporaryFolder } from '../temporary-folder.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

test('a host keeps its signals while its PDF is printed', async (t) => {
  const cwd = await temporaryFolder(t, { '1.md': '# 渡口\n\n船来了。\n' });
  const before = signals.map((signal) => process.listenerCount(signal));
  const keeper = new BrowserKeeper(undefined);
  try {
    let during: number[] = [];
    const onProgress = () => (during = signals.map((signal) => process.listenerCount(signal)));
    const { ok } = await build('1.md', { cwd, cache: false, keeper, onProgress });
    assert.ok(ok);
    assert.deepEqual(during, before);
  } finally {
    await keeper.close();
  }
});

test('work that is aborted ends before its next stage and writes nothing', async (t) => {
  const cwd = await temporaryFolder(t, { '1.md': '# 渡口\n\n船来了。\n' });
  const stopping = new AbortController();
  const stages: string[] = [];
  const onProgress = ({ stage }: { stage: string }) => {
    stages.push(stage);
    if (stage === 'parse') stopping.abort(new Error('enough'));
  };
  const options = { cwd, formats: ['epub'], cache: false, signal: stopping.signal, onProgress } as const;
  await assert.rejects(build('1.md', options), /enough/);
  assert.equal(stages.at(-1), 'parse');
  assert.deepEqual(await readdir(`${cwd}/dist`), []);
});

test('findings of two builds in one process are worded each in its own language', async (t) => {
  const cwd = await temporaryFolder(t, { '1.md': '# 渡口\n\n船[^1]来了。\n' });
  const [en, zh] = await Promise.all([check('1.md', { cwd }), check('1.md', { cwd, language: 'zh' })]);
  assert.match(en.issues[0]!.findings[0]!.reason, /without a note/);
  assert.match(zh.issues[0]!.findings[0]!.reason, /没有对应的注文/);
  assert.equal(en.issues[0]!.findings[0]!.id, zh.issues[0]!.findings[0]!.id);
});
