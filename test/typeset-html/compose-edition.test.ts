import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toHtml } from 'hast-util-to-html';
import type { RootContent } from 'mdast';
import { composeEdition } from '../../src/stages/typeset/html/index.js';
import { plainText } from '../../src/stages/typeset/html/plain-text.js';
import type { Article, Edition, EditionDocument } from '../../src/model/index.js';
import { articleOf, call, fullIssue, heading, issueOf, note, paragraph, text } from './issue-fixture.js';

const html = (document: EditionDocument): string => toHtml({ type: 'root', children: document.body });
const articles = (edition: Edition): EditionDocument[] => edition.documents.filter(({ kind }) => kind === 'article');

/** The only article of an edition made of this body. */
function set(body: RootContent[], more: Partial<Article> = {}): EditionDocument {
  return articles(composeEdition(issueOf([articleOf('题', body, more)])))[0]!;
}

test('an issue becomes its documents in reading order', () => {
  const { documents, slug } = composeEdition(fullIssue());
  assert.equal(slug, 'fixture');
  assert.deepEqual(
    documents.map(({ id, kind, lang, column }) => [id, kind, lang, column]),
    [
      ['cover', 'cover', 'zh-Hans', undefined],
      ['copyright', 'copyright', 'zh-Hans', undefined],
      ['contents', 'contents', 'zh-Hans', undefined],
      ['english-contents', 'english-contents', 'en', undefined],
      ['diao-ban-yu-huo-zi', 'article', 'zh-Hans', '书史'],
      ['zhi-de-chuan-bo', 'article', 'zh-Hans', '书史'],
      ['bian-hou', 'article', 'zh-Hans', undefined],
      ['colophon', 'colophon', 'zh-Hans', undefined],
    ],
  );
});

test('a single article has neither contents nor an empty copyright page', () => {
  const { documents } = composeEdition(issueOf([articleOf('题', [paragraph('文。')])]));
  assert.deepEqual(
    documents.map(({ kind }) => kind),
    ['cover', 'article', 'colophon'],
  );
});

for (const [edition, language, expected] of [
  [{ number: 2, date: '2026-11', note: '订正三处误植' }, 'zh-Hans', '版次 2026年11月第2版 修订说明 订正三处误植'],
  [{ number: 1 }, 'zh-Hant', '版次 第1版'],
  [{ number: 3, date: '2027-01-05' }, 'zh-Hans', '版次 2027年1月5日第3版'],
] as const) {
  test(`the copyright page tells the 版: ${expected}`, () => {
    const { documents } = composeEdition(issueOf([articleOf('题', [paragraph('文。')])], { edition, language }));
    const page = documents.find(({ kind }) => kind === 'copyright')!;
    const facts = toHtml(page.body).match(/(?<=<d[td]>)[^<]*/g)!;
    assert.deepEqual(facts.slice(2), expected.split(' '));
  });
}

