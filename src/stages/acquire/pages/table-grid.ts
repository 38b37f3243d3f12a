/**
 * The cells of a table: its rules and lines in, rows of cells out; nothing where the cells cannot be told.
 *
 * Upright rules part columns; where there are none, the strips that hardly a line crosses do. Level rules part rows; between
 * two of them each baseline is a row, unless its first column is empty: then the line goes on in the cells above it.
 */
import type { Glyph } from '../pdf/types.js';
import type { FoundBlock } from './page-blocks.js';
import { draft, type DraftLine } from './page-lines.js';
import type { Row } from './rows.js';

/** A cell with its lines from the upper one to the lowest. */
export interface GridCell {
  lines: DraftLine[];
  colspan: number;
  rowspan: number;
}

/** Rules nearer to each other (pt) are one. */
const sameRule = 4;
/** Gap between two cells of a row without rules, em. */
const cellGap = 0.75;
/** Share of the rows that may cross a strip between columns. */
const mostCrossing = 0.15;
const mostColumns = 40;
/** Share of the cells that hold something in a table. */
const leastFilled = 0.4;

/** A stretch of a row that lies in one column or over several. */
interface Segment {
  x: number;
  right: number;
  y: number;
  size: number;
  glyphs: Glyph[];
}

export function tableGrid(table: FoundBlock): GridCell[][] | undefined {
  const segments = table.lines.flatMap(segmentsOf);
  if (segments.length < 4) return undefined;
  const columns = columnBounds(table, segments);
  if (columns.length < 3 || columns.length > mostColumns) return undefined;
  const bands = rowBands(table, segments, columns);
  // the head of a table that goes on overleaf may be all that a page holds of it
  if (bands.length < 2 && table.upright.length < 4) return undefined;
  const placed = place(segments, columns, bands);
  if (!placed) return undefined;
  const grid = cellsOf(placed, columns.length - 1, bands, table, columns);
  const cells = grid.flat();
  const filled = cells.filter(({ lines }) => lines.length > 0).length;
  return filled >= leastFilled * cells.length ? grid : undefined;
}

/** Stretches of a line without a gap as between cells. */
function segmentsOf(line: DraftLine): Segment[] {
  const segments: Segment[] = [];
  for (const glyph of line.glyphs) {
    const last = segments.at(-1);
    if (last && glyph.x - last.right < cellGap * line.size) {
      last.glyphs.push(glyph);
      last.right = Math.max(last.right, glyph.right);
    } else segments.push({ x: glyph.x, right: glyph.right, y: line.y, size: line.size, glyphs: [glyph] });
  }
  return segments;
}

/** Edges of the columns from left to right, the outer ones included. */
function columnBounds(table: FoundBlock, segments: readonly Segment[]): number[] {
  const height = table.bottom - table.y;
  const walls = merged(
    table.upright
      .filter(
        (wall) => wall.bottom - wall.y > Math.min(0.2 * height, 14) && wall.x > table.x + 6 && wall.x < table.right - 6,
      )
      .map(({ x }) => x),
  );
  const strips = freeStrips(table, segments);
  // a wall parts what the strips part, too; where there are few walls, strips between them are columns as well
  const inner =
    walls.length > 0
      ? merged([...walls, ...strips.filter((at) => walls.every((wall) => Math.abs(wall - at) > 12))])
      : strips;
  const bounds = [table.x, ...(walls.length >= 2 ? walls : inner), table.right];
  return bounds.sort((a, b) => a - b);
}

function merged(places: readonly number[]): number[] {
  const out: number[] = [];
  for (const place of [...places].sort((a, b) => a - b))
    if (out.length === 0 || place - out.at(-1)! > sameRule) out.push(place);
  return out;
}

