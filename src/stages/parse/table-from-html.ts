/** Reads an HTML table, as the OCR of tables writes it, into an mdast table. */
import type { Element, Nodes as HastNodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import type { Html, Table, TableCell } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * The first table of an html node, or nothing when it has no cells.
 * A cell that spans columns is followed by empty ones; one that spans rows leaves empty cells under it.
 */
export function tableFromHtml(node: Html): Table | undefined {
  const tree = fromHtml(node.value, { fragment: true });
  const tables: Element[] = [];
  visit(tree, 'element', (element) => {
    if (element.tagName === 'table') tables.push(element);
  });
  const [table] = tables;
  if (!table) return undefined;
  const rows: string[][] = [];
  const below: number[] = []; // rows that a cell above still covers, by column
  visit(table as HastNodes, 'element', (row: Element) => {
    if (row.tagName !== 'tr') return;
    const cells: string[] = [];
    const skip = (): void => {
      while (below[cells.length]! > 0) {
        below[cells.length]!--;
        cells.push('');
      }
    };
    for (const cell of row.children) {
      if (cell.type !== 'element' || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
      skip();
      const columns = span(cell.properties.colSpan);
      const depth = span(cell.properties.rowSpan) - 1;
      for (let i = 0; i < columns; i++) {
        below[cells.length] = depth;
        cells.push(i === 0 ? toString(cell).replace(/\s+/g, ' ').trim() : '');
      }
    }
    skip();
    rows.push(cells);
  });
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns === 0) return undefined;
  const position = node.position!;
  const cellOf = (value = ''): TableCell => ({
    type: 'tableCell',
    position,
    children: value === '' ? [] : [{ type: 'text', value, position }],
  });
  return {
    type: 'table',
    position,
    children: rows.map((row) => ({
      type: 'tableRow',
      position,
      children: Array.from({ length: columns }, (_, i) => cellOf(row[i])),
    })),
  };
}

function span(value: unknown): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 && number < 100 ? number : 1;
}
