import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { readEditionRecord, type EditionRecord } from '../../src/editions/edition-record.js';
import { counted, flowBlocks } from '../../src/editions/article-text.js';
import { readBookRecord } from '../../src/editions/read-book-record.js';
import { build } from '../../src/index.js';
import { temporaryFolder } from '../temporary-folder.js';

const sample = path.resolve(import.meta.dirname, '../../source/yinshua-shihua');

async function read(folder: string, slug: string): Promise<EditionRecord> {
  return readEditionRecord(await readFile(path.join(folder, `${slug}.edition.json`), 'utf8'), slug);
}

test('the edition file tells texts, articles, notes, pages and what was made of them', async (t) => {
  const out = await temporaryFolder(t);
  await build(sample, { out });
  const record = await read(out, 'yinshua-shihua');
  for (const { notes, headings, firstPage, lastPage } of record.articles) {
    assert.ok(notes.length > 0 && headings.length > 0);
    assert.ok(Number(lastPage!.folio) >= Number(firstPage!.folio));
  }
  assert.equal(record.articles[0]!.firstPage!.folio, '1');
  assert.deepEqual(
    record.outputs.map(({ file, pages }) => [file, pages !== undefined]),
    [
      ['yinshua-shihua.epub', false],
      ['yinshua-shihua.pdf', true],
    ],
  );
  // every page of an article begins within its text, in order
  for (const { id, ...article } of record.articles) {
    const length = flowBlocks(article).reduce((sum, { text }) => sum + counted(text).length, 0);
    const starts = record.pageStarts.filter(({ document }) => document === id).map(({ offset }) => offset);
    assert.equal(starts[0], 0);
    assert.ok(starts.every((start, i) => i === 0 || start > starts[i - 1]!));
    assert.ok(starts.at(-1)! < length);
  }

  const book = readBookRecord(await readFile(path.join(out, 'yinshua-shihua.epub')), 'the book');
  const words = (from: EditionRecord) => from.articles.map(({ id, blocks, notes, headings }) => ({ id, blocks, notes, headings }));
  assert.deepEqual(words(book), words(record), 'the book read back says what the edition file says');
  assert.equal(book.identifier, record.identifier);
});

test('the same texts give the same file, another text another digest of its article alone', async (t) => {
  const text = (word: string) => `# 题\n\n文章${word}。[^1]\n\n[^1]: 注。\n`;
  const cwd = await temporaryFolder(t, { 'a/1.md': text('甲'), 'a/2.md': '# 又题\n\n又文。\n' });
  const make = async (): Promise<[string, EditionRecord]> => {
    await build('a', { cwd, formats: ['epub'] });
    const place = path.join(cwd, 'dist/a.edition.json');
    return [await readFile(place, 'utf8'), await read(path.join(cwd, 'dist'), 'a')];
  };
  const [first, before] = await make();
  assert.equal((await make())[0], first);
  await writeFile(path.join(cwd, 'a/1.md'), text('乙'));
  const [, after] = await make();
  assert.deepEqual(
    after.articles.map(({ sha256 }, i) => sha256 === before.articles[i]!.sha256),
    [false, true],
  );
});

for (const [what, text, expected] of [
  ['of another format', '{"format": 99}', /edition file has format 99, and this kanben reads format 1: take the newer/],
  ['that is no JSON', 'PK\u0003', /no edition file .* cannot be read/],
  ['of something else', '{"kanben": "1"}', /no edition file .*"format"/],
] as const) {
  test(`a file ${what} is refused in plain words`, () => {
    assert.throws(() => readEditionRecord(text, 'x.json'), { name: 'Misuse', message: expected });
  });
}
