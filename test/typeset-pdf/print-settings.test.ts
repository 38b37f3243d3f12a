import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { h } from 'hastscript';
import { pageSizes, printConfigSchema, themes, type PageSize } from '../../src/model/config/print-config.js';
import { makePdf } from '../../src/stages/typeset/pdf/index.js';
import { pageFormats } from '../../src/stages/typeset/pdf/page-formats.js';
import { articleDocument, call, contentsDocument, edition, han, type TestArticle } from './edition.js';
import { readPages } from './read-pages.js';

const sizes = Object.keys(pageSizes) as PageSize[];
const bodySize = 10.5;

const article = (id: string): TestArticle => ({
  id,
  title: '论版式之大小与行格之疏密',
  titleNote: '本文为某项目成果。',
  foot: [h('p.bio', '某某，研究员。')],
  body: [
    h('p', [han(700, 3), call(`${id}-1`), han(900, 4), call(`${id}-2`), han(30, 5)]),
    h('h2', { id: `${id}-h` }, '一、版心'),
    h('h3', { id: `${id}-k` }, '（一）行长'),
    h('p', [han(900, 6), call(`${id}-3`)]),
    h('figure.table', [
      h('figcaption', '表1　历代刻书'),
      h('table', [
        h('thead', h('tr', [h('th', '年代'), h('th', '地点')])),
        h(
          'tbody',
          Array.from({ length: 8 }, () => h('tr', [h('td', '宋'), h('td', han(40, 7))])),
        ),
      ]),
    ]),
    h('blockquote', h('p', han(90, 8))),
    h('section.english', { lang: 'en' }, [
      h('p.english-title', 'On Page Sizes'),
      h('p.english-abstract', 'Words on page sizes and on lines. '.repeat(20)),
    ]),
  ],
  notes: Object.fromEntries([1, 2, 3].map((n) => [`${id}-${n}`, [h('p', `注${n}：${han(100, n)}`)]])),
});
const articles = [article('a'), article('b')];
const one = () => edition([contentsDocument(articles.slice(0, 1)), articleDocument(articles[0]!)]);
const both = () => edition([contentsDocument(articles), ...articles.map(articleDocument)]);

test('lines are whole numbers of the characters of body and notes, and every type area leaves its margins', () => {
  for (const theme of themes) {
    const line = theme === 'book' ? 26 : 24;
    for (const size of sizes) {
      const { characters, lines, backMargin, headMargin, folio } = pageFormats[theme][size];
      const [width, height] = pageSizes[size].map((mm) => (mm / 25.4) * 96) as [number, number];
      assert.equal((characters * 14) % 12, 0, `${theme} ${size}`);
      const foreEdge = (width - characters * 14) * (25.4 / 96) - backMargin;
      const foot = (height - lines * line) * (25.4 / 96) - headMargin;
      assert.ok(foreEdge > 15 && foreEdge < backMargin, `${theme} ${size}: fore-edge ${foreEdge}`);
      assert.ok(foot - folio > 5 && folio > 5, `${theme} ${size}: foot ${foot}`);
    }
  }
});

// a browser starts for each: two at a time keep both cores busy
describe('sizes and themes', { concurrency: 2 }, () => {
  for (const theme of themes) {
    for (const size of sizes) {
      test(`${theme} ${size}: nothing overflows, lines are flush on both sides, the sheet has its size`, async () => {
        const pdf = await makePdf(one(), { print: { theme, size } });
        assert.deepEqual(pdf.findings, []);
        const { pages } = await readPages(pdf.bytes);
        const mm = (pt: number) => Math.round((pt / 72) * 25.4 * 10) / 10;
        const measure = pageFormats[theme][size].characters * bodySize;
        const lengths = pages
          .flatMap(({ lines }) => lines)
          .filter((line) => Math.abs(line.size - bodySize) < 0.01 && line.text.length > measure / bodySize - 3)
          .map(({ x, right }) => right - x);
        for (const { width, height } of pages) assert.deepEqual([mm(width), mm(height)], pageSizes[size]);
        assert.ok(lengths.length > 20);
        // a line may end with a mark that is half wide: its ink ends, the line does not
        for (const length of lengths) assert.ok(length <= measure + 0.1, `${length} > ${measure}`);
        assert.ok(lengths.filter((length) => Math.abs(length - measure) < 0.1).length > 15);
      });
    }
  }
});

