import assert from 'node:assert/strict';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import JSZip from 'jszip';
import { findIssues } from '../../src/stages/acquire/index.js';
import type { Edition } from '../../src/model/index.js';
import { makeIssue } from '../../src/pipeline/make-issue.js';
import { flowOf, partsOfFoot } from '../../src/stages/typeset/html/document-flow.js';
import { readBackPages, type PageFlows } from '../../src/stages/typeset/pdf/index.js';
import { readBackBook } from '../../src/stages/typeset/epub/index.js';
import { normalised, outputsAgree } from '../../src/stages/verify/outputs-agree.js';
import { temporaryFolder } from '../temporary-folder.js';

const text = `# 活字的道理*

王小明

一枚活字只管一个字，拆下来还能再用。[^1]见 <https://example.com/a?b=1&c=2>，又见表。[^2]

| 年 | 事 |
| - | - |
| 1040 | 胶泥 & 活字 |

[^1]: 参见《梦溪笔谈》卷十八。
[^2]: 同上，说“一字有二十余印”。

    又一段。
`;

/** An edition with its book, made by the pipeline itself. */
async function made(t: TestContext): Promise<{ edition: Edition; epub: Uint8Array }> {
  const cwd = await temporaryFolder(t, { '1.md': text });
  const [source] = await findIssues(['1.md'], cwd);
  const { edition, outputs, files } = await makeIssue(source!, { cwd: path.resolve(cwd), formats: ['epub'] });
  assert.ok(edition && outputs[0], files.flatMap((file) => file.messages.map(String)).join('\n'));
  return { edition, epub: outputs[0].bytes };
}

/** The book with one of its files altered. */
async function altered(epub: Uint8Array, edit: (xhtml: string) => string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(epub);
  let changes = 0;
  for (const file of zip.file(/text\/.*\.xhtml$/)) {
    const before = await file.async('string');
    const after = edit(before);
    if (after !== before) changes++;
    zip.file(file.name, after);
  }
  assert.equal(changes, 1, 'the edit finds its place');
  return zip.generateAsync({ type: 'uint8array' });
}

test('a book as it was made agrees', async (t) => {
  const { edition, epub } = await made(t);
  assert.deepEqual(await outputsAgree(edition, 'EPUB', { readBack: readBackBook(epub) }), []);
});

for (const [name, edit, where] of [
  ['a word is lost', (s: string) => s.replace('拆下来还能', '拆下还能'), 'text'],
  ['a word is added', (s: string) => s.replace('胶泥', '胶胶泥'), 'text'],
  ['a note lost a word', (s: string) => s.replace('卷十八', '卷八'), 'note '],
  ['a note is gone', (s: string) => s.replace(/<aside[^>]*footnote[^]*?<\/aside>/, ''), 'note '],
  ['two calls have changed places', swapCalls, 'note calls'],
] as const) {
  test(`a book in which ${name} does not agree`, async (t) => {
    const { edition, epub } = await made(t);
    const found = await outputsAgree(edition, 'EPUB', { readBack: readBackBook(await altered(epub, edit)) });
    assert.equal(
      found.length,
      1,
      JSON.stringify(found.map(({ where, expected, found }) => ({ where, expected, found }))),
    );
    assert.equal(found[0]!.target, 'EPUB');
    assert.ok(found[0]!.where.startsWith(where), found[0]!.where);
    assert.notEqual(found[0]!.expected, found[0]!.found);
  });
}

function swapCalls(xhtml: string): string {
  const calls = xhtml.match(/href="#[^"]+" epub:type="noteref"/g) ?? [];
  if (calls.length < 2) return xhtml;
  let n = 0;
  return xhtml.replace(/href="#[^"]+" epub:type="noteref"/g, () => [calls[1], calls[0], ...calls.slice(2)][n++]!);
}

test('a book without one of its documents does not agree', async (t) => {
  const { edition, epub } = await made(t);
  const zip = await JSZip.loadAsync(epub);
  const article = edition.documents.find(({ kind }) => kind === 'article')!;
  zip.remove(`OEBPS/text/${article.id}.xhtml`);
  const found = await outputsAgree(edition, 'EPUB', {
    readBack: readBackBook(await zip.generateAsync({ type: 'uint8array' })),
  });
  assert.deepEqual(
    found.map(({ document, where }) => [document.id, where]),
    [[article.id, 'text']],
  );
});

/** What a composer that does its work reports. */
function pagesOf(edition: Edition): PageFlows {
  const pages: PageFlows = { flows: {}, notes: {} };
  let foot = 0;
  for (const document of edition.documents) {
    const flow = flowOf(document);
    // pages break lines and split words where the edition does not
    pages.flows[document.id] = [...flow.text].join('\u2060');
    for (const [id, said] of flow.notes) pages.notes[id] = { text: ` ${said}\n` };
    for (let part = 0; part < partsOfFoot(document); part++)
      pages.notes[`foot-${foot++}`] = { text: part === 0 ? flow.foot : '' };
  }
  return pages;
}

test('pages agree, or the document and the words that differ are named', async (t) => {
  const { edition } = await made(t);
  assert.deepEqual(await outputsAgree(edition, 'PDF', { readBack: readBackPages(pagesOf(edition)) }), []);
  const article = edition.documents.find(({ kind }) => kind === 'article')!;
  const spoilt = pagesOf(edition);
  spoilt.flows[article.id] = spoilt.flows[article.id]!.replace('泥', '');
  const [noteId] = flowOf(article).notes.keys();
  delete spoilt.notes[noteId!];
  const found = await outputsAgree(edition, 'PDF', { readBack: readBackPages(spoilt) });
  assert.deepEqual(
    found.map(({ target, document, where }) => [target, document.id, where]),
    [
      ['PDF', article.id, 'text'],
      ['PDF', article.id, `note ${noteId}`],
    ],
  );
  assert.match(found[0]!.expected, /胶泥/);
});

test('width and white space are not compared, letters and marks are', () => {
  assert.equal(normalised('Ａ１　b\u00ad\u2060 c'), 'A1bc');
  assert.notEqual(normalised('“甲”'), normalised('「甲」'));
});
