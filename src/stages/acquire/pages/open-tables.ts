/**
 * Tables that rules do not enclose: lines, rules and tables found by rules in, tables grown over their rows and further
 * ones out.
 *
 * A table that goes on overleaf has no rule at its foot there, and its rest none at its head; others have a caption and no
 * rule at all. Rows of cells next to a rule or a caption belong to it, as far as they keep its columns.
 */
import { captionPattern, sourceLinePattern } from '../../../vocabulary/labels.js';
import type { Box } from '../pdf/matrix.js';
import type { ColumnEdges } from './column-edges.js';
import type { FoundBlock } from './found-block.js';
import type { DraftLine } from './page-lines.js';
import type { Rule } from './rules.js';
import { tableGrid } from './table-grid.js';
import { segmentsOf } from './table-segments.js';

/** Next rows of a table are no farther apart than this, as a multiple of their nearest, and em. */
const nextRow = 2.2;
const nextRowEm = 3.4;
/** A caption stands this near above its table, em. */
const captionReach = 4.5;
/** So many rows of cells are a table. */
const fewestRows = 3;
/** Share of the lines of a table that have several cells. */
const mostlyCells = 0.5;
/** Lines longer than this share of the column are text where they have no gap. */
const longLine = 0.55;
/** A rule of a table has at least this share of the column. */
const leastRule = 0.5;

/** Shapes and lines of a grid so near (em) make a chart of it. */
const chartReach = 5;
const fewestGridLines = 3;

/** What is known of the page beside its lines. */
export interface OpenTablePage {
  level: readonly Rule[];
  upright: readonly Rule[];
  /** What is drawn and is no rule. */
  shapes: readonly Box[];
  edges: (column: number) => ColumnEdges | undefined;
  /** A sentence that begins with the name of a table. */
  isSentence(line: DraftLine): boolean;
}

/** @param lines of the page without furniture, in reading order */
export function openTables(
  lines: readonly DraftLine[],
  tables: readonly FoundBlock[],
  page: OpenTablePage,
): FoundBlock[] {
  const grown = tables.map((table) => growTable(table, lines, tables, page));
  const free = (): DraftLine[] => lines.filter((line) => !grown.some((table) => table.lines.includes(line)));
  const isOutside = ({ x, y, right }: Rule): boolean =>
    !grown.some((table) => y > table.y - 6 && y < table.bottom + 6 && x < table.right && right > table.x);
  for (const rule of page.level.filter((one) => isLong(one, page) && isOutside(one))) {
    const seed: FoundBlock = { ...rule, kind: 'table', lines: [], level: [rule], upright: [] };
    const table = growTable(seed, free(), grown, page);
    if (table !== seed && rowCount(table.lines) >= fewestRows && !isFigure(table, lines, page)) grown.push(table);
  }
  for (const caption of lines.filter((line) => isTableCaption(line) && !page.isSentence(line))) {
    const below = grown.some(
      (table) => table.y > caption.y - 2 && table.y - caption.y < captionReach * caption.size && isOver(caption, table),
    );
    const table = below ? undefined : tableBelow(caption, free(), page);
    if (table && !isFigure(table, lines, page)) grown.push(table);
  }
  return grown;
}

/** The grid and the labels of a chart: shapes beside, or the caption of a figure below. */
function isFigure(table: FoundBlock, lines: readonly DraftLine[], { shapes, level }: OpenTablePage): boolean {
  const size = table.lines[0]!.size;
  const reach = chartReach * size;
  const isNear = ({ x, y, right, bottom }: Box): boolean =>
    x < table.right && right > table.x && y < table.bottom + reach && bottom > table.y - reach;
  const isGridLine = (rule: Rule): boolean => isNear(rule) && !table.level.includes(rule);
  const named = lines.some(
    (line) =>
      /^\s*(?:附?[图圖]|Fig)/iu.test(line.text) &&
      captionPattern.test(line.text.trim()) &&
      line.y > table.bottom &&
      line.y - table.bottom < 2 * reach &&
      isOver(line, table),
  );
  return named || shapes.some(isNear) || level.filter(isGridLine).length >= fewestGridLines;
}

function isTableCaption({ text }: DraftLine): boolean {
  return /^\s*(?:附?表|Table)/iu.test(text) && captionPattern.test(text.trim());
}

function isLong({ x, right }: Rule, { edges }: OpenTablePage): boolean {
  const own = [-1, 0, 1].flatMap((column) => edges(column) ?? []);
  return own.some(
    (column) =>
      x > column.left - 12 && right < column.right + 12 && right - x > leastRule * (column.right - column.left),
  );
}

function isOver(line: DraftLine, { x, right }: { x: number; right: number }): boolean {
  return line.x < right && line.right > x;
}