/** Middles of the upright strips that hardly a row crosses and that have cells on both sides. */
function freeStrips(table: FoundBlock, segments: readonly Segment[]): number[] {
  const rows = groupRows(segments);
  const strips: { from: number; to: number }[] = [];
  for (let at = table.x + 2; at < table.right - 2; at += 1) {
    const crossing = rows.filter((row) => row.some(({ x, right }) => x < at && right > at)).length;
    const both = rows.filter((row) => row.some(({ right }) => right <= at) && row.some(({ x }) => x >= at)).length;
    if (crossing > mostCrossing * rows.length || both < 0.5 * rows.length) continue;
    const last = strips.at(-1);
    if (last && at - last.to <= 1) last.to = at;
    else strips.push({ from: at, to: at });
  }
  const size = segments[0]!.size;
  return strips.filter(({ from, to }) => to - from >= 0.35 * size).map(({ from, to }) => (from + to) / 2);
}

/** Segments of one baseline, within a third of a line. */
function groupRows(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last = rows.at(-1);
    if (last && segment.y - last[0]!.y < 0.35 * segment.size) last.push(segment);
    else rows.push([segment]);
  }
  return rows;
}

/** Upper and lower edge of each row. */
interface Band {
  top: number;
  bottom: number;
}

function rowBands(table: FoundBlock, segments: readonly Segment[], columns: readonly number[]): Band[] {
  const width = table.right - table.x;
  const levels = merged([
    table.y,
    ...table.level.filter((rule) => rule.right - rule.x > 0.15 * width).map(({ y }) => y),
    table.bottom,
  ]);
  const bands: Band[] = [];
  for (let i = 1; i < levels.length; i++) {
    const strip = { top: levels[i - 1]!, bottom: levels[i]! };
    const inside = groupRows(
      segments.filter(({ y, size }) => y - 0.35 * size > strip.top && y - 0.35 * size < strip.bottom),
    );
    bands.push(...bandsWithin(strip, inside, columns, levels.length));
  }
  return bands;
}

/** A strip between two rules is one row, or a row a baseline where the first column says so. */
function bandsWithin(strip: Band, rows: readonly Segment[][], columns: readonly number[], rules: number): Band[] {
  if (rows.length === 0) return [];
  const firstColumn = (row: readonly Segment[]): boolean => row.some(({ x }) => x < columns[1]! - 1);
  const full = rows.filter((row) => row.length >= 0.5 * (columns.length - 1)).length;
  const starts = rows.filter(firstColumn).length;
  // ruled between all rows: what lies between two rules is one
  const parted =
    rows.length > 1 && (rules <= 4 ? starts >= 2 || full >= 2 : full >= 0.8 * rows.length && starts === rows.length);
  if (!parted) return [strip];
  const bands: Band[] = [];
  rows.forEach((row, i) => {
    const own = row[0]!;
    const goesOn =
      i > 0 &&
      !firstColumn(row) &&
      row.length < 0.6 * (columns.length - 1) &&
      own.y - rows[i - 1]![0]!.y < 1.7 * own.size;
    if (goesOn) bands.at(-1)!.bottom = own.y + 0.3 * own.size;
    else bands.push({ top: own.y - own.size, bottom: own.y + 0.3 * own.size });
  });
  bands[0]!.top = strip.top;
  bands.at(-1)!.bottom = strip.bottom;
  for (let i = 1; i < bands.length; i++) bands[i]!.top = bands[i - 1]!.bottom;
  return bands;
}

interface Placed {
  segment: Segment;
  row: number;
  from: number;
  to: number;
}

/** Each segment in its row and columns; nothing where many lie in none. */
function place(segments: readonly Segment[], columns: readonly number[], bands: readonly Band[]): Placed[] | undefined {
  const placed: Placed[] = [];
  for (const segment of segments.flatMap((one) => cutAtWalls(one, columns))) {
    const middle = segment.y - 0.35 * segment.size;
    const row = bands.findIndex(({ top, bottom }) => middle >= top - 1 && middle <= bottom + 1);
    if (row < 0) return undefined;
    const from = columnAt(columns, segment.x + 0.2 * segment.size);
    const to = columnAt(columns, segment.right - 0.2 * segment.size);
    placed.push({ segment, row, from, to: Math.max(from, to) });
  }
  return placed;
}

