/** Tables on the grid: rows of whole lines, broken between rows, the head repeated on each page. */
import type { Geometry } from '../plan/types.js';
import { shareWidths } from '../plan/share-widths.js';
import { alignNumbers } from './align-numbers.js';
import { fitTables } from './fit-tables.js';
import type { Leaf } from './measured.js';

type TableLeaf = Extract<Leaf, { kind: 'table' }>;

/** The tables in some blocks. */
export function tablesOf(blocks: readonly HTMLElement[]): HTMLTableElement[] {
  return blocks.flatMap((block) =>
    block instanceof HTMLTableElement ? [block] : [...block.querySelectorAll('table')],
  );
}

/** Fixes the type and the columns of some tables, and gives each of their rows a whole number of lines. */
export function setTablesOnGrid(tables: readonly HTMLTableElement[], geometry: Geometry): void {
  fitTables(tables);
  setColumns(tables);
  const rows = tables.flatMap((table) =>
    [...table.rows].map((row) => ({ row, height: row.getBoundingClientRect().height })),
  );
  for (const { row, height } of rows)
    row.style.height = `${Math.ceil((height - 0.1) / geometry.line) * geometry.line}px`;
  alignNumbers(tables.flatMap(columnsOf));
}

/** Gives the columns of some tables their widths. */
function setColumns(tables: readonly HTMLTableElement[]): void {
  const rooms = tables.map((table) => table.offsetWidth);
  // everything is read before anything is written
  const [least, most] = (['min-content', 'max-content'] as const).map((width) => {
    for (const table of tables) table.style.width = width;
    return tables.map(columnWidths);
  });
  tables.forEach((table, t) => {
    table.style.width = '';
    const columns = document.createElement('colgroup');
    for (const width of widthsOf(least![t]!, most![t]!, rooms[t]!)) {
      const column = document.createElement('col');
      column.style.width = `${width}px`;
      columns.append(column);
    }
    table.prepend(columns);
    table.style.tableLayout = 'fixed';
  });
}

/** Gaps between Han and Latin in one cell, px. Chromium (149) leaves them out of the width that a cell is said to need. */
const unmeasuredGaps = 6;

function widthsOf(least: readonly number[], most: readonly number[], room: number): number[] {
  const spare = (room - least.reduce((sum, width) => sum + Math.ceil(width), 0)) / least.length;
  const gaps = Math.max(0, Math.min(unmeasuredGaps, Math.floor(spare)));
  return shareWidths(
    least.map((width) => width + gaps),
    most.map((width) => width + gaps),
    room,
  );
}

/** Where the cells of a table stand. */
function placesOf(table: HTMLTableElement): { cell: HTMLTableCellElement; column: number }[] {
  const covered: number[] = [];
  return [...table.rows].flatMap((row, r) => {
    let column = 0;
    return [...row.cells].map((cell) => {
      while ((covered[column] ?? 0) > r) column += 1;
      const place = { cell, column };
      for (let i = 0; i < cell.colSpan; i++) covered[column++] = r + cell.rowSpan;
      return place;
    });
  });
}

/** The cells below the head, column by column, those of one column only. */
function columnsOf(table: HTMLTableElement): HTMLTableCellElement[][] {
  const columns: HTMLTableCellElement[][] = [];
  for (const { cell, column } of placesOf(table))
    if (cell.colSpan === 1 && cell.tagName === 'TD' && !cell.closest('thead')) (columns[column] ??= []).push(cell);
  return columns.filter(Boolean);
}

/** Widths of the columns, from cells of one column each; a column that has none shares what wider cells leave. */
function columnWidths(table: HTMLTableElement): number[] {
  const widths: number[] = [];
  const wide: { from: number; span: number; width: number }[] = [];
  for (const { cell, column } of placesOf(table)) {
    const { width } = cell.getBoundingClientRect();
    if (cell.colSpan === 1) widths[column] ??= width;
    else wide.push({ from: column, span: cell.colSpan, width });
  }
  for (const { from, span, width } of wide) {
    const own = Array.from({ length: span }, (_, i) => from + i);
    const open = own.filter((column) => widths[column] === undefined);
    const known = own.reduce((sum, column) => sum + (widths[column] ?? 0), 0);
    for (const column of open) widths[column] = Math.max(0, width - known) / open.length;
  }
  return Array.from(widths, (width) => width ?? 0);
}

