/**
 * The sample issue, built from its damaged raw texts, is the model issue: word for word, mark for mark.
 *
 * Compared is the EPUB as a reading system sees it; white space beside Chinese is the only thing not compared.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { parse } from 'yaml';
import { findIssues } from '../../src/stages/acquire/index.js';
import { packageFolder } from '../../src/system/locations.js';
import { makeIssue } from '../../src/pipeline/make-issue.js';
import type { MadeIssue } from '../../src/pipeline/made-issue.js';
import { findingsOf } from '../../src/publish/findings.js';
import { readEpub, type EpubArticle } from './read-epub.js';
import { readModel } from './read-model.js';

const modelFolder = path.join(packageFolder, 'test/editions/model-issue');
const models = readdirSync(modelFolder)
  .filter((name) => /^\d\d-.*\.md$/u.test(name))
  .sort()
  .map((name) => ({ name, model: readModel(readFileSync(path.join(modelFolder, name), 'utf8')) }));

let made: MadeIssue;
let book: { articles: EpubArticle[]; files: string[]; opf: string };

before(async () => {
  const [source] = await findIssues(['source/yinshua-shihua'], packageFolder);
  made = await makeIssue(source!, { formats: ['epub'], cwd: packageFolder, sourceDateEpoch: 0 });
  const epub = made.outputs.find(({ format }) => format === 'epub');
  assert.ok(
    epub,
    `no EPUB was made: ${JSON.stringify(findingsOf(made.files).filter(({ severity }) => severity === 'fatal'))}`,
  );
  book = await readEpub(epub.bytes);
});

test('the sample has the three articles of the model', () => {
  assert.equal(models.length, 3);
  assert.deepEqual(
    book.articles.map(({ title }) => title),
    models.map(({ model }) => model.title),
  );
});

for (const [index, { name, model }] of models.entries()) {
  const article = (): EpubArticle => book.articles[index]!;
  const isHeading = (block: string): boolean => block.startsWith('#');

  test(`${name}: headings and their ranks`, () => {
    assert.deepEqual(article().flow.filter(isHeading), model.flow.filter(isHeading));
  });

  test(`${name}: paragraphs, tables and pictures, with their calls of notes`, () => {
    assert.deepEqual(article().flow, model.flow);
  });

  test(`${name}: notes`, () => {
    assert.deepEqual(article().notes, model.notes);
  });

  test(`${name}: calls whose notes the source has lost`, () => {
    assert.equal(article().orphanMarkers.length, model.orphanMarkers.length);
    for (const [nth, words] of model.orphanMarkers.entries()) {
      assert.ok(
        article().orphanMarkers[nth]!.endsWith(words),
        `${article().orphanMarkers[nth]} does not end in ${words}`,
      );
    }
  });

  test(`${name}: people, abstract, keywords and numbers`, () => {
    const { title, titleNote, authors, abstract, keywords, bios, clc, documentCode, articleId, editor } = model;
    const expected = { title, titleNote, authors, abstract, keywords, bios, clc, documentCode, articleId, editor };
    const found = Object.fromEntries(
      Object.keys(expected).map((key) => [key, article()[key as keyof typeof expected]]),
    );
    assert.deepEqual(found, expected);
  });

  test(`${name}: English title, authors, abstract and keywords`, () => {
    assert.deepEqual(article().english, model.english);
  });
}

test('the issue has the metadata of the model, and its columns', () => {
  const model = parse(readFileSync(path.join(modelFolder, 'issue.yaml'), 'utf8')) as Record<string, unknown>;
  const meta = made.edition!.meta as unknown as Record<string, unknown>;
  assert.deepEqual(Object.fromEntries(Object.keys(model).map((key) => [key, meta[key]])), model);
  for (const words of ['1234-5679', '刊本通讯', '2025-03-20'])
    assert.ok(book.opf.includes(words), `the package lacks ${words}`);
  assert.deepEqual(
    book.articles.map(({ column }) => column),
    ['工艺考', '典籍志', '近代刊物'],
  );
});

test('the model, built as the Markdown it is, holds the same articles', async () => {
  const [source] = await findIssues([modelFolder], packageFolder);
  const { outputs } = await makeIssue(source!, { formats: ['epub'], cwd: packageFolder, sourceDateEpoch: 0 });
  const { articles } = await readEpub(outputs[0]!.bytes);
  const compared = ({ flow, notes, title, titleNote, authors, abstract, keywords, bios }: EpubArticle) =>
    [flow, notes, title, titleNote, authors, abstract, keywords, bios] as const;
  assert.deepEqual(articles.map(compared), book.articles.map(compared));
});

test('the picture is in the book', () => {
  const [picture, ...more] = book.articles.flatMap(({ pictures }) => pictures);
  assert.deepEqual(more, []);
  assert.ok(picture && book.files.includes(picture), `${picture} is not among ${book.files.join(', ')}`);
});

test('nothing is fatal, and the lost note is told of', () => {
  const findings = findingsOf(made.files);
  assert.deepEqual(
    findings.filter(({ severity }) => severity === 'fatal'),
    [],
  );
  const lost = findings.filter(
    ({ severity, file, line }) => severity === 'warning' && file.includes('03-') && line === lostCallLine(),
  );
  assert.ok(
    lost.length > 0,
    `no warning at line ${lostCallLine()} among ${findings.map(({ file, line }) => `${file}:${line}`).join(', ')}`,
  );
});

/** Line of the raw text where the call stands whose note is lost. */
function lostCallLine(): number {
  const raw = made.raws.find((one) => one.name.includes('03-'))!.text;
  return raw.slice(0, raw.indexOf('②', raw.indexOf('末句是'))).split('\n').length;
}
