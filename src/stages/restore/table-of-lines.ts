/** Makes a table of printed lines: paragraphs in, an mdast table out. */
import type { Paragraph, PhrasingContent, Table, TableCell, TableRow } from 'mdast';

/** What parts the cells of a line, the surest first: a tab, a gap wider than a word space, any space. */
const gaps = [/\t+/u, /\t+| {2,}|　+/u, /[ 　\t]+/u];

/**
 * Columns where every line has as many cells as the first, else one column with a line a row.
 */
export function tableOfLines(lines: Paragraph[]): Table {
  const cells = columnsOf(lines, gaps);
  const position = { start: lines[0]!.position!.start, end: lines.at(-1)!.position!.end };
  const rows = lines.map((line, i): TableRow => {
    const row = cells?.[i] ?? [line.children];
    const children = row.map((content): TableCell => ({
      type: 'tableCell',
      position: line.position!,
      children: content,
    }));
    return { type: 'tableRow', position: line.position!, children };
  });
  return { type: 'table', position, children: rows, data: { ...(!cells && { tableLines: true }) } };
}

/** A table of rows of cells, each a paragraph of its own. */
export function tableOfRows(rows: Paragraph[][]): Table {
  const children = rows.map((row): TableRow => ({
    type: 'tableRow',
    position: { start: row[0]!.position!.start, end: row.at(-1)!.position!.end },
    children: row.map((cell): TableCell => ({
      type: 'tableCell',
      position: cell.position!,
      children: cell.children,
    })),
  }));
  const position = { start: children[0]!.position!.start, end: children.at(-1)!.position!.end };
  return { type: 'table', position, children };
}

/** Does a line hold cells that tabs part? */
export function hasTabs(line: Paragraph): boolean {
  const [text] = line.children;
  return line.children.length === 1 && text?.type === 'text' && /\S\t+\S/u.test(text.value);
}

/** Number of cells that tabs or gaps wider than a word space part a line into. */
export function cellsApart(line: Paragraph): number {
  return cellsOf(line, gaps[1]!).length;
}

/** The cells that tabs or gaps wider than a word space part a line into, each a paragraph of its own. */
export function partCells(line: Paragraph): Paragraph[] {
  return cellsOf(line, gaps[1]!).map((children) => ({ ...line, children }));
}

/** The cells of each line by the first gap that gives all lines as many; undefined where none does. */
function columnsOf(lines: Paragraph[], parts: RegExp[]): PhrasingContent[][][] | undefined {
  for (const part of parts) {
    const cells = lines.map((line) => cellsOf(line, part));
    const columns = cells[0]!.length;
    if (columns > 1 && cells.every((row) => row.length === columns)) return cells;
  }
  return undefined;
}

/** The cells of a line, where it is one piece of text. */
function cellsOf({ children }: Paragraph, part: RegExp): PhrasingContent[][] {
  const [text] = children;
  if (children.length !== 1 || text?.type !== 'text') return [children];
  return text.value.split(part).map((value) => [{ ...text, value }]);
}