test('an article is set with its opening, body and English part', () => {
  const [document] = articles(composeEdition(fullIssue()));
  const key = /data-note="note-([0-9a-f]{6})-title"/.exec(html(document!))![1]!;
  const marks = (markup: string): string =>
    markup.replaceAll(key, 'KEY').replace(/(id="h-[a-z0-9-]+-)[0-9a-f]{8}"/g, '$1DIGEST"');
  assert.equal(
    marks(html(document!)).replace(/(?=<(?:p|h\d|header|footer|section|figure|blockquote|table)\b)/g, '\n'),
    `
<section class="article" id="diao-ban-yu-huo-zi">
<header class="opening">
<p class="column">书史</p>
<h1 class="title">雕版与活字<a class="note-call" data-note="note-KEY-title"></a></h1>
<p class="byline"><span class="contributor"><span class="name">欧阳墨</span><span class="affiliation">（某大学）</span></span>　<span class="contributor"><span class="name">单纸</span></span></p>
<section class="abstract">
<p><span class="label">摘要：</span>论雕版与活字的关系。</p></section>
<p class="keywords"><span class="label">关键词：</span><span class="keyword">雕版</span>；<span class="keyword">活字</span></p>
<p class="numbers"><span class="number"><span class="label">中图分类号：</span>G256</span> <span class="number"><span class="label">文献标识码：</span>A</span> <span class="number"><span class="label">文章编号：</span>1000-0000(2026)01-0001-02</span></p></header>
<footer class="opening-foot">
<p class="fund"><span class="label">基金项目：</span>某基金</p>
<p class="received"><span class="label">收稿日期：</span>2026-01-02</p>
<p class="bio"><span class="label">作者简介：</span>欧阳墨，某大学教授</p>
<p class="bio">单纸，编辑</p></footer>
<p>雕版先于活字。<a class="note-call" data-note="note-KEY-1"></a>两者并行很久。<a class="note-call" data-note="note-KEY-2"></a></p>
<h2 id="h-yi-diao-ban-DIGEST">一、雕版<a class="note-call" data-note="note-KEY-3"></a></h2>
<blockquote>
<p>板印书籍，唐人尚未盛为之。<a class="note-call" data-note="note-KEY-1"></a></p></blockquote>
<h3 id="h-yi-mu-liao-DIGEST">（一）木料</h3>
<figure class="table"><figcaption>表 1 三种木料</figcaption>
<table><thead><tr><th scope="col">木料</th><th scope="col" class="align-right">硬度</th></tr></thead><tbody><tr><td>梨木</td><td class="align-right">3</td></tr></tbody></table>
<p class="source">资料来源：作者自测。</p></figure>
<h2 id="h-er-huo-zi-DIGEST">二、活字</h2>
<p>参见<span lang="en">Joseph Needham, <em>Science and Civilisation</em></span>一书。</p>
<p class="editors">（责任编辑：甲　乙）</p>
<section class="english" lang="en">
<p class="english-title">Blocks &#x26; Types</p>
<p class="english-byline"><span class="contributor">OUYANG Mo</span>, <span class="contributor">SHAN Zhi</span></p>
<p class="english-abstract"><span class="label">Abstract: </span>On blocks and types.</p>
<p class="english-keywords"><span class="label">Keywords: </span><span class="keyword">block</span>; <span class="keyword">type</span></p></section></section>`,
  );
});

test('notes are numbered by their first call, a note called within a note after it', () => {
  const [document] = articles(composeEdition(fullIssue()));
  assert.deepEqual(
    document!.notes.map(({ kind, number, content }) => [
      kind,
      number,
      toHtml({ type: 'root', children: content }).replace(/note-[0-9a-f]{6}/, 'note-KEY'),
    ]),
    [
      ['title', 0, '<p>本文为某项目成果。</p>'],
      ['text', 1, '<p>《梦溪笔谈》卷十八。</p><p>此条又见他书。</p>'],
      ['text', 2, '<p>见 <a href="https://example.org/a(b)">https://example.org/a(b)</a>。</p>'],
      ['text', 3, '<p>同上。<a class="note-call" data-note="note-KEY-4"></a></p>'],
      ['text', 4, '<p>注中之注。</p>'],
    ],
  );
  assert.equal(
    new Set(articles(composeEdition(fullIssue())).flatMap(({ notes }) => notes.map(({ id }) => id))).size,
    6,
  );
});

test('titles and headings carry no note marks', () => {
  const { documents } = composeEdition(fullIssue());
  const article = documents.find(({ kind }) => kind === 'article')!;
  assert.equal(article.title, '雕版与活字');
  assert.deepEqual(
    article.headings.map(({ level, text }) => [level, text]),
    [
      [2, '一、雕版'],
      [3, '（一）木料'],
      [2, '二、活字'],
    ],
  );
});

test('contents entries stand under their 栏目 and lead to their articles', () => {
  const { documents } = composeEdition(fullIssue());
  assert.equal(
    html(documents.find(({ kind }) => kind === 'contents')!).replace(/(?=<(?:li|h\d|ol)\b)/g, '\n'),
    `<section class="contents" id="contents">
<h1 class="contents-title-line">目录</h1>
<h2 class="contents-column">书史</h2>
<ol class="contents-list">
<li class="contents-entry"><a href="#diao-ban-yu-huo-zi"><span class="contents-title">雕版与活字</span> <span class="contents-byline">欧阳墨　单纸</span><span class="contents-page"></span></a></li>
<li class="contents-entry"><a href="#zhi-de-chuan-bo"><span class="contents-title">纸的传播</span> <span class="contents-byline">甲</span><span class="contents-page"></span></a></li></ol>
<ol class="contents-list">
<li class="contents-entry"><a href="#bian-hou"><span class="contents-title">编后</span><span class="contents-page"></span></a></li></ol></section>`,
  );
});

test('an entry of a list of references is set as one', () => {
  const entry = paragraph('[1] 王一. 活字考.');
  entry.data = { role: 'reference' } as typeof entry.data;
  assert.match(html(set([heading(2, '参考文献'), entry])), /<p class="reference">\[1\] 王一\. 活字考\.<\/p>/);
});

test('a note that the source lost says so, a note that nothing calls is not lost', () => {
  const lost = { type: 'footnoteDefinition', identifier: 'x', children: [], data: { lost: true } } as never;
  const document = set([paragraph('文。', call('x')), lost, note('y', '无主之注。')]);
  assert.deepEqual(document.notes[0]!.content, [
    {
      type: 'element',
      tagName: 'p',
      properties: { className: ['lost-note'] },
      children: [{ type: 'text', value: '［原文缺此注］' }],
    },
  ]);
  assert.match(html(document), /<div class="stray-note"><p>无主之注。<\/p><\/div>/);
});

test('what earlier stages must not hand on is our mistake', () => {
  assert.throws(() => set([paragraph('文。', call('x'))]), /note x is called/);
  assert.throws(() => set([note('x', '一'), note('x', '二')]), /two notes/);
  assert.throws(() => set([{ type: 'html', value: '<b>' }]), /type html/);
  assert.throws(() => set([{ type: 'mystery' } as never]), /type mystery/);
});

test('the text of a source never becomes markup', () => {
  const hostile = '<script>alert(1)</script><img src=x onerror=y>&amp;"\'';
  const document = set([
    paragraph(hostile),
    paragraph({ type: 'link', url: 'javascript:alert(1)', children: [text('点我')] }),
    paragraph({ type: 'link', url: ' https://x', children: [text('空格')] }),
    paragraph({ type: 'link', url: 'data:text/html,<script>', children: [text('数据')] }),
    { type: 'code', value: '</code><script>' },
  ]);
  const tags = new Set(html(document).match(/<[a-z0-9]+/g));
  assert.deepEqual([...tags].sort(), ['<code', '<h1', '<header', '<p', '<pre', '<section', '<span']);
  assert.ok(plainText(document.body).includes(hostile));
});

test('characters that XML forbids are shown as lost, not passed on', () => {
  const document = set([paragraph('前\u0000\u000B后\uFFFE\uD800尾𠀀')]);
  assert.match(html(document), /<p>前\uFFFD\uFFFD后\uFFFD\uFFFD尾𠀀<\/p>/);
});

test('line ends within a paragraph leave a blank between Latin words only', () => {
  assert.match(html(set([paragraph('甲\n乙，\n丙 one\ntwo\n丁')])), /<p>甲乙，丙 one two丁<\/p>/);
});

test('heading levels have no gaps, whatever depths the source used', () => {
  const document = set([heading(3, '甲'), heading(5, '乙'), heading(3, '丙')]);
  assert.deepEqual(
    document.headings.map(({ level }) => level),
    [2, 3, 2],
  );
});

test('ids are ASCII, unique, and stay when headings and articles come and go', () => {
  const before = set([heading(2, '一、纸'), heading(2, '结语'), heading(2, '结语')]);
  const after = set([heading(2, '新增'), heading(2, '一、纸'), heading(2, '结语'), heading(2, '结语')]);
  const ids = before.headings.map(({ id }) => id);
  assert.deepEqual(
    after.headings.slice(1).map(({ id }) => id),
    ids,
  );
  assert.equal(new Set(ids).size, 3);
  for (const id of ids) assert.match(id, /^h-[a-z0-9-]+$/);

  const issue = fullIssue();
  const longer = fullIssue();
  longer.articles.unshift(articleOf('卷首', [heading(2, '结语', call('n')), note('n', '注')], { id: 'juan-shou' }));
  const idsOf = (edition: Edition) =>
    articles(edition).map(({ id, headings, notes }) => [id, headings.map((h) => h.id), notes.map((n) => n.id)]);
  assert.deepEqual(idsOf(composeEdition(longer)).slice(1), idsOf(composeEdition(issue)));
});

test('two articles of one id, and ids that no file or XML takes, become distinct documents', () => {
  const body = [heading(2, '同')];
  const names = ['same', 'same', 'contents', '2026', '纸', 'a'.repeat(200), '']; // prettier-ignore
  const edition = composeEdition(issueOf(names.map((id) => articleOf('同题', body, { id }))));
  const ids = edition.documents.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^[a-z][a-z0-9-]{0,83}$/);
  const headings = articles(edition).flatMap((document) => document.headings.map(({ id }) => id));
  assert.equal(new Set(headings).size, names.length);
});

test('the same issue gives the same edition', () => {
  assert.deepEqual(composeEdition(fullIssue()), composeEdition(fullIssue()));
});