/**
 * Fills in the rows of a table leaf.
 *
 * @param continued words above a piece that goes on, with a slot {number}
 */
export function measureTable(leaf: TableLeaf, continued: string, { line }: Geometry): TableLeaf {
  const table = leaf.element as HTMLTableElement;
  const heads = table.tHead ? [...table.tHead.rows] : [];
  const rows = [...table.rows].filter((row) => row.parentElement !== table.tHead);
  const height = (row: HTMLTableRowElement) => Math.round(row.getBoundingClientRect().height * 64) / 64;
  ruleFoot(heads);
  const head = heads.reduce((sum, row) => sum + height(row), 0);
  const caption = table.closest('figure')?.querySelector('figcaption')?.textContent;
  if (caption) leaf.continued = continued.replace('{number}', captionNumber.exec(caption)?.[1] ?? '').trim();
  leaf.repeated = (rows.length > 0 ? head : 0) + (caption ? line : 0);
  leaf.rows = rows.length > 0 ? rows : heads;
  leaf.heights = rows.length > 0 ? rows.map((row, r) => height(row) + (r === 0 ? head : 0)) : [head];
  leaf.spanned = new Set(
    rows.flatMap((row, r) =>
      [...row.cells].flatMap((cell) => Array.from({ length: cell.rowSpan - 1 }, (_, k) => r + 1 + k)),
    ),
  );
  return leaf;
}

/** The number of a table in its caption: 表 3-1, 附表二, Table A2. */
const captionNumber = /^(?:附?表|Table|Tab\.)\s*([\dA-Z〇一二三四五六七八九十]+(?:[-－.—][\dA-Z]+)*)/iu;

/** The piece of a table that holds some of its rows; the first piece is the table itself. */
export function tablePiece(leaf: TableLeaf, from: number, to: number): HTMLElement {
  const table = leaf.element as HTMLTableElement;
  ruleFoot(leaf.rows!.slice(from, to));
  if (from === 0) return table;
  const piece = table.cloneNode(false) as HTMLTableElement;
  piece.removeAttribute('id');
  if (leaf.continued !== undefined) {
    const caption = document.createElement('caption');
    caption.dataset.repeated = '';
    caption.textContent = leaf.continued;
    piece.append(caption);
  }
  const columns = table.querySelector('colgroup');
  if (columns) piece.append(columns.cloneNode(true));
  if (table.tHead && leaf.rows![0]!.parentElement !== table.tHead) {
    const head = table.tHead.cloneNode(true) as HTMLElement;
    head.dataset.repeated = '';
    for (const element of head.querySelectorAll('[id]')) element.removeAttribute('id');
    piece.append(head);
  }
  const body = document.createElement('tbody');
  body.append(...leaf.rows!.slice(from, to));
  piece.append(body);
  return piece;
}

/** A table of no more than this share of a page stands whole on one. */
const wholeShare = 0.4;
/** Rows that stand together at the head and the foot of a table that goes over pages. */
const fewestRows = 2;

/** Whether a page may begin with a row of a table, counted from 0. */
export function mayPartAt({ heights, spanned }: TableLeaf, row: number, { height }: Geometry): boolean {
  const whole = heights.reduce((sum, own) => sum + own, 0);
  if (whole <= wholeShare * height || spanned?.has(row)) return false;
  return row >= fewestRows && heights.length - row >= fewestRows;
}

/** Cells that reach down to the last of some rows carry its rule. */
function ruleFoot(rows: readonly HTMLTableRowElement[]): void {
  rows.forEach((row, r) => {
    for (const cell of row.cells)
      if (cell.rowSpan > 1) cell.classList.toggle('to-foot', r + cell.rowSpan >= rows.length);
  });
}
