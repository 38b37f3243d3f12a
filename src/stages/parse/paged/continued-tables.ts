/**
 * Tables that go on over a page: the rows of the next page are put to those before, in the columns of whichever part shows
 * more of them, and a head that is printed again is left out.
 */
import type { Table, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { cellPlaces, headRowsOf } from '../../../vocabulary/merged-cells.js';

/** Edges of columns differ by no more, pt. */
const drift = 8;

/** A part of a table as it stands on its page. */
export interface TablePart {
  table: Table;
  /** Edges of its columns, the outer ones included, pt. */
  columns: readonly number[];
}

/** The columns that both parts fit into; undefined where they are not those of one table. */
export function commonColumns(a: readonly number[], b: readonly number[]): readonly number[] | undefined {
  if (a.length === b.length) return a;
  const [fewer, more] = a.length < b.length ? [a, b] : [b, a];
  // left and right pages have margins of their own
  const shift = more[0]! - fewer[0]!;
  return fewer.every((at) => more.some((other) => Math.abs(at + shift - other) <= drift)) ? more : undefined;
}

/** Gives the cells of a part the spans that they have among more columns. */
export function spread({ table, columns }: TablePart, among: readonly number[]): void {
  if (columns.length === among.length) return;
  const shift = among[0]! - columns[0]!;
  const place = columns.map((at) => among.findIndex((other) => Math.abs(at + shift - other) <= drift));
  for (const row of cellPlaces(table)) {
    row.forEach((cell, column) => {
      if (!cell) return;
      const colspan = place[column + (cell.data?.colspan ?? 1)]! - place[column]!;
      if (colspan > 1) cell.data = { ...cell.data, colspan };
    });
  }
}

/** How many of the rows of a part say again what the head of its table says. */
export function repeatedHead(table: Table, part: Table): number {
  const words = (row: TableRow | undefined): string => (row ? row.children.map(wordsOf).join('|') : '');
  const head = headRowsOf(table);
  if (part.children.length <= head) return 0;
  for (let r = 0; r < head; r++) if (words(table.children[r]) !== words(part.children[r])) return 0;
  return table.children.slice(0, head).some((row) => words(row).replaceAll('|', '') !== '') ? head : 0;
}

const wordsOf = (cell: TableRow['children'][number]): string => toString(cell).replace(/[\s\u3000]/gu, '');