function rowCount(lines: readonly DraftLine[]): number {
  return lines.filter(hasCells).length;
}

function hasCells(line: DraftLine): boolean {
  return segmentsOf(line).length > 1;
}

/** A table with the rows of cells right above and below it, where they keep its columns. */
function growTable(
  table: FoundBlock,
  lines: readonly DraftLine[],
  others: readonly FoundBlock[],
  page: OpenTablePage,
): FoundBlock {
  const own = new Set(table.lines);
  const within = lines.filter((line) => {
    const room = 0.5 * line.size;
    return !own.has(line) && line.x > table.x - room && line.right < table.right + room;
  });
  const taken = (line: DraftLine): boolean => others.some((other) => other !== table && other.lines.includes(line));
  const below = rowsFrom(
    table.bottom,
    within.filter((line) => line.y - 0.5 * line.size > table.bottom),
    1,
    taken,
    page,
  );
  const above = rowsFrom(
    table.y,
    within.filter((line) => line.y - 0.5 * line.size < table.y).reverse(),
    -1,
    taken,
    page,
  );
  if (below.length + above.length === 0) return table;
  const candidates = [[...above, ...below], below, above].filter((rows) => rows.length > 0);
  const columns = table.lines.length > 0 ? tableGrid(table)?.columns.length : undefined;
  for (const rows of candidates) {
    const larger = enclose([...table.lines, ...rows], table, page);
    const grid = tableGrid(larger);
    if (grid && (columns === undefined || grid.columns.length === columns)) return larger;
  }
  return table;
}

/** Lines with several cells from an edge onwards, with the short lines between them. */
function rowsFrom(
  edge: number,
  lines: readonly DraftLine[],
  way: 1 | -1,
  taken: (line: DraftLine) => boolean,
  page: OpenTablePage,
): DraftLine[] {
  const rows: DraftLine[] = [];
  const sorted = [...lines].sort((a, b) => way * (a.y - b.y));
  let near = Infinity;
  let last = edge;
  for (const line of sorted) {
    const step = Math.abs(line.y - last);
    const limit = Math.min(nextRowEm * line.size, rows.length > 1 ? nextRow * near : Infinity);
    if (step > limit || taken(line) || endsTable(line, page)) break;
    if (rows.length > 0 && step > 0.5 * line.size) near = Math.min(near, step);
    rows.push(line);
    last = line.y;
  }
  while (rows.length > 0 && !hasCells(rows.at(-1)!)) rows.pop();
  return rowCount(rows) >= mostlyCells * rows.length ? rows : [];
}

/** Running text, a caption or a source. */
function endsTable(line: DraftLine, { edges, isSentence }: OpenTablePage): boolean {
  const text = line.text.trim();
  if (captionPattern.test(text) || sourceLinePattern.test(text) || isSentence(line)) return true;
  if (hasCells(line)) return /[。；]$/u.test(text) && segmentsOf(line).length < 3;
  const column = edges(line.column);
  return column !== undefined && line.right - line.x > longLine * (column.right - column.left);
}

/** The rows of cells below a caption; its unit may stand between. */
function tableBelow(caption: DraftLine, lines: readonly DraftLine[], page: OpenTablePage): FoundBlock | undefined {
  const below = lines.filter((line) => line.y > caption.y + 0.5 * caption.size && line.column === caption.column);
  const first = below.findIndex(hasCells);
  if (first < 0 || first > 2 || below[first]!.y - caption.y > captionReach * caption.size) return undefined;
  if (below.slice(0, first).some((line) => endsTable(line, page))) return undefined;
  const rows = rowsFrom(caption.y, below.slice(first), 1, () => false, page);
  if (rowCount(rows) < fewestRows) return undefined;
  return enclose(rows, undefined, page);
}

function enclose(
  lines: readonly DraftLine[],
  seed: FoundBlock | undefined,
  { level, upright }: OpenTablePage,
): FoundBlock {
  const box = {
    x: Math.min(seed?.x ?? Infinity, ...lines.map(({ x }) => x)),
    right: Math.max(seed?.right ?? -Infinity, ...lines.map(({ right }) => right)),
    y: Math.min(seed?.y ?? Infinity, ...lines.map(({ y, size }) => y - size)),
    bottom: Math.max(seed?.bottom ?? -Infinity, ...lines.map(({ y, size }) => y + 0.3 * size)),
  };
  const touches = (rule: Rule): boolean =>
    rule.x < box.right && rule.right > box.x && rule.y < box.bottom + 2 && rule.bottom > box.y - 2;
  return {
    ...box,
    kind: 'table',
    lines: [...lines].sort((a, b) => a.y - b.y || a.x - b.x),
    level: level.filter(touches),
    upright: upright.filter(touches),
  };
}
