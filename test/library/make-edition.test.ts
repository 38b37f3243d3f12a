/** Editions made of bytes, again and again, several at once. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { kanbenRestore, makeEdition, MemoryStore, Misuse, Session } from '../../src/index.js';
import { makePdf, prose } from '../acquire/pdf/make-pdf.js';

const issue = { '1.txt': '渡口\n\n沈知白\n\n船来了，人上船。水很平。\n' };
const html = { formats: ['html'] } as const;
const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('kanben-issue-'));
const pageOf = ({ files }: { files: { bytes: Uint8Array }[] }) =>
  files.map(({ bytes }) => Buffer.from(bytes).toString()).join('');

test('files in, files out, and nothing stays on the disk', async () => {
  const before = leftovers();
  const { ok, files, edition } = await makeEdition(issue, { ...html, name: 'du-kou', sourceDateEpoch: 0 });
  assert.ok(ok);
  assert.equal(files[0]!.name, 'du-kou-html/index.html');
  assert.match(pageOf({ files }), /人上船。水很平。/);
  assert.equal(edition!.slug, 'du-kou');
  assert.deepEqual(leftovers(), before);
});

test('what a finding stops gives no files, and says why', async () => {
  const { ok, files, findings } = await makeEdition({ '1.txt': new Uint8Array([0, 1, 2, 3]) }, html);
  assert.equal(ok, false);
  assert.deepEqual(files, []);
  assert.equal(findings[0]!.file, '1.txt');
  await assert.rejects(makeEdition({ '../1.txt': '渡口' }, html), Misuse);
  await assert.rejects(makeEdition({}, html), Misuse);
  assert.ok(!existsSync(`${tmpdir()}/1.txt`));
});

test('a session does again only what a correction reaches', async () => {
  const session = new Session();
  const stages: string[] = [];
  const onProgress = ({ stage }: { stage: string }) => void stages.push(stage);
  try {
    await session.make(issue, { ...html, onProgress });
    assert.ok(stages.includes('restore'));
    stages.length = 0;
    const corrected = { ...issue, 'corrections.yaml': '- {find: 水很平, replace: 水很静}\n' };
    const { ok, files } = await session.make(corrected, { ...html, onProgress });
    assert.ok(ok);
    assert.match(pageOf({ files }), /水很静/);
    assert.ok(!stages.includes('restore'), stages.join());
  } finally {
    await session.close();
  }
});

test('a PDF is read once, and says the same the second time', async () => {
  const pdf = { '1.pdf': await makePdf([{ words: prose(1) }, { words: prose(2) }]) };
  const store = new MemoryStore();
  const [first, second] = [await makeEdition(pdf, { ...html, store }), await makeEdition(pdf, { ...html, store })];
  assert.deepEqual(second.findings, first.findings);
  assert.equal(pageOf(second), pageOf(first));
});

test('several editions are printed at once by one session', async () => {
  const session = new Session();
  try {
    const made = await Promise.all(
      ['甲', '乙', '丙'].map((title) =>
        session.make({ '1.md': `# ${title}\n\n${title}来了。\n` }, { formats: ['pdf'] }),
      ),
    );
    for (const { ok, files } of made) assert.deepEqual([ok, files.length, files[0]!.pages! > 0], [true, 1, true]);
  } finally {
    await session.close();
  }
});

test('work is stopped by its signal', async () => {
  const stopping = new AbortController();
  stopping.abort(new Error('enough'));
  await assert.rejects(makeEdition(issue, { ...html, signal: stopping.signal }), /enough/);
});

test('a memory keeps what was used last', async () => {
  const below = new MemoryStore();
  const store = new MemoryStore(10, below);
  await store.put('a', 'aaaaaa');
  await store.put('b', 'bbbbbb');
  assert.equal(Buffer.from((await store.get('a'))!).toString(), 'aaaaaa', 'from below');
  assert.equal(await new MemoryStore(3).get('a'), undefined);
});

test('the second plugin wants a tree of the first', () => {
  assert.throws(() => kanbenRestore()({ type: 'root', children: [] }, { data: {} } as never), /kanbenParse/);
});