/** Cells that stand close together are one stretch of a line: it is cut where a column ends between two glyphs. */
function cutAtWalls(segment: Segment, columns: readonly number[]): Segment[] {
  const parts: Segment[] = [];
  for (const glyph of segment.glyphs) {
    const last = parts.at(-1);
    const before = last?.glyphs.at(-1);
    const wall =
      before &&
      columns
        .slice(1, -1)
        .some((at) => before.right <= at + 1.5 && glyph.x >= at - 1.5 && glyph.x - before.right > 0.25 * segment.size);
    if (last && !wall) {
      last.glyphs.push(glyph);
      last.right = Math.max(last.right, glyph.right);
    } else parts.push({ ...segment, x: glyph.x, right: glyph.right, glyphs: [glyph] });
  }
  return parts;
}

function columnAt(columns: readonly number[], x: number): number {
  for (let i = 1; i < columns.length - 1; i++) if (x < columns[i]!) return i - 1;
  return columns.length - 2;
}

function cellsOf(
  placed: readonly Placed[],
  width: number,
  bands: readonly Band[],
  table: FoundBlock,
  columns: readonly number[],
): GridCell[][] {
  const grid: GridCell[][] = [];
  const covered = bands.map(() => new Array<boolean>(width).fill(false));
  bands.forEach((band, row) => {
    const cells: GridCell[] = [];
    for (let column = 0; column < width; column++) {
      if (covered[row]![column]) continue;
      const here = placed.filter((one) => one.row === row && one.from <= column && one.to >= column);
      const colspan = Math.max(
        1,
        ...here.filter((one) => one.from === column).map((one) => one.to - one.from + 1),
        openTo(table, band, columns, column),
      );
      const rowspan =
        here.length > 0 || row + 1 >= bands.length ? openDown(table, bands, columns, row, column, placed) : 1;
      for (let r = row; r < row + rowspan; r++)
        for (let c = column; c < Math.min(width, column + colspan); c++) covered[r]![c] = true;
      const inside = placed.filter(
        (one) => one.row >= row && one.row < row + rowspan && one.from >= column && one.from < column + colspan,
      );
      cells.push({
        lines: linesOfCell(inside.map(({ segment }) => segment)),
        colspan: Math.min(colspan, width - column),
        rowspan,
      });
    }
    grid.push(cells);
  });
  return grid;
}

/** Columns to the right that no wall parts from this one, in a table with walls. */
function openTo(table: FoundBlock, band: Band, columns: readonly number[], column: number): number {
  if (table.upright.length < 3) return 1;
  const middle = (band.top + band.bottom) / 2;
  let span = 1;
  while (column + span < columns.length - 1) {
    const at = columns[column + span]!;
    if (table.upright.some((wall) => Math.abs(wall.x - at) <= sameRule && wall.y <= middle && wall.bottom >= middle))
      break;
    span++;
  }
  return span;
}

/** Rows below that no rule parts from this one and that hold nothing of their own in this column. */
function openDown(
  table: FoundBlock,
  bands: readonly Band[],
  columns: readonly number[],
  row: number,
  column: number,
  placed: readonly Placed[],
): number {
  if (table.upright.length < 3) return 1;
  const middle = (columns[column]! + columns[column + 1]!) / 2;
  let span = 1;
  while (row + span < bands.length) {
    const edge = bands[row + span]!.top;
    const ruled = table.level.some(
      (rule) => Math.abs(rule.y - edge) <= sameRule && rule.x <= middle && rule.right >= middle,
    );
    const held = placed.some((one) => one.row === row + span && one.from <= column && one.to >= column);
    if (ruled || held) break;
    // between rows that no rule parts anywhere, an empty cell is empty
    const partedElsewhere = table.level.some((rule) => Math.abs(rule.y - edge) <= sameRule);
    if (!partedElsewhere) break;
    span++;
  }
  return span;
}

function linesOfCell(segments: readonly Segment[]): DraftLine[] {
  return groupRows(segments).map((row) => {
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
