/**
 * A table of which every cell stands on a line of its own: paragraphs in, an mdast table out where its columns are certain.
 *
 * Certain are they where one number of columns alone gives a head of words above three rows or more, each of whose columns
 * holds figures throughout or words throughout, and one of them figures.
 */
import type { Paragraph, RootContent, Table } from 'mdast';
import { isComplete, isRunningText, textOf } from './blocks.js';
import { tableOfRows } from './table-of-lines.js';

const longestCell = 24;
const mostColumns = 12;
const fewestRows = 3;
const mostCells = 400;

/** A figure, with its sign, unit or stars of significance; and what stands for none. */
const figure = /^[<>＜＞≈~±+\-−–—]?[\d０-９][\d０-９,.，．—–\-～~/:：%％‰()（）\s]*\*{0,3}$/u;
const none = /^[-−–—/…·\s]+$|^(?:无|NA|n\.a\.)$/iu;

/** The table whose cells begin at a block, and the block behind it; undefined where no columns are certain. */
export function tableOfCells(blocks: RootContent[], start: number): { table: Table; end: number } | undefined {
  let end = start;
  while (end < blocks.length && end - start < mostCells && isCell(blocks[end])) end++;
  for (; end - start >= (fewestRows + 1) * 2; end--) {
    const cells = blocks.slice(start, end) as Paragraph[];
    const columns = columnsOf(cells.map(textOf));
    if (columns === undefined) continue;
    const rows = Array.from({ length: cells.length / columns }, (_, i) => cells.slice(i * columns, (i + 1) * columns));
    return { table: tableOfRows(rows), end };
  }
  return undefined;
}

function isCell(node: RootContent | undefined): boolean {
  if (!isRunningText(node)) return false;
  const text = textOf(node).trim();
  return text.length <= longestCell && !isComplete(text) && !/[，；：]$/u.test(text);
}

/** The only number of columns that fits; undefined for none or several. */
function columnsOf(cells: string[]): number | undefined {
  const fits: number[] = [];
  for (let columns = 2; columns <= mostColumns; columns++)
    if (cells.length % columns === 0 && cells.length / columns > fewestRows && fit(cells, columns)) fits.push(columns);
  return fits.length === 1 ? fits[0] : undefined;
}

function fit(cells: string[], columns: number): boolean {
  if (cells.slice(0, columns).some((cell) => figure.test(cell.trim()) || none.test(cell.trim()))) return false;
  const kinds = new Array<boolean | undefined>(columns).fill(undefined);
  for (const [i, cell] of cells.slice(columns).entries()) {
    if (none.test(cell.trim())) continue;
    const isFigure = figure.test(cell.trim());
    const column = i % columns;
    if (kinds[column] !== undefined && kinds[column] !== isFigure) return false;
    kinds[column] = isFigure;
  }
  return kinds.some(Boolean);
}
