/**
 * The cells of a table: its rules and lines in, rows of cells out; nothing where the cells cannot be told.
 *
 * Upright rules part columns; where there are none, the strips that hardly a line crosses do. What no rule parts where its
 * neighbours are parted is one cell, and so is what words go over.
 */
import type { FoundBlock } from './found-block.js';
import { draft, type DraftLine } from './page-lines.js';
import type { Row } from './rows.js';
import { columnBounds, innerRules, sameRule } from './table-columns.js';
import { rowsOfTable, type Band, type CellBlock } from './table-rows.js';
import { baselinesOf, cutAtColumns, segmentsOf, type Segment } from './table-segments.js';

/** A cell with its lines from the upper one to the lowest. */
export interface GridCell {
  lines: DraftLine[];
  colspan: number;
  rowspan: number;
}

/** A table whose cells are certain. */
export interface TableGrid {
  rows: GridCell[][];
  /** Edges of its columns, the outer ones included, pt. */
  columns: number[];
  /** Rows above the rule below its head; undefined where there is none. */
  headRows?: number;
}

const mostColumns = 40;
/** Share of the cells that hold something in a table. */
const leastFilled = 0.4;
/** Share of the rows of a table without walls in which words go over several columns. */
const mostCrossingRows = 0.3;
/** A head has no more rows. */
const mostHeadRows = 4;

export function tableGrid(table: FoundBlock): TableGrid | undefined {
  const segments = table.lines.flatMap((line) => segmentsOf(line));
  // the head of a table that goes on overleaf may be all that a page holds of it
  const isGrid = table.upright.length >= 4;
  if (segments.length < (isGrid ? 2 : 4)) return undefined;
  const columns = columnBounds(table);
  if (columns.length < 3 || columns.length > mostColumns) return undefined;
  const placed = segments
    .flatMap((one) => cutAtColumns(one, columns))
    .map((segment) => {
      const from = columnAt(columns, segment.x + 0.2 * segment.size);
      return { segment, from, to: Math.max(from, columnAt(columns, segment.right - 0.2 * segment.size)) };
    });
  const { bands, blocks } = rowsOfTable(table, placed, columns);
  if (bands.length < 2 && !isGrid) return undefined;
  if (blocks.reduce((sum, block) => sum + block.segments.length, 0) < placed.length) return undefined;
  const rows = cellsOf(regionsOf(table, blocks, bands, columns), bands.length, columns.length - 1);
  if (table.upright.length < 3 && mostlyCrossing(rows, headRowsOf(table, bands) ?? 1)) return undefined;
  const cells = rows.flat();
  const filled = cells.filter(({ lines }) => lines.length > 0).length;
  if (filled < leastFilled * cells.length) return undefined;
  const headRows = headRowsOf(table, bands);
  return { rows, columns, ...(headRows !== undefined && { headRows }) };
}

/** Lines of a program or a list between rules go over what would be columns. */
function mostlyCrossing(rows: readonly GridCell[][], headRows: number): boolean {
  const body = rows.slice(headRows);
  const crossing = body.filter((row) => row.some(({ lines, colspan }) => lines.length > 0 && colspan > 1)).length;
  return crossing > 1 && crossing > mostCrossingRows * body.length;
}

function columnAt(columns: readonly number[], x: number): number {
  for (let i = 1; i < columns.length - 1; i++) if (x < columns[i]!) return i - 1;
  return columns.length - 2;
}

/** Places of the grid that are one cell, and what it holds. */
interface Region {
  row: number;
  toRow: number;
  from: number;
  to: number;
  segments: Segment[];
}

