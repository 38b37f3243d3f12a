/**
 * The rows of a table: stretches of lines with their columns in, blocks of lines that stand in one cell out, with the rows
 * and columns that each takes.
 *
 * Rules part rows. Between two of them lines that go on from each other are one block; blocks that stand beside each other
 * are one row; a block beside several rows takes them all.
 */
import type { FoundBlock } from './found-block.js';
import { sameRule } from './table-columns.js';
import { textOfSegment, type Segment } from './table-segments.js';

/** Lines of one cell, and what it takes of the table; ends are included. */
export interface CellBlock {
  segments: Segment[];
  top: number;
  bottom: number;
  from: number;
  to: number;
  row: number;
  toRow: number;
}

/** Upper and lower edge of a row. */
export interface Band {
  top: number;
  bottom: number;
}

/** Lines of one cell are no farther apart than this, as a multiple of the nearest lines of the table. */
const goesOnWithin = 1.45;
/** Lines of one cell stand in one distance, and rows farther apart. */
const sameStep = 1.08;
const widerStep = 1.18;
/** A line that fills its column is shorter than it by no more, em; so narrow a column (em) tells nothing. */
const fullWithin = 1.3;
const narrowColumn = 4;
/** A table with more rules over the whole width has one between each two rows. */
const fewRules = 4;
/** Share of the columns that a line has words in which is a row of its own. */
const mostOfRow = 0.6;
/** Blocks stand beside each other when they share this part of the lower one. */
const shared = 0.25;

export function rowsOfTable(
  table: FoundBlock,
  placed: readonly { segment: Segment; from: number; to: number }[],
  columns: readonly number[],
): { bands: Band[]; blocks: CellBlock[] } {
  const blocks: CellBlock[] = [];
  const bands: Band[] = [];
  const levels = ruleLevels(table, columns);
  const near = nearestStep(placed);
  for (let i = 1; i < levels.length; i++) {
    const [top, bottom] = [levels[i - 1]!, levels[i]!];
    const inside = placed.filter(({ segment }) => {
      const middle = segment.y - 0.35 * segment.size;
      return middle > top && middle <= bottom;
    });
    if (inside.length === 0) continue;
    const found = blocksOf(inside, columns, near, levels.length > fewRules);
    const rows = bandsOf(found);
    rows[0]!.top = top;
    rows.at(-1)!.bottom = bottom;
    for (const block of found) {
      block.row += bands.length;
      block.toRow += bands.length;
    }
    bands.push(...rows);
    blocks.push(...found);
  }
  return { bands, blocks };
}

/** Heights of the rules that part rows, with the upper and the lower edge. */
function ruleLevels(table: FoundBlock, columns: readonly number[]): number[] {
  const narrowest = Math.min(...columns.slice(1).map((at, i) => at - columns[i]!));
  const inner = table.level
    .filter(({ x, right }) => right - x > Math.min(0.15 * (table.right - table.x), 0.8 * narrowest))
    .map(({ y }) => y)
    .sort((a, b) => a - b);
  const levels = [table.y];
  for (const y of [...inner, table.bottom]) if (y - levels.at(-1)! > sameRule) levels.push(y);
  if (table.bottom - levels.at(-1)! > 0.1) levels[levels.length - 1] = table.bottom;
  return levels;
}

type Placed = { segment: Segment; from: number; to: number };

/** Steps between lines of one column below each other. */
function stepsOf(placed: readonly Placed[]): number[] {
  const byColumn = new Map<string, number[]>();
  for (const { segment, from, to } of placed) {
    const key = `${from} ${to}`;
    byColumn.set(key, [...(byColumn.get(key) ?? []), segment.y]);
  }
  return [...byColumn.values()].flatMap((ys) => {
    const sorted = ys.sort((a, b) => a - b);
    return sorted.slice(1).map((y, i) => y - sorted[i]!);
  });
}

function nearestStep(placed: readonly Placed[]): { step: number; parted: boolean } {
  const size = placed[0]!.segment.size;
  const steps = stepsOf(placed).filter((step) => step > 0.8 * size);
  const step = Math.min(...steps, 3 * size);
  return { step, parted: steps.some((other) => other > widerStep * step) };
}

