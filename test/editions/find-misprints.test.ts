import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EditionRecord } from '../../src/editions/edition-record.js';
import { findMisprints } from '../../src/editions/errata/find-misprints.js';
import type { Applied } from '../../src/stages/revise/index.js';

function since(...texts: string[]): EditionRecord {
  const articles = texts.map((text, i) => ({
    ...{ id: `a${i}`, source: `${i}.txt`, title: '', byline: '', sha256: '', headings: [], notes: [] },
    blocks: [{ kind: 'p', text }],
  }));
  return { articles } as unknown as EditionRecord;
}

const applied = (find: string, replace: string): Applied[] => [
  {
    correction: { key: 'find', record: { kind: 'print', find, replace } as never, line: 3 },
    file: '0.txt',
    span: { start: 0, end: 1 },
    article: 'a0',
    shown: { before: '', after: '' },
  },
];

for (const [what, find, replace, texts, places, unplaced] of [
  ['where it stands', '卜年', '十年', ['前后卜年间'], [['a0', 2]], []],
  ['white space apart', '卜年间', '十年间', ['前后卜 年间'], [['a0', 2]], []],
  ['in its own article, not in others', '卜年', '十年', ['卜年', '卜年'], [['a0', 0]], []],
  ['not where its own article is right already', '卜年', '十年', ['十年', '卜年'], [], []],
  ['not where the right words hold it', '技艺', '《技艺》', ['见《技艺》，非技艺'], [['a0', 7]], []],
  ['in another article when its own is gone', '卜年', '十年', ['无', '卜年'], [['a1', 0]], []],
  ['nowhere, and told', '卜年', '十年', ['无'], [], [{ line: 3, find: '卜年' }]],
] as const) {
  test(`a misprint is found ${what}`, () => {
    const found = findMisprints(applied(find, replace), (file) => file, since(...texts), [(words) => words]);
    assert.deepEqual(
      found.misprints.map(({ article, offset }) => [article.id, offset![0]]),
      places,
    );
    assert.deepEqual(found.unplaced, unplaced);
  });
}
