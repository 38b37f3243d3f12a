/** One raw text of each kind of damage is recovered no worse than when `recovery/floor.json` was written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { models, sampleCases } from './recovery/bench-cases.js';
import { belowFloor, readFloor } from './recovery/floor.js';
import { generateArticle } from './recovery/generate-article.js';
import { illegible, illegibleKinds } from './recovery/illegible.js';
import { measure, measureAll, measureNames, perfect } from './recovery/measures.js';
import { recover } from './recovery/recovered-article.js';
import { editDistance, fold, matched, strict } from './recovery/wording.js';

const floor = readFloor().samples;

for (const { kind, name, make } of sampleCases()) {
  test(`${kind.name}, of ${name}`, () => {
    assert.ok(floor[kind.name], `no floor for ${kind.name}: npm run bench:recovery -- --floor`);
    const { article, more = [], raw } = make();
    const found = recover(raw);
    assert.deepEqual(found.fatal, []);
    const remarks: string[] = [];
    const measures = measureAll([article, ...more], found, remarks);
    const fallen = belowFloor(new Map([[kind.name, measures]]), floor);
    assert.deepEqual(fallen, [], remarks.join('\n'));
  });
}

for (const kind of illegibleKinds) {
  test(`illegible: ${kind.name} is refused, with the evidence`, () => {
    for (const article of [models[0]!, generateArticle(kind.name)]) {
      const { fatal } = recover(illegible(kind, article));
      assert.match(fatal[0] ?? '', /\d %.*(?:OCR|encoding)/u, article.name);
    }
  });
}

test('the bench makes two hundred raws and more, the same every time', async () => {
  const { benchCases } = await import('./recovery/bench-cases.js');
  const cases = benchCases();
  assert.ok(cases.length >= 200, `${cases.length} raws`);
  const raws = cases.filter((_, i) => i % 17 === 0).map(({ make }) => make().raw);
  const again = cases.filter((_, i) => i % 17 === 0).map(({ make }) => make().raw);
  assert.deepEqual(raws, again);
});

test('a measure can fall: each sees the damage that is its own', () => {
  const clean = sampleCases()
    .find(({ kind }) => kind.name === 'clean: Markdown with metadata')!
    .make();
  const found = recover(clean.raw);
  const whole = measure(clean.article, found);
  for (const name of measureNames) assert.equal(whole[name], perfect[name], name);
  const worse = (spoil: (blocks: typeof found.blocks) => void): (typeof measureNames)[number][] => {
    const blocks = structuredClone(found.blocks);
    spoil(blocks);
    const measures = measure(clean.article, { ...found, blocks });
    return measureNames.filter((name) => measures[name] !== perfect[name]);
  };
  const heading = found.blocks.findIndex(({ kind, level }) => kind === 'heading' && level > 1);
  const called = found.blocks.findIndex(({ calls }) => calls.length > 0);
  assert.deepEqual(
    worse((blocks) => void (blocks[heading]!.kind = 'paragraph')),
    ['headings', 'levels'],
  );
  assert.deepEqual(
    worse((blocks) => void (blocks[called]!.calls[0]!.note = '别的话')),
    ['notes', 'precision'],
  );
  assert.deepEqual(
    worse((blocks) => blocks[called]!.calls.push({ at: 3, note: '多出来的注' })),
    ['precision'],
  );
  assert.deepEqual(
    worse((blocks) => void (blocks[called]!.text = blocks[called]!.text.replace('，', ','))),
    ['strict'],
  );
  assert.deepEqual(
    worse((blocks) => void (blocks[called]!.text += '多出来的话')),
    ['paragraphs', 'added', 'strict'],
  );
});

test('wording is folded, matched and counted as the measures say', () => {
  assert.equal(fold('“Ａ　Ｂ”——（１）。'), '"AB"--(1).');
  assert.equal(strict('他  说 “是” in  English 的'), '他说“是”in English的');
  assert.equal(matched(['a', 'b', 'c', 'd'], ['x', 'b', 'c', 'a']), 2);
  assert.deepEqual(editDistance('一二三四五', '一二四五六'), { deleted: 1, inserted: 1 });
  assert.deepEqual(editDistance('', '一'), { deleted: 0, inserted: 1 });
  assert.deepEqual(editDistance('一二', ''), { deleted: 2, inserted: 0 });
});
