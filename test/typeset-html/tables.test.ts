import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toHtml } from 'hast-util-to-html';
import type { Table } from 'mdast';
import { composeEdition } from '../../src/stages/typeset/html/index.js';
import { articleOf, issueOf, text } from './issue-fixture.js';

/** The table of an article, as markup. */
function tableOf(rows: string[][]): string {
  const table: Table = {
    type: 'table',
    children: rows.map((row) => ({
      type: 'tableRow',
      children: row.map((cell) => ({ type: 'tableCell', children: [text(cell)] })),
    })),
  };
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
