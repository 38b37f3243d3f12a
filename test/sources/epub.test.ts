import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import JSZip from 'jszip';
import { makeIssue } from '../../src/pipeline/make-issue.js';
import { findIssues } from '../../src/stages/acquire/index.js';
import { readSource, wordsOf } from './read-source.js';

const root = process.cwd();
const sentence = '渡口在县城以西三里，船家姓周，账本用厚纸订成，每页都写着来往的人和货。';

/** An EPUB of these documents, by name; the spine is in their order. */
async function epub(documents: Record<string, string>, more: Record<string, string> = {}): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file('mimetype', 'application/epub+zip', { compression: 'STORE' });
  zip.file('META-INF/container.xml', '<container><rootfiles><rootfile full-path="O/c.opf"/></rootfiles></container>');
  const items = Object.keys(documents).map(
    (name, i) => `<item id="d${i}" href="${name}" media-type="application/xhtml+xml"/>`,
  );
  const refs = Object.keys(documents).map((_, i) => `<itemref idref="d${i}"/>`);
  zip.file(
    'O/c.opf',
    `<package xmlns:dc="x:dc"><metadata><dc:title>渡河</dc:title><dc:creator>顾小满</dc:creator></metadata><manifest>${items.join('')}<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest><spine>${refs.join('')}</spine></package>`,
  );
  for (const [name, body] of Object.entries(documents))
    zip.file(
      `O/${name}`,
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="x:e"><head><title/></head><body><a id="p1"/>${body}</body></html>`,
    );
  for (const [name, content] of Object.entries(more)) zip.file(name, content);
  return zip.generateAsync({ type: 'uint8array' });
}

test('an edition of kanben is read back whole: every title, heading, note and table', async (t) => {
  const [source] = await findIssues([path.join(root, 'source/yinshua-shihua')], root);
  const made = await makeIssue(source!, { formats: ['epub'], cwd: root });
  const { bytes } = made.outputs.find(({ format }) => format === 'epub')!;
  const back = await readSource(t, 'a.epub', bytes);
  const [before, after] = [made, back.made].map(({ issue }) =>
    issue!.articles.map(({ title, contributors, keywords, body }) => ({
      title: title.map(wordsOf).join('').replaceAll('{}', ''),
      people: contributors.map(({ name }) => name),
      keywords,
      headings: body.children
        .filter(({ type }) => type === 'heading')
        .map((node) => `${'depth' in node ? node.depth : ''} ${wordsOf(node)}`),
      notes: body.children
        .filter(({ type }) => type === 'footnoteDefinition')
        .map((node) => wordsOf(node))
        .filter((words) => words !== '' && !words.includes('缺')),
      tables: body.children.filter(({ type }) => type === 'table').map((node) => wordsOf(node)),
      paragraphs: body.children.filter(({ type }) => type === 'paragraph').length,
    })),
  );
  assert.deepEqual(
    after!.map(({ title, people, keywords, headings, tables }) => ({ title, people, keywords, headings, tables })),
    before!.map(({ title, people, keywords, headings, tables }) => ({
      title,
      people,
      keywords,
      headings,
      tables,
    })),
  );
  for (const [i, { notes }] of before!.entries())
    for (const note of notes) assert.ok(after![i]!.notes.includes(note), note);
});

test('an EPUB of pandoc keeps every heading, note, table and formula', async (t) => {
  const { lines } = await readSource(t, 'a.epub', await readFile(path.join(root, 'test/sources/fixtures/pandoc.epub')));
  for (const line of [
    '# 一、账本的来历',
    '# 二、账本的用处',
    'h2 （一）纸张',
    '^ 见《渡口志》卷三，第十二页。',
    '^ 同注一所引书，卷四。',
    '| 甲子 | 三百 | 盐、布 |',
    '> p 水涨船高，各走各道。',
  ])
    assert.ok(lines.includes(line), `${line} is missing`);
});

const dialects: Record<string, Record<string, string>> = {
  'epub:type in the same file': {
    'a.xhtml': `<h1>第一章　渡口</h1><p>${sentence}<sup><a epub:type="noteref" href="#n1">1</a></sup></p><aside epub:type="footnote" id="n1"><p>船家口述。</p></aside>`,
  },
  'duokan pictures': {
    'a.xhtml': `<h1>第一章　渡口</h1><p>${sentence}<a class="duokan-footnote" epub:type="noteref" href="#n1" id="r1"><img src="note.png" alt=""/></a></p><ol class="duokan-footnote-content"><li class="duokan-footnote-item" id="n1"><a href="#r1">◎</a>船家口述。</li></ol>`,
  },
  'weread attributes': {
    'a.xhtml': `<h1>第一章　渡口</h1><p>${sentence}<span class="reader_footer_note js_readerFooterNote" data-wr-footernote="船家口述。"></span></p>`,
  },
  'notes in a file of their own, as calibre has them': {
    'a.xhtml': `<h1>第一章　渡口</h1><p>${sentence}<a href="notes.xhtml#fn1" id="fnref1"><sup>[1]</sup></a></p>`,
    'notes.xhtml': `<p><a href="a.xhtml#fnref1" id="fn1">[1]</a> 船家口述。</p>`,
  },
};

for (const [name, documents] of Object.entries(dialects)) {
  test(`notes of an EPUB: ${name}`, async (t) => {
    const { lines, findings } = await readSource(t, 'a.epub', await epub(documents));
    assert.ok(lines.includes(`p ${sentence}{}`), lines.join('\n'));
    assert.deepEqual(
      lines.filter((line) => line.startsWith('^')),
      ['^ 船家口述。'],
    );
    assert.deepEqual(
      findings.filter((finding) => !finding.startsWith('remark')),
      [],
    );
  });
}

test('a chapter whose heading is a line has it from the contents; title and author are those of the package', async (t) => {
  const ncx =
    '<ncx><navMap><navPoint><navLabel><text>第一章　渡口</text></navLabel><content src="a.xhtml"/></navPoint></navMap></ncx>';
  const { lines, made } = await readSource(
    t,
    'a.epub',
    await epub({ 'a.xhtml': `<p class="t">第一章　渡口</p><p>${sentence}</p>` }, { 'O/toc.ncx': ncx }),
  );
  assert.deepEqual(lines.slice(-2), ['# 第一章　渡口', `p ${sentence}`]);
  assert.equal(made.issue!.meta.title, '渡河');
});

test('a locked EPUB and one without a package are refused', async (t) => {
  const body = { 'a.xhtml': `<p>${sentence}</p>` };
  const encryption = (algorithm: string): string =>
    `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`;
  const findingsOf = async (more: Record<string, string>): Promise<string[]> =>
    (await readSource(t, 'a.epub', await epub(body, more))).findings;
  assert.deepEqual(
    await findingsOf({ 'META-INF/encryption.xml': encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc') }),
    ['fatal acquire:source-locked'],
  );
  assert.ok(
    !(await findingsOf({ 'META-INF/encryption.xml': encryption('http://www.idpf.org/2008/embedding') })).some(
      (finding) => finding.startsWith('fatal'),
    ),
  );
  assert.deepEqual(await findingsOf({ 'META-INF/container.xml': '<container/>' }), ['fatal acquire:source-opens']);
});
