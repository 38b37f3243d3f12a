import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import type { PhrasingContent } from 'mdast';
import { insertAt } from '../../src/stages/typeset/epub/insert-at.js';
import { makeEpub, readBackBook } from '../../src/stages/typeset/epub/index.js';
import { composeEdition } from '../../src/stages/typeset/html/index.js';
import { makePdf } from '../../src/stages/typeset/pdf/index.js';
import { outputsAgree } from '../../src/stages/verify/outputs-agree.js';
import { articleOf, call, fullIssue, issueOf, note, paragraph } from '../typeset-html/issue-fixture.js';
import { readPages } from '../typeset-pdf/read-pages.js';
import { epubCheckTs } from './epub-check-ts.js';
import { openBook } from './open-book.js';

const mark = (offset: number) => ({ offset, node: h('i', String(offset)) });
const placed = (nodes: ElementContent[], ...offsets: number[]) => toHtml(insertAt(nodes, offsets.map(mark)) as never);

test('marks go before the character that so many stand before', () => {
  const nodes = [h('section', [h('h2', '一 题'), h('p', ['甲乙', h('em', '丙丁'), '戊'])])];
  assert.equal(
    placed(nodes, 0, 1, 3, 5, 6),
    '<section><i>0</i><h2>一 <i>1</i>题</h2><p>甲<i>3</i>乙<em>丙<i>5</i>丁</em><i>6</i>戊</p></section>',
  );
});

test('at the head of blocks they go before the outermost that may have them for a sibling', () => {
  assert.equal(
    placed([h('section', [h('p', '甲'), h('p', '乙')])], 1),
    '<section><p>甲</p><i>1</i><p>乙</p></section>',
  );
  const table = h('figure', [h('figcaption', '表'), h('table', [h('tr', [h('td', '甲'), h('td', '乙')])])]);
  assert.equal(
    placed([h('section', [table])], 0, 1, 2),
    '<section><i>0</i><figure><figcaption>表</figcaption><table><tr><td><i>1</i>甲</td><td><i>2</i>乙</td></tr></table></figure></section>',
  );
});

test('what print counts apart is not counted, and marks behind the text are left out', () => {
  const nodes = [
    h('section', [
      h('footer.opening-foot', h('p', '基金')),
      h('p', ['甲', h('a.note-call', { dataNote: 'n' }, '一'), '\u00ad 乙', h('span.contents-page', '9'), '丙']),
    ]),
  ];
  assert.equal(
    placed(nodes, 1, 2, 3),
    '<section><footer class="opening-foot"><p>基金</p></footer><p>甲<a class="note-call" data-note="n">一</a>\u00ad <i>1</i>乙<span class="contents-page">9</span><i>2</i>丙</p></section>',
  );
});

