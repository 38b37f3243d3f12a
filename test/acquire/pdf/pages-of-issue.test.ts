import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { findIssues } from '../../../src/stages/acquire/index.js';
import { check } from '../../../src/index.js';
import { runCli } from '../../cli/run-cli.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { makePdf, prose, type PageContent } from './make-pdf.js';

const title = (words: string) => ({ text: words, x: 200, y: 790, size: 20 });
const article = (words: string, seed: number): PageContent => ({
  words: [
    title(words),
    ...prose(seed).map((line, i) => (i % 6 === 0 ? { ...line, x: line.x + 24, text: line.text.slice(2) } : line)),
  ],
});
const pages = [article('论活字的源流', 1), { words: prose(2) }, article('论雕版的源流', 3)];

test('a PDF stands beside texts in one issue, with the pages that issue.yaml names', async (t) => {
  const cwd = await temporaryFolder(t, {
    'issue/issue.yaml': 'title: 刊\ntexts:\n  - first.md\n  - file: paper.pdf\n    pages: 3\n',
    'issue/first.md': '---\ntitle: 前言\n---\n\n这是一篇前言，说的是这一期的来历。\n',
    'issue/paper.pdf': await makePdf(pages),
  });
  const { issues } = await check('issue', { cwd });
  const { report, made } = issues[0]!;
  assert.deepEqual(
    report.articles.map((one) => one.title),
    ['前言', '论雕版的源流'],
  );
  assert.deepEqual(
    made!.raws[1]!.paged!.pages.map(({ number }) => number),
    [3],
  );
});

test('pages that are not there and pages of a text are named', async (t) => {
  const cwd = await temporaryFolder(t, {
    'a/issue.yaml': 'texts:\n  - file: paper.pdf\n    pages: 2-3, 7\n',
    'a/paper.pdf': await makePdf(pages),
    'b/issue.yaml': 'texts:\n  - file: one.txt\n    pages: 2\n',
    'b/one.txt': '这是一篇前言。\n',
    'c/issue.yaml': 'texts:\n  - file: one.txt\n    pages: some\n',
    'c/one.txt': '这是一篇前言。\n',
  });
  const { issues } = await check(['a', 'b'], { cwd });
  assert.match(issues[0]!.findings[0]!.reason, /no page 7: the file has 3 pages/);
  assert.match(issues[1]!.findings[0]!.reason, /no pages to choose from/);
  await assert.rejects(
    findIssues(['c'], cwd),
    /Unexpected "some" for "pages", expected pages of the file such as 2-26, 30/,
  );
});

test('folders of PDFs and patterns are found', async (t) => {
  const pdf = await makePdf(pages);
  const cwd = await temporaryFolder(t, { 'issue/2.pdf': pdf, 'issue/10.pdf': pdf, 'other/a.pdf': pdf });
  const [issue] = await findIssues(['issue'], cwd);
  assert.deepEqual(
    issue!.texts.map(({ name }) => name),
    ['issue/2.pdf', 'issue/10.pdf'],
  );
  const matched = await findIssues(['*/*0.pdf'], cwd);
  assert.deepEqual(
    matched.map(({ name }) => name),
    ['issue/10.pdf'],
  );
});

test('extract writes the lines in reading order, indents of paragraphs and ends of pages', async (t) => {
  const cwd = await temporaryFolder(t, { 'paper.pdf': await makePdf(pages), 'one.txt': '一' });
  const { code, stdout } = await runCli(cwd, ['extract', 'paper.pdf']);
  assert.equal(code, 0);
  const [first, second, third] = stdout.split('\f\n');
  assert.match(first!, /^论活字的源流\n\u3000\u3000/);
  assert.doesNotMatch(second!, /\u3000/);
  assert.match(third!, /^论雕版的源流\n/);
  assert.equal((await runCli(cwd, ['extract', 'paper.pdf', '-o', 'out.txt'])).stdout, '');
  assert.equal(await readFile(path.join(cwd, 'out.txt'), 'utf8'), stdout);
  assert.match((await runCli(cwd, ['extract', 'one.txt'])).stderr, /no PDF/);
});

test('findings about a PDF name page, printed page and line, and the report its measures', async (t) => {
  const folio = (n: number) => ({ text: `·${n}·`, x: 280, y: 40, size: 9 });
  const numbered = [0, 1, 2, 3].map((i): PageContent => {
    return { words: [...(i === 0 ? [title('论活字的源流')] : []), ...prose(i), folio(131 + i)] };
  });
  const cwd = await temporaryFolder(t, { 'paper.pdf': await makePdf(numbered) });
  const { stdout } = await runCli(cwd, ['check', 'paper.pdf']);
  assert.match(stdout, / paper\.pdf p\. 1 \(131\), line 1 {2}/);
  const { issues } = await check('paper.pdf', { cwd });
  const [found] = issues[0]!.report.findings.filter(({ at }) => at !== undefined);
  assert.deepEqual(found?.at, { page: 1, folio: '131', line: 1, x: 200, y: 52 });
  const [furniture] = issues[0]!.report.ledger.aside.filter(({ rule }) => rule === 'parse:page-furniture');
  assert.equal(furniture?.at?.folio, '131');
});

test('words beyond the edge of a page are told, a note of the printer there is not', async (t) => {
  const beyond = prose(5, 6).map((line) => ({ ...line, x: line.x + 600 }));
  const slug = { text: '排版 二校 2026-03', x: 620, y: 20 };
  const [first, second, third] = pages as [PageContent, PageContent, PageContent];
  const cwd = await temporaryFolder(t, {
    'paper.pdf': await makePdf([
      { words: [...first.words!, ...beyond] },
      { words: [...second.words!, slug] },
      { words: prose(4) },
    ]),
    'plain.pdf': await makePdf([{ words: [...first.words!, slug] }, second, third]),
  });
  const said = async (file: string): Promise<string[]> =>
    (await check(file, { cwd })).issues[0]!.findings.filter(({ rule }) => rule === 'parse:beyond-page').map(
      ({ reason }) => reason,
    );
  assert.match((await said('paper.pdf')).join(), /^Words that stand beyond the edge[^:]*: p\. 1 “[^,]*…”\. /);
  assert.deepEqual(await said('plain.pdf'), []);
});
