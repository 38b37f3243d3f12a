import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import { readPdf, type ReadPdf } from '../../../src/stages/acquire/pdf/read-pdf.js';
import { printHtml, prose } from './print-html.js';
import { tableHtml, tablesOf, tableStyles, type PrintedTable } from './print-tables.js';

const numbers = [
  ['甲刊', '128', '45', '83', '35%'],
  ['乙刊', '163', '89', '74', '55%'],
  ['丙刊', '193', '138', '55', '72%'],
  ['丁刊季刊', '484', '272', '212', '56%'],
];
const plainHead = [['刊名', '来稿', '刊出', '退稿', '比例']];
const mergedHead = [
  ['[2↓]刊名', '[2→]来稿', '[2→]退稿'],
  ['本埠', '外埠', '本埠', '外埠'],
];
const ofNumbers = (rules: string, head = plainHead): PrintedTable => ({ rules, head, body: numbers });

/** Two tables a page, with text above, between and below. */
const pages: PrintedTable[][] = [
  [ofNumbers('three'), ofNumbers('three', mergedHead)],
  [
    {
      rules: 'grid',
      head: mergedHead,
      body: [
        ['甲刊', '128', '45', '83', '35%'],
        ['[2↓]乙刊', '163', '89', '74', '55%'],
        ['193', '138', '55', '72%'],
        ['丁刊', '[2→]不详', '212', '56%'],
      ],
    },
    ofNumbers('open'),
  ],
  [
    {
      rules: 'three words',
      head: [['年代', '事件', '说明']],
      body: [
        ['乾隆三十八年', prose(14, 2), prose(60, 3)],
        ['乾隆三十九年', prose(26, 4), prose(33, 5)],
        ['嘉庆元年', prose(9, 6), prose(52, 7)],
      ],
    },
    ofNumbers('lines'),
  ],
  [
    ofNumbers('two'),
    {
      rules: 'bare',
      head: [
        ['类', '[2→]上半年', '[2→]下半年'],
        ['', '来稿', '刊出', '来稿', '刊出'],
      ],
      body: [
        ['[2↓]文', '12', '34', '56', '78'],
        ['9', '10', '11', '12'],
        ['史', '', '3', '4', '—'],
        ['哲', '7', '', '', '8'],
      ],
    },
  ],
];

let read: ReadPdf;

before(async () => {
  const html = pages.map(
    ([first, second], i) => `<p>${prose(160, i)}</p><p class="caption">表${2 * i + 1}　甲类</p>${tableHtml(first!)}
      <p class="source">资料来源：编辑部登记簿；各刊主编口述，见各刊编后记，以及历年总目，其中丁刊的数字是季刊与月刊之和，甲刊的数字不含增刊。</p>
      <p>${prose(190, i + 4)}</p><p class="caption">表${2 * i + 2}　乙类</p>${tableHtml(second!)}
      <p class="source">注：本埠指编辑部所在城市。</p><p>${prose(200, i + 9)}</p>`,
  );
  html.push(
    `<div style="columns: 2; column-gap: 20pt; font-size: 9.5pt; line-height: 15pt"><p>${prose(400, 3)}</p><p class="caption">表9　栏内</p>
      ${tableHtml({
        rules: 'three words',
        head: [['年代', '说明']],
        body: [
          ['乾隆三十八年', prose(44, 2)],
          ['乾隆三十九年', prose(26, 4)],
          ['嘉庆元年', prose(39, 6)],
        ],
      })}
      <p>${prose(900, 5)}</p></div>`,
  );
  read = await readPdf(await printHtml(html, `${tableStyles} [style^=columns] table { font-size: 8pt }`));
});

pages.forEach((tables, page) => {
  const names = tables.map(({ rules }) => rules);
  test(`tables with the rules ${names.join(' and ')} are read cell by cell, merged ones as one`, () => {
    assert.deepEqual(
      tablesOf(read, page),
      tables.map(({ head, body }) => [...head, ...body]),
    );
  });
});

test('a narrow table of words in a column keeps its lines in their cells', () => {
  const [table] = tablesOf(read, pages.length);
  assert.deepEqual(
    table!.map(([first]) => first),
    ['年代', '乾隆三十八年', '乾隆三十九年', '嘉庆元年'],
  );
  assert.equal(table![1]![1], prose(44, 2));
});

test('heads of two rows are said', () => {
  const heads = read.paged.pages.flatMap(({ blocks }) => blocks.map(({ headRows }) => headRows ?? 1));
  assert.deepEqual(heads, [1, 2, 2, 1, 1, 1, 1, 2, 1]);
});

test('the rules of a table part no notes off, and its source is none', () => {
  assert.ok(read.paged.pages.every(({ lines }) => lines.every(({ area }) => area !== 'notes')));
});
