import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toHtml } from 'hast-util-to-html';
import type { Table } from 'mdast';
import { composeEdition } from '../../src/stages/typeset/html/index.js';
import { mergeCells } from '../../src/vocabulary/merged-cells.js';
import { articleOf, issueOf, text } from './issue-fixture.js';

/** The table of an article, as markup. */
function tableOf(rows: string[][]): string {
  return markup(tableOfCells(rows));
}

function tableOfCells(rows: string[][]): Table {
  return {
    type: 'table',
    children: rows.map((row) => ({
      type: 'tableRow',
      children: row.map((cell) => ({ type: 'tableCell', children: cell === '' ? [] : [text(cell)] })),
    })),
  };
}

function markup(table: Table): string {
  const [document] = composeEdition(issueOf([articleOf('题', [table])])).documents.filter(
    ({ kind }) => kind === 'article',
  );
  return /<table>.*<\/table>/.exec(toHtml({ type: 'root', children: document!.body }))![0];
}

const long = '朝廷编纂的大型丛书用木活字排印';

test('beside long cells, short ones are kept on a line', () => {
  assert.equal(
    tableOf([
      ['年代', '说明'],
      ['乾隆三十八年', long],
      ['乾隆三十八年春', '同前'],
    ]),
    `<table><thead><tr><th scope="col" class="short">年代</th><th scope="col" class="short">说明</th></tr></thead><tbody><tr><td class="short">乾隆三十八年</td><td>${long}</td></tr><tr><td>乾隆三十八年春</td><td class="short">同前</td></tr></tbody></table>`,
  );
});

test('nothing is kept on a line where no cell is long, or the columns are many', () => {
  assert.doesNotMatch(
    tableOf([
      ['年代', '说明'],
      ['乾隆', '聚珍版'],
    ]),
    /short/,
  );
  assert.doesNotMatch(
    tableOf([
      ['一', '二', '三', '四', '五'],
      ['甲', '乙', '丙', '丁', long],
    ]),
    /short/,
  );
});

test('cells that cover others say how far, and the head holds the rows that they reach into', () => {
  const table = tableOfCells([
    ['书名', '卷数', ''],
    ['', '刻本', '抄本'],
    ['甲集', '二', '四'],
  ]);
  mergeCells(table, [
    { row: 0, column: 0, colspan: 1, rowspan: 2 },
    { row: 0, column: 1, colspan: 2, rowspan: 1 },
  ]);
  assert.equal(
    markup(table),
    '<table><thead><tr><th scope="col" rowspan="2">书名</th><th scope="colgroup" colspan="2">卷数</th></tr>' +
      '<tr><th scope="col">刻本</th><th scope="col">抄本</th></tr></thead>' +
      '<tbody><tr><td>甲集</td><td>二</td><td>四</td></tr></tbody></table>',
  );
});

test('a cell down to the foot of its table makes no head of it', () => {
  const table = tableOfCells([
    ['甲集', '一'],
    ['', '二'],
  ]);
  mergeCells(table, [{ row: 0, column: 0, colspan: 1, rowspan: 2 }]);
  assert.match(markup(table), /^<table><tbody><tr><td rowspan="2">甲集<\/td>/);
});

test('what would cover words of another cell, or reach out of the table, stays single', () => {
  const rows = [
    ['甲', '乙'],
    ['丙', ''],
  ];
  const table = tableOfCells(rows);
  mergeCells(table, [
    { row: 0, column: 0, colspan: 2, rowspan: 1 },
    { row: 1, column: 0, colspan: 3, rowspan: 1 },
    { row: 1, column: 1, colspan: 1, rowspan: 2 },
  ]);
  assert.equal(markup(table), tableOf(rows));
});