test('articles on right pages, a first folio, pages in fours: blanks where they are needed', async () => {
  const pdf = await makePdf(both(), { print: { opening: 'recto', firstFolio: 41, padTo: 4 } });
  assert.deepEqual(pdf.findings, []);
  const folioOf = (id: string) => pdf.contents.find((place) => place.id === id)!;
  const [a, b] = [folioOf('a'), folioOf('b')];
  assert.equal(a.folio, '41');
  assert.equal(Number(b.folio) % 2, 1);
  assert.equal(Number(b.folio) - 41, b.page - a.page);
  assert.equal(pdf.pages % 4, 0);
  const { pages, labels } = await readPages(pdf.bytes);
  assert.equal(pages.length, pdf.pages);
  assert.equal(labels![a.page - 1], '41');
  assert.equal(labels![b.page - 1], b.folio);
});

test('notes through the article: numbers go on from page to page and begin afresh with the next article', async () => {
  const pdf = await makePdf(both(), { print: { notes: 'article', size: '32k' } });
  assert.deepEqual(pdf.findings, []);
  const { pages } = await readPages(pdf.bytes);
  const marks = pages
    .flatMap(({ lines }) => lines)
    .flatMap(({ text }) => /^([①②③])注\d：/u.exec(text.replaceAll(' ', ''))?.[1] ?? []);
  assert.equal(marks.join(''), '①②③①②③');
});

test('endnotes stand after the text of their article, once, with their numbers', async () => {
  const pdf = await makePdf(both(), { print: { notes: 'end' } });
  assert.deepEqual(pdf.findings, []);
  assert.deepEqual(Object.values(pdf.words.notes).length, 10);
  const { pages } = await readPages(pdf.bytes);
  const lines = pages.flatMap((page) => page.lines.map(({ text }) => text.replaceAll(' ', '')));
  const heads = lines.flatMap((text, k) => (text === '注释' ? [k] : []));
  assert.equal(heads.length, 2);
  for (const head of heads) assert.match(lines[head + 1]!, /^①注1：/u);
  assert.equal(lines.filter((text) => /^[①②③]注\d：/u.test(text)).length, 6);
});

test('the rule above the notes is the issue’s choice', async () => {
  const styled = await makePdf(one(), { print: { noteRule: '1/4' } });
  assert.deepEqual(styled.findings, []);
  const plain = await makePdf(one(), {});
  assert.notDeepEqual(styled.bytes, plain.bytes);
});

test('the gap between Han and Latin is as wide as the issue has it, and stands at no end of a line', async () => {
  const mixed = edition([
    articleDocument({
      id: 'a',
      title: '中西文之间',
      // the first line is not filled, so that nothing is stretched; the second paragraph breaks lines at its gaps
      body: [
        h('p', ['排', h('span', { lang: 'en' }, 'xx'), '字'.repeat(8), 'xx', '字'.repeat(4), '12', '字']),
        h('p', '版心xx'.repeat(120)),
      ],
    }),
  ]);
  const widths = new Map<string, number>();
  for (const autospace of ['none', 'eighth', '1/6', 'quarter']) {
    const pdf = await makePdf(mixed, { print: { autospace } });
    assert.deepEqual(pdf.findings, []);
    const lines = (await readPages(pdf.bytes)).pages.flatMap((page) => page.lines);
    const line = lines.find(({ text }) => text.startsWith('排'))!;
    widths.set(autospace, line.right - line.x);
    const full = lines.filter(({ text }) => text.replaceAll(' ', '').length > 30);
    assert.ok(full.length > 8);
    const measure = pageFormats.journal['16k'].characters * bodySize;
    for (const { x, right } of full.slice(1, -1)) assert.ok(Math.abs(right - x - measure) < 0.3, `${right - x}`);
  }
  const gaps = [...widths.values()].map((width) => (width - widths.get('none')!) / 6 / bodySize);
  [0, 1 / 8, 1 / 6, 1 / 4].forEach((share, k) => assert.ok(Math.abs(gaps[k]! - share) < 0.005, `${gaps[k]} ${share}`));
});

test('what issue.yaml says of print is checked', () => {
  assert.equal(printConfigSchema.parse({ size: 'A4', padTo: '4' }).size, 'a4');
  assert.equal(printConfigSchema.parse({ padTo: '4' }).padTo, 4);
  for (const wrong of [
    { size: 'a3' },
    { padTo: '3' },
    { noteRule: '33' },
    { autospace: '1/3' },
    { autospace: 'wide' },
    { notes: 'margin' },
    { colour: 'red' },
  ]) {
    assert.equal(printConfigSchema.safeParse(wrong).success, false, JSON.stringify(wrong));
  }
});
