/** The left and right edges of the running text, column by column: lines in, edges out. */
import type { DraftLine } from './page-lines.js';
import { mostly } from './rows.js';

/** Where the lines of a column begin and end, pt. */
export interface ColumnEdges {
  left: number;
  right: number;
}

/** Edges by page index and column. */
export interface EdgeTable {
  of(page: number, column: number): ColumnEdges | undefined;
}

/** So many lines tell the edges of a column. */
const fewest = 4;

/**
 * @param pages lines of each page without furniture
 * @param size of the running text, pt
 */
export function columnEdges(pages: readonly (readonly DraftLine[])[], size: number): EdgeTable {
  const own = pages.map((lines) => {
    const byColumn = new Map<number, ColumnEdges>();
    for (const column of new Set(lines.map((line) => line.column))) {
      const text = lines.filter((line) => line.column === column && isText(line, size));
      if (text.length < fewest) continue;
      byColumn.set(column, { left: leftEdge(text, size), right: rightEdge(text, size) });
    }
    return byColumn;
  });
  const known = own.map((byColumn, page) => ({ byColumn, page })).filter(({ byColumn }) => byColumn.size > 0);
  return {
    of(page, column) {
      const here = own[page]?.get(column);
      if (here) return here;
      const near = known
        .filter(({ byColumn }) => byColumn.has(column))
        .sort((a, b) => farness(a.page, page) - farness(b.page, page))[0];
      if (near) return near.byColumn.get(column);
      const columns = [...(own[page]?.values() ?? [])];
      if (columns.length === 0) return undefined;
      return {
        left: Math.min(...columns.map(({ left }) => left)),
        right: Math.max(...columns.map(({ right }) => right)),
      };
    },
  };
}

/** Left and right pages may have margins of their own. */
function farness(page: number, from: number): number {
  return Math.abs(page - from) + (Math.abs(page - from) % 2 === 1 ? 1.5 : 0);
}

function isText(line: DraftLine, size: number): boolean {
  return Math.abs(line.size - size) <= 0.1 * size && line.right - line.x > 6 * size;
}

/** The leftmost place where many lines begin: paragraphs that are all indented begin farther right. */
function leftEdge(lines: readonly DraftLine[], size: number): number {
  const starts = lines.map((line) => line.x).sort((a, b) => a - b);
  for (const start of starts) {
    const here = starts.filter((x) => x >= start - 1 && x <= start + 0.35 * size);
    if (here.length >= Math.max(2, 0.15 * starts.length)) return mostly(here, (x) => Math.round(x));
  }
  return mostly(starts, (x) => Math.round(x));
}

function rightEdge(lines: readonly DraftLine[], size: number): number {
  const ends = lines.map((line) => line.right).sort((a, b) => b - a);
  for (const end of ends) {
    const here = ends.filter((right) => right <= end + 1 && right >= end - 0.6 * size);
    if (here.length >= Math.max(2, 0.15 * ends.length)) return mostly(here, (right) => Math.round(right));
  }
  return mostly(ends, (right) => Math.round(right));
}