/** Blocks with the places that rules join to theirs; what overlaps is one. */
function regionsOf(
  table: FoundBlock,
  blocks: readonly CellBlock[],
  bands: readonly Band[],
  columns: readonly number[],
): Region[] {
  const held = blocks.map(({ row, toRow, from, to, segments }): Region => ({ row, toRow, from, to, segments }));
  const isHeld = (row: number, column: number): boolean =>
    held.some((one) => one.row <= row && one.toRow >= row && one.from <= column && one.to >= column);
  const walled = table.upright.length >= 3;
  const joined: Region[] = [];
  bands.forEach((band, row) => {
    for (let column = 0; column < columns.length - 1; column++) {
      const below = row + 1 < bands.length && isOpenBelow(table, bands[row + 1]!.top, columns, column);
      if (below && (walled || isHeld(row, column) !== isHeld(row + 1, column)))
        joined.push({ row, toRow: row + 1, from: column, to: column, segments: [] });
      const beside = column + 2 < columns.length && walled && isOpenBeside(table, band, columns[column + 1]!);
      if (beside) joined.push({ row, toRow: row, from: column, to: column + 1, segments: [] });
      const under = walled ? undefined : ruleUnder(table, band, columns, column);
      const alone = under && under.to > column && range(column, under.to).filter((at) => isHeld(row, at)).length <= 1;
      if (alone) joined.push({ row, toRow: row, from: column, to: under.to, segments: [] });
    }
  });
  return withoutOverlaps([...held, ...joined]);
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Is there a rule at the lower edge of a place's neighbours, and none below the place itself? */
function isOpenBelow({ level }: FoundBlock, edge: number, columns: readonly number[], column: number): boolean {
  const at = level.filter((rule) => Math.abs(rule.y - edge) <= sameRule);
  const middle = (columns[column]! + columns[column + 1]!) / 2;
  return at.length > 0 && !at.some(({ x, right }) => x <= middle && right >= middle);
}

/** Is a column's edge without a wall in one row, though it has one in others? */
function isOpenBeside({ upright }: FoundBlock, { top, bottom }: Band, edge: number): boolean {
  const middle = (top + bottom) / 2;
  const walls = upright.filter(({ x }) => Math.abs(x - edge) <= sameRule);
  return walls.length > 0 && !walls.some((wall) => wall.y <= middle && wall.bottom >= middle);
}

/** The columns that a rule over a part of the table begins and ends with, below a row. */
function ruleUnder(
  { level, x, right }: FoundBlock,
  { bottom }: Band,
  columns: readonly number[],
  column: number,
): { to: number } | undefined {
  const rule = level.find(
    (one) =>
      Math.abs(one.y - bottom) <= sameRule &&
      one.right - one.x < 0.9 * (right - x) &&
      columnAt(columns, one.x + sameRule) === column,
  );
  return rule && { to: columnAt(columns, rule.right - sameRule) };
}

/** Regions that overlap become the rectangle round both. */
function withoutOverlaps(regions: readonly Region[]): Region[] {
  const out: Region[] = [];
  for (const region of regions) {
    let whole = { ...region };
    for (let at = touching(out, whole); at >= 0; at = touching(out, whole)) {
      const [other] = out.splice(at, 1) as [Region];
      whole = {
        row: Math.min(whole.row, other.row),
        toRow: Math.max(whole.toRow, other.toRow),
        from: Math.min(whole.from, other.from),
        to: Math.max(whole.to, other.to),
        segments: [...other.segments, ...whole.segments],
      };
    }
    out.push(whole);
  }
  return out;
}

function touching(regions: readonly Region[], { row, toRow, from, to }: Region): number {
  return regions.findIndex((other) => other.row <= toRow && other.toRow >= row && other.from <= to && other.to >= from);
}

function cellsOf(regions: readonly Region[], height: number, width: number): GridCell[][] {
  const grid: GridCell[][] = [];
  for (let row = 0; row < height; row++) {
    const cells: GridCell[] = [];
    for (let column = 0; column < width; column++) {
      const own = regions.find((one) => one.row <= row && one.toRow >= row && one.from <= column && one.to >= column);
      if (!own) cells.push({ lines: [], colspan: 1, rowspan: 1 });
      else if (own.row === row && own.from === column)
        cells.push({
          lines: linesOfCell(own.segments),
          colspan: own.to - own.from + 1,
          rowspan: own.toRow - own.row + 1,
        });
    }
    grid.push(cells);
  }
  return grid;
}

function linesOfCell(segments: readonly Segment[]): DraftLine[] {
  return baselinesOf(segments).map((row) => {
    const glyphs = row.sort((a, b) => a.x - b.x).flatMap((segment) => segment.glyphs);
    const own: Row = {
      glyphs,
      size: row[0]!.size,
      y: row[0]!.y,
      x: Math.min(...row.map(({ x }) => x)),
      right: Math.max(...row.map(({ right }) => right)),
    };
    return draft(own, 0, []);
  });
}

/** Rows above the first rule over the whole width. */
function headRowsOf(table: FoundBlock, bands: readonly Band[]): number | undefined {
  const [rule] = innerRules(table);
  if (!rule) return undefined;
  const rows = bands.filter(({ bottom }) => bottom <= rule.y + sameRule).length;
  return rows > 0 && rows <= mostHeadRows && rows < bands.length ? rows : undefined;
}