/** Lines of a strip between two rules as blocks, each in its rows, counted from 0. */
function blocksOf(
  inside: readonly Placed[],
  columns: readonly number[],
  near: { step: number; parted: boolean },
  ruledRows: boolean,
): CellBlock[] {
  const lines = linesOfStrip(inside);
  const width = columns.length - 1;
  const isFull = (line: readonly Placed[]): boolean =>
    line.length >= 0.8 * width && line.some(({ from }) => from === 0);
  const full = lines.filter(isFull).length;
  // a strip of a table that is ruled between its rows is one of them, but for a list of numbers that was left unruled
  const oneRow = ruledRows && !(full > 1 && full >= 0.8 * lines.length);
  const lineOf = new Map(lines.flatMap((line) => line.map((one) => [one, line] as const)));
  const ends = columnEnds(inside);
  const joined = new Set<Placed>();
  for (const column of byColumn(inside))
    column.forEach((one, i) => i > 0 && (oneRow || goesOn(column[i - 1]!, one)) && joined.add(one));
  // where all else of a line goes on from the line above, the rest does
  for (const line of lines) {
    const rest = line.filter((one) => !joined.has(one));
    if (rest.length === 1 && line.length > 1 && isNear(rest[0]!)) joined.add(rest[0]!);
  }
  const blocks: CellBlock[] = [];
  for (const column of byColumn(inside)) {
    let open: CellBlock | undefined;
    for (const one of column) {
      if (open && joined.has(one)) open.segments.push(one.segment);
      else {
        const { from, to } = one;
        open = { segments: [one.segment], from, to, top: 0, bottom: 0, row: 0, toRow: 0 };
        blocks.push(open);
      }
    }
  }
  for (const block of blocks) {
    const [first, last] = [block.segments[0]!, block.segments.at(-1)!];
    const room = Math.max(0, near.step - first.size) / 2;
    block.top = first.y - 0.85 * first.size - room;
    block.bottom = last.y + 0.15 * last.size + room;
  }
  if (!oneRow) giveRows(blocks);
  return blocks;

  function isNear({ segment, from, to }: Placed): boolean {
    return inside.some(
      (other) =>
        other.from === from && other.to === to && Math.abs(segment.y - other.segment.y - near.step) < 0.1 * near.step,
    );
  }

  function goesOn(above: Placed, below: Placed): boolean {
    const step = below.segment.y - above.segment.y;
    if (step > goesOnWithin * near.step || step > 2.2 * below.segment.size) return false;
    const [upper, lower] = [lineOf.get(above)!, lineOf.get(below)!];
    // two numbers below each other are two, and so is what stands beside them
    const isNumbered = (line: readonly Placed[], column: number): boolean =>
      line.some(({ segment, from, to }) => from === column && to === column && isNumber(segment));
    if (columns.some((_, column) => isNumbered(upper, column) && isNumbered(lower, column))) return false;
    const rowOfItsOwn = lower.some(({ from }) => from === 0) || lower.length >= mostOfRow * width;
    if (!rowOfItsOwn && step < 1.7 * below.segment.size) return true;
    if (fills(above)) return true;
    return near.parted && step <= sameStep * near.step && !(isFull(upper) && isFull(lower));
  }

  function fills({ segment, from, to }: Placed): boolean {
    const { x, right } = ends.get(`${from} ${to}`)!;
    return (
      right - x >= narrowColumn * segment.size && right - segment.right + segment.x - x < fullWithin * segment.size
    );
  }
}

/** A number, an amount, a share, a sign for nothing. */
function isNumber(segment: Segment): boolean {
  return !/\p{L}{2}/u.test(textOfSegment(segment));
}

/** Where the words of each column begin and end. */
function columnEnds(placed: readonly Placed[]): Map<string, { x: number; right: number }> {
  const ends = new Map<string, { x: number; right: number }>();
  for (const { segment, from, to } of placed) {
    const key = `${from} ${to}`;
    const { x, right } = ends.get(key) ?? segment;
    ends.set(key, { x: Math.min(x, segment.x), right: Math.max(right, segment.right) });
  }
  return ends;
}

function linesOfStrip(inside: readonly Placed[]): Placed[][] {
  const lines: Placed[][] = [];
  for (const one of [...inside].sort((a, b) => a.segment.y - b.segment.y)) {
    const last = lines.at(-1);
    if (last && one.segment.y - last[0]!.segment.y < 0.35 * one.segment.size) last.push(one);
    else lines.push([one]);
  }
  return lines;
}

/** What stands in the same columns, from the upper one to the lowest. */
function byColumn(inside: readonly Placed[]): Placed[][] {
  const columns = new Map<string, Placed[]>();
  for (const one of [...inside].sort((a, b) => a.segment.y - b.segment.y || a.segment.x - b.segment.x)) {
    const key = `${one.from} ${one.to}`;
    columns.set(key, [...(columns.get(key) ?? []), one]);
  }
  return [...columns.values()];
}

function isBeside(a: CellBlock, b: CellBlock): boolean {
  const common = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return common > shared * Math.min(a.bottom - a.top, b.bottom - b.top);
}

/** Rows are what stands beside each other; a block beside several that do not is of all their rows. */
function giveRows(blocks: readonly CellBlock[]): void {
  const besides = new Map(
    blocks.map((block) => [block, blocks.filter((other) => other !== block && isBeside(block, other))]),
  );
  const isOver = (a: CellBlock, b: CellBlock): boolean => a.bottom < b.bottom && a.top < b.top && !isBeside(a, b);
  const reaches = (block: CellBlock): boolean => {
    const others = besides.get(block)!;
    return others.some((a) => others.some((b) => isOver(a, b)));
  };
  const single = new Set(blocks.filter((block) => !reaches(block)));
  for (const block of blocks) if (!besides.get(block)!.some((other) => single.has(other))) single.add(block);
  const rows: CellBlock[][] = [];
  for (const block of [...single].sort((a, b) => a.top + a.bottom - b.top - b.bottom)) {
    const last = rows.at(-1);
    if (last?.some((other) => isBeside(other, block))) last.push(block);
    else rows.push([block]);
  }
  rows.forEach((row, r) => {
    for (const block of row) block.row = block.toRow = r;
  });
  for (const block of blocks.filter((one) => !single.has(one))) {
    const beside = rows.flatMap((row, r) => (row.some((other) => isBeside(block, other)) ? [r] : []));
    block.row = Math.min(...beside);
    block.toRow = Math.max(...beside);
  }
}

/** Edges of the rows, half way between the words of two. */
function bandsOf(blocks: readonly CellBlock[]): Band[] {
  const count = Math.max(...blocks.map(({ toRow }) => toRow)) + 1;
  const bands = Array.from({ length: count }, (_, r): Band => {
    const own = blocks.filter(({ row, toRow }) => row === r && toRow === r);
    return { top: Math.min(...own.map(({ top }) => top)), bottom: Math.max(...own.map(({ bottom }) => bottom)) };
  });
  for (let r = 1; r < count; r++) {
    const edge = (bands[r - 1]!.bottom + bands[r]!.top) / 2;
    bands[r - 1]!.bottom = bands[r]!.top = edge;
  }
  return bands;
}
