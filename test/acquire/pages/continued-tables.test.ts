import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { before } from 'node:test';
import type { Root, RootContent, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { readRawText } from '../../../src/stages/acquire/read-raw-text.js';
import { clean } from '../../../src/stages/clean/index.js';
import { parse } from '../../../src/stages/parse/index.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { printHtml, prose } from './print-html.js';
import { tableHtml, tableStyles } from './print-tables.js';

const books = Array.from({ length: 64 }, (_, i) => [
  `第${i + 1}种`,
  String(100 + i * 7),
  String(50 + i),
  `${20 + (i % 50)}%`,
]);
const head = [['书名', '卷数', '页数', '比例']];
const caption = (words: string): string => `<p class="caption">${words}</p>`;
const three = (body: string[][], own = head): string => tableHtml({ rules: 'three', head: own, body });
const text = (seed: number, length = 150): string => `<p>${prose(length, seed)}</p>`;

const pages = [
  // one table that the browser breaks: no rule at the foot of one page and the head of the next
  `${text(1)}${caption('表1　跨页的表')}${three(books)}${text(4)}`,
  `${text(11)}${caption('表2　分页重排的表')}${three(books.slice(0, 20))}`,
  `${caption('续表2')}${three(books.slice(20, 34))}<p class="source">资料来源：编者自编。</p>${text(5)}`,
  `${text(21)}${caption('表3　没有重复表头的表')}${tableHtml({ rules: 'grid', head, body: books.slice(0, 20) })}`,
  `${tableHtml({ rules: 'grid', head: [], body: books.slice(20, 34) })}${text(7)}`,
  // the head alone at the foot of its page, with fewer columns than the rows overleaf
  `${text(31)}${caption('表4　表头在前页')}<table class="grid fixed"><tr><td>类</td><td colspan="2">甲</td><td colspan="2">乙</td></tr></table>`,
  `<table class="grid fixed">${['子', '丑', '寅', '卯'].map((name, i) => `<tr><td>${name}</td><td>${i}1</td><td>${i}2</td><td>${i}3</td><td>${i}4</td></tr>`).join('')}</table>${text(8)}`,
  // not one table: a caption of its own
  `${text(41)}${caption('表5　甲')}${three(books.slice(0, 4))}`,
  `${caption('表6　乙')}${three(books.slice(0, 5))}${text(9)}`,
  // no rule at all; words in two halves are no table
  `${text(51)}${caption('表7　无线')}${tableHtml({ rules: '', head, body: books.slice(0, 4) })}${text(10)}<p>上联在此　下联在彼</p><p>左边有字　右边有字</p><p>前半一句　后半一句</p>${text(12)}`,
];

let root: Root;

before(async (t) => {
  const folder = await temporaryFolder(t as never);
  const file = path.join(folder, 'paper.pdf');
  await writeFile(
    file,
    await printHtml(
      pages,
      `${tableStyles} .fixed { table-layout: fixed } .three thead { display: table-header-group }`,
    ),
  );
  root = parse(clean(await readRawText(file, { cwd: folder }))).root;
});

/** The table below a caption, a line a row. */
function tableAfter(words: string): string[] {
  const at = root.children.findIndex((node) => toString(node).startsWith(words));
  const table = root.children.slice(at).find((node): node is Table => node.type === 'table');
  return table!.children.map((row) => row.children.map((cell) => toString(cell)).join(' '));
}

const lines = (rows: string[][]): string[] => [...head, ...rows].map((row) => row.join(' '));

test('a table that a page breaks is one, without rules at the break and with its head once', () => {
  assert.deepEqual(tableAfter('表1'), lines(books));
});

test('续表 goes on with the table before, and its head and caption are in the ledger', () => {
  assert.deepEqual(tableAfter('表2'), lines(books.slice(0, 34)));
  assert.ok(!root.children.some((node) => toString(node).startsWith('续表')));
});

test('rows at the head of a page without head or caption belong to the table before', () => {
  assert.deepEqual(tableAfter('表3'), lines(books.slice(0, 34)));
});

test('a head of fewer columns spreads over those of its rows', () => {
  const at = root.children.findIndex((node) => toString(node).startsWith('表4'));
  const table = root.children[at + 1] as Table;
  assert.deepEqual(
    table.children[0]!.children.map((cell) => cell.data?.colspan ?? 1),
    [1, 2, 2],
  );
  assert.equal(table.children.length, 5);
});

test('two tables with captions stay two', () => {
  assert.equal(tableAfter('表5').length, 5);
  assert.equal(tableAfter('表6').length, 6);
});

test('rows below a caption are a table without any rule, lines in two halves are none', () => {
  assert.deepEqual(tableAfter('表7'), lines(books.slice(0, 4)));
  const isText = (node: RootContent): boolean => node.type === 'paragraph' && toString(node).includes('上联在此');
  assert.ok(root.children.some(isText));
});