/** Pages of the nav document. */
async function pageList(book: Awaited<ReturnType<typeof openBook>>): Promise<[href: string, label: string][]> {
  const nav = /<nav epub:type="page-list"[^]*?<\/nav>/.exec(await book.text('OEBPS/nav.xhtml'))?.[0] ?? '';
  return [...nav.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map(([, href, label]) => [href!, label!]);
}

test('pages of the source are marked and listed, and come before those of print', async () => {
  const pageBreak = (page: string): PhrasingContent => ({ type: 'pageBreak', page });
  const issue = issueOf([
    articleOf('甲', [paragraph(pageBreak('12'), '文', pageBreak('13'), '文。', call('n')), note('n', '注。')], {
      id: 'a',
    }),
    articleOf('乙', [paragraph('文', pageBreak('13'), '文', pageBreak('13'), '。')], { id: 'b' }),
  ]);
  const edition = composeEdition(issue);
  const bytes = await makeEpub(edition, { fonts: 'none', printedPages: [{ folio: '1', document: 'a', offset: 0 }] });
  assert.deepEqual(await epubCheckTs(bytes), []);
  assert.deepEqual(await outputsAgree(edition, 'EPUB', { readBack: readBackBook(bytes) }), []);
  const book = await openBook(bytes);
  assert.deepEqual(await pageList(book), [
    ['text/a.xhtml#page-12', '12'],
    ['text/a.xhtml#page-13', '13'],
    ['text/b.xhtml#page-13', '13'],
    ['text/b.xhtml#page-13-2', '13'],
  ]);
  assert.match(
    await book.text('OEBPS/text/a.xhtml'),
    /文<span class="page-break" id="page-13" epub:type="pagebreak" role="doc-pagebreak" aria-label="第13页"><\/span>文<span class="bound">。/,
  );
  const ncx = await book.text('OEBPS/toc.ncx');
  // one page has a number's value: front matter and articles may begin with 1 again
  assert.equal(ncx.match(/value="13"/g)?.length, 1);
  const steps = [...ncx.matchAll(/<(navPoint|pageTarget) [^>]*playOrder="(\d+)".*?<text>([^<]*)<.*?src="([^"]*)"/g)];
  assert.deepEqual(
    steps.map(([, kind, order, label, href]) => [kind, Number(order), label, href]),
    [
      ['navPoint', 1, '目录', 'text/contents.xhtml'],
      ['navPoint', 2, '甲', 'text/a.xhtml'],
      ['navPoint', 5, '乙', 'text/b.xhtml'],
      ['navPoint', 8, '本版说明', 'text/colophon.xhtml'],
      ['pageTarget', 3, '12', 'text/a.xhtml#page-12'],
      ['pageTarget', 4, '13', 'text/a.xhtml#page-13'],
      ['pageTarget', 6, '13', 'text/b.xhtml#page-13'],
      ['pageTarget', 7, '13', 'text/b.xhtml#page-13-2'],
    ],
  );
  assert.match(ncx, /name="dtb:totalPageCount" content="4"/);
  assert.match(ncx, /name="dtb:maxPageNumber" content="13"/);
  const opf = await book.text('OEBPS/content.opf');
  assert.match(opf, /<meta property="pageBreakSource">原刊<\/meta>/);
  assert.match(opf, /accessibilityFeature">pageNavigation</);
});

test('a book alone names no pages', async () => {
  const book = await openBook(await makeEpub(composeEdition(fullIssue()), { fonts: 'none' }));
  assert.deepEqual(await pageList(book), []);
  assert.doesNotMatch(await book.text('OEBPS/content.opf'), /pageBreak|pageNavigation/);
  assert.doesNotMatch(await book.text('OEBPS/toc.ncx'), /pageList|pageTarget/);
});

test('pages of the print edition begin in the book where they begin on paper', async () => {
  const sentence = '雕版与活字并行了很久，一部书用哪一种，要看它印多少、改多少。';
  const numbered = Array.from({ length: 60 }, (_, index) =>
    paragraph(`${index}${sentence.repeat(4)}`, call(`n${index}`)),
  );
  const notes = Array.from({ length: 60 }, (_, index) => note(`n${index}`, `第${index}条注。`));
  const issue = fullIssue();
  issue.articles.push(
    articleOf('长文', [...numbered, ...notes], { id: 'chang-wen', fund: [{ type: 'text', value: '某基金' }] }),
  );
  const edition = composeEdition(issue);
  const { bytes: pdf, pageStarts } = await makePdf(edition, {});
  const book = await openBook(await makeEpub(edition, { printedPages: pageStarts }));
  const listed = await pageList(book);
  assert.deepEqual(
    listed.map(([, label]) => label),
    pageStarts.map(({ folio }) => folio),
  );
  const { pages, labels } = await readPages(pdf);
  const bare = (text: string) => text.replace(/[\s\u00ad\u2060]/g, '');
  const seen = listed.filter(([href]) => href.includes('chang-wen')).slice(1);
  assert.ok(seen.length >= 4);
  const markup = await book.text('OEBPS/text/chang-wen.xhtml');
  for (const [href, label] of seen) {
    const after = bare(
      markup
        .slice(markup.indexOf(`id="${href.split('#')[1]}"`))
        .replace(/^[^>]*>/, '')
        .replace(/<[^>]*>/g, ''),
    );
    const page = pages[labels!.indexOf(label)]!;
    const text = page.lines.map(({ text }) => bare(text)).join('\n');
    assert.ok(
      text.split('\n').some((line) => line.startsWith(after.slice(0, 12))),
      `page ${label}: ${after.slice(0, 12)}`,
    );
  }
});
