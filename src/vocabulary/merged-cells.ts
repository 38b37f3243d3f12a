/**
 * Cells that cover several places of their table, as in HTML: a place that another cell covers holds none of its own.
 *
 * Markdown has a cell at each place, so a table is filled to be written, and emptied again when it is read.
 */
import type { Table, TableCell, TableRow } from 'mdast';

/** A cell that covers more than its own place; places are counted from 0. */
export interface MergedCell {
  row: number;
  column: number;
  colspan: number;
  rowspan: number;
}

/** A cell of so many places is a mistake of its source. */
export const mostPlaces = 100;

/** The cell at each place of each row; nothing where an earlier one covers it, or where a row ends early. */
export function cellPlaces(table: Table): (TableCell | undefined)[][] {
  const covered: number[] = [];
  return table.children.map((row, r) => {
    const places: (TableCell | undefined)[] = [];
    const skip = (): void => {
      while ((covered[places.length] ?? 0) > r) places.push(undefined);
    };
    for (const cell of row.children) {
      skip();
      const { colspan = 1, rowspan = 1 } = cell.data ?? {};
      for (let i = 0; i < colspan; i++) {
        covered[places.length] = r + rowspan;
        places.push(i === 0 ? cell : undefined);
      }
    }
    skip();
    return places;
  });
}

/** How many columns a table has. */
export function columnCount(table: Table): number {
  return Math.max(0, ...cellPlaces(table).map((row) => row.length));
}

/** Rows of the head, with those that its cells reach into; none where a cell of the head goes down to the foot of a table. */
export function headRowsOf(table: Table): number {
  const said = table.data?.headRows ?? 1;
  let rows = said;
  for (let r = 0; r < Math.min(rows, table.children.length); r++)
    rows = Math.max(rows, ...table.children[r]!.children.map(({ data }) => r + (data?.rowspan ?? 1)));
  return rows > said && rows >= table.children.length ? 0 : rows;
}

/** The cells of a table that cover more than their own place. */
export function mergedCells(table: Table): MergedCell[] {
  return cellPlaces(table).flatMap((places, row) =>
    places.flatMap((cell, column) => {
      const { colspan = 1, rowspan = 1 } = cell?.data ?? {};
      return colspan > 1 || rowspan > 1 ? [{ row, column, colspan, rowspan }] : [];
    }),
  );
}

/** The same table with an empty cell at each place that another covered. */
export function withEmptyCells(table: Table): Table {
  if (mergedCells(table).length === 0) return table;
  const width = columnCount(table);
  const places = cellPlaces(table);
  const rows = table.children.map((row, r): TableRow => ({
    ...row,
    children: Array.from({ length: width }, (_, c) => single(places[r]![c])),
  }));
  return { ...table, children: rows };
}

function single(cell: TableCell | undefined): TableCell {
  const { colspan: _colspan, rowspan: _rowspan, ...data } = cell?.data ?? {};
  return { ...(cell ?? { type: 'tableCell', children: [] }), data };
}

/** Merges cells of a table that has one at each place; what covers words of another, or reaches out of it, stays single. */
export function mergeCells(table: Table, merged: readonly MergedCell[]): void {
  const gone = new Set<TableCell>();
  for (const { row, column, colspan, rowspan } of merged) {
    const rows = table.children.slice(row, row + rowspan);
    const places = rows.flatMap((own) => own.children.slice(column, column + colspan));
    const [first, ...rest] = places;
    if (!first || places.length !== colspan * rowspan || gone.has(first)) continue;
    if (rest.some((cell) => cell.children.length > 0 || gone.has(cell))) continue;
    first.data = { ...first.data, ...(colspan > 1 && { colspan }), ...(rowspan > 1 && { rowspan }) };
    for (const cell of rest) gone.add(cell);
  }
  for (const row of table.children) row.children = row.children.filter((cell) => !gone.has(cell));
}
