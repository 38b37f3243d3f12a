/** Tables on the grid: rows of whole lines, broken between rows, the head repeated on each page. */
import type { Geometry } from '../plan/types.js';
import type { Leaf } from './measured.js';

type TableLeaf = Extract<Leaf, { kind: 'table' }>;

/** Gives each row of the tables in some blocks a whole number of lines and fixes the widths of their columns. */
export function setTablesOnGrid(blocks: readonly HTMLElement[], geometry: Geometry): void {
  const tables = blocks.flatMap((block) =>
    block instanceof HTMLTableElement ? [block] : [...block.querySelectorAll('table')],
  );
  const read = tables.map((table) => ({
    table,
    widths: columnWidths(table),
    rows: [...table.rows].map((row) => ({ row, height: row.getBoundingClientRect().height })),
  }));
  for (const { table, widths, rows } of read) {
    const columns = document.createElement('colgroup');
    for (const width of widths) {
      const column = document.createElement('col');
      column.style.width = `${width}px`;
      columns.append(column);
    }
    table.prepend(columns);
    table.style.tableLayout = 'fixed';
    for (const { row, height } of rows)
      row.style.height = `${Math.ceil((height - 0.1) / geometry.line) * geometry.line}px`;
  }
}

/** Widths of the columns, from cells of one column each; a column that has none shares what wider cells leave. */
function columnWidths(table: HTMLTableElement): number[] {
  const widths: number[] = [];
  const covered: number[] = [];
  const wide: { from: number; span: number; width: number }[] = [];
  [...table.rows].forEach((row, r) => {
    let column = 0;
    for (const cell of row.cells) {
      while ((covered[column] ?? 0) > r) column += 1;
      const { width } = cell.getBoundingClientRect();
      if (cell.colSpan === 1) widths[column] ??= width;
      else wide.push({ from: column, span: cell.colSpan, width });
      for (let i = 0; i < cell.colSpan; i++) covered[column++] = r + cell.rowSpan;
    }
  });
  for (const { from, span, width } of wide) {
    const own = Array.from({ length: span }, (_, i) => from + i);
    const open = own.filter((column) => widths[column] === undefined);
    const known = own.reduce((sum, column) => sum + (widths[column] ?? 0), 0);
    for (const column of open) widths[column] = Math.max(0, width - known) / open.length;
  }
  return Array.from(widths, (width) => width ?? 0);
}

/** Fills in the rows of a table leaf. */
export function measureTable(leaf: TableLeaf): TableLeaf {
  const table = leaf.element as HTMLTableElement;
  const heads = table.tHead ? [...table.tHead.rows] : [];
  const rows = [...table.rows].filter((row) => row.parentElement !== table.tHead);
  const height = (row: HTMLTableRowElement) => Math.round(row.getBoundingClientRect().height * 64) / 64;
  ruleFoot(heads);
  leaf.head = heads.reduce((sum, row) => sum + height(row), 0);
  leaf.rows = rows.length > 0 ? rows : heads;
  leaf.heights = rows.length > 0 ? rows.map((row, r) => height(row) + (r === 0 ? leaf.head : 0)) : [leaf.head];
  leaf.spanned = new Set(
    rows.flatMap((row, r) =>
      [...row.cells].flatMap((cell) => Array.from({ length: cell.rowSpan - 1 }, (_, k) => r + 1 + k)),
    ),
  );
  return leaf;
}

/** The piece of a table that holds some of its rows; the first piece is the table itself. */
export function tablePiece(leaf: TableLeaf, from: number, to: number): HTMLElement {
  const table = leaf.element as HTMLTableElement;
  ruleFoot(leaf.rows!.slice(from, to));
  if (from === 0) return table;
  const piece = table.cloneNode(false) as HTMLTableElement;
  piece.removeAttribute('id');
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

/** Cells that reach down to the last of some rows carry its rule. */
function ruleFoot(rows: readonly HTMLTableRowElement[]): void {
  rows.forEach((row, r) => {
    for (const cell of row.cells)
      if (cell.rowSpan > 1) cell.classList.toggle('to-foot', r + cell.rowSpan >= rows.length);
  });
}
