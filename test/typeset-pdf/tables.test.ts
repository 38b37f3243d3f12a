/** Tables and titles on the smallest page: one print, read back. */
import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import { h } from 'hastscript';
import { makePdf, type Pdf } from '../../src/stages/typeset/pdf/index.js';
import { articleDocument, edition, han, type TestArticle } from './edition.js';
import { readPages, type ReadPdf } from './read-pages.js';

const populations = Array.from({ length: 9 }, (_, k) => ({
  place: ['青溪省', '白石自治区', '江城直辖市'][k % 3]!,
  people: `${k + 3},${(703 + 37 * k) % 1000}.${k}`,
  share: `${60 + 3 * k}.${k}5`,
  income: `${100 + k},${String(18 * k + 11).padStart(3, '0')}`,
}));
const heads = ['省份', '总人口（万人）', '城镇化率（%）', '人均收入（元）', '第一产业', '第二产业', '第三产业', '备注'];

function tableOf(caption: string, columns: readonly string[], rows: readonly (readonly string[])[]) {
  return h('figure.table', [
    h('figcaption', caption),
    h('table', [
      h(
        'thead',
        h(
          'tr',
          columns.map((name) => h('th', name)),
        ),
      ),
      h(
        'tbody',
        rows.map((cells) =>
          h(
            'tr',
            cells.map((cell) => h('td', cell)),
          ),
        ),
      ),
    ]),
  ]);
}

const wide: TestArticle = {
  id: 'wide',
  title: '作坊里的次序与一种地方知识在近代印刷业变迁过程中的形成、传承及其逐渐消失：以三个小城为中心的考察',
  body: [
    h('p', han(60, 1)),
    tableOf(
      '表1　三栏小表',
      ['年份', '产量', '增长率'],
      [
        ['2020', '1,234.5', '3.2'],
        ['2021', '98.70', '-12.45'],
        ['2022', '12,345.67', '0.07'],
        ['2023', '8', '—'],
      ],
    ),
    tableOf(
      '表2　八栏大表',
      heads,
      populations.map(({ place, people, share, income }, k) => [
        place,
        people,
        share,
        income,
        `${k}.1`,
        '36.2',
        '56.7',
        k % 4 === 1 ? '按常住人口计算' : '',
      ]),
    ),
    h('p', han(120, 2)),
    tableOf(
      '表3　作坊名录',
      ['序号', '名称', '年份', '说明'],
      Array.from({ length: 60 }, (_, k) => [
        String(k + 1),
        `第${k + 1}号作坊`,
        String(1890 + k),
        k % 3 === 0 ? '设于城外，后迁入城内，又迁出' : '设于城中',
      ]),
    ),
    h('p', han(80, 3)),
  ],
};

let pdf: Pdf;
let read: ReadPdf;
const lines = (): ReadPdf['pages'][number]['lines'] => read.pages.flatMap((page) => page.lines);
const plain = (text: string): string => text.replace(/\s/g, '');

before(async () => {
  pdf = await makePdf(edition([articleDocument(wide)]), { print: { size: '32k' } });
  read = await readPages(pdf.bytes);
});

test('nothing is wrong: not the title of fifty signs, not the table of eight columns', () => {
  assert.deepEqual(pdf.findings, []);
});

test('no number is broken', () => {
  const all = lines().map(({ text }) => plain(text));
  for (const { people, share, income } of populations)
    for (const number of [people, share, income])
      assert.ok(
        all.some((text) => text.includes(number)),
        number,
      );
});

test('the name of a place is on one line with its numbers, or broken between words', () => {
  const starts = lines().map(({ text }) => plain(text));
  assert.ok(!starts.some((text) => /^(?:治区|辖市|自(?!治)|直(?!辖))/u.test(text)));
});

test('a column of names is not broken for the sake of a column of sentences', () => {
  for (const k of [1, 10, 60])
    assert.ok(
      lines().some(({ text }) => plain(text).includes(`第${k}号作坊`)),
      String(k),
    );
});

test('numbers of one column stand with their decimal points below one another', () => {
  const ends = ['3.2', '-12.45', '0.07'].map(
    (number) => lines().find(({ text }) => /^202\d/.test(text) && plain(text).endsWith(number))!.right,
  );
  assert.ok(Math.abs(ends[1]! - ends[2]!) < 0.5, ends.join(' '));
  assert.ok(ends[1]! - ends[0]! > 3);
});

test('what goes on overleaf says so, with its head; no page has one row of a table', () => {
  const pages = read.pages.filter((page) => page.lines.some(({ text }) => /第\d+号作坊/u.test(plain(text))));
  assert.ok(pages.length > 2);
  for (const [k, page] of pages.entries()) {
    const texts = page.lines.map(({ text }) => plain(text));
    assert.equal(texts.includes('续表3'), k > 0);
    assert.ok(texts.some((text) => text.startsWith('序号')));
    assert.ok(texts.filter((text) => /第\d+号作坊/u.test(text)).length > 1);
  }
});

test('a small table stands whole', () => {
  const page = read.pages.find(({ lines: own }) => own.some(({ text }) => plain(text).startsWith('表1')))!;
  for (const year of ['2020', '2021', '2022', '2023'])
    assert.ok(
      page.lines.some(({ text }) => plain(text).startsWith(year)),
      year,
    );
});

test('a table that no page can hold is named, and what it holds is there', async () => {
  const columns = Array.from({ length: 16 }, (_, k) => `第${k}栏`);
  const body = [tableOf('表1　十六栏', columns, [columns.map((_, k) => `${k}23,456,789.01`)])];
  const crowded = await makePdf(edition([articleDocument({ id: 'crowded', title: '十六栏', body })]), {
    print: { size: '32k' },
  });
  assert.deepEqual(
    crowded.findings.map(({ rule, severity }) => `${severity} ${rule}`),
    ['warning pdf:table-width'],
  );
});
