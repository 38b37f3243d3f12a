/** Reads an HTML table, as the OCR of tables writes it, into an mdast table. */
import type { Element, Nodes as HastNodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import type { Html, Table, TableCell } from 'mdast';
import { visit } from 'unist-util-visit';
import { mergeCells, mostPlaces, type MergedCell } from '../../vocabulary/merged-cells.js';

/** The first table of an html node with its merged cells, or nothing when it has no cells. */
export function tableFromHtml(node: Html): Table | undefined {
  const tree = fromHtml(node.value, { fragment: true });
  const tables: Element[] = [];
  visit(tree, 'element', (element) => {
    if (element.tagName === 'table') tables.push(element);
  });
  const [found] = tables;
  if (!found) return undefined;
  const position = node.position!;
  const table: Table = { type: 'table', position, children: [] };
  const merged: MergedCell[] = [];
  const below: number[] = []; // rows that a cell above still covers, by column
  let headRows = 0;
  visit(found as HastNodes, 'element', (row: Element, _index, parent) => {
    if (row.tagName !== 'tr') return;
    if (parent?.type === 'element' && parent.tagName === 'thead') headRows++;
    const cells: TableCell[] = [];
    const skip = (): void => {
      while (below[cells.length]! > 0) {
        below[cells.length]!--;
        cells.push(cellOf('', position));
      }
    };
    for (const cell of row.children) {
      if (cell.type !== 'element' || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
      skip();
      const colspan = span(cell.properties.colSpan);
      const rowspan = span(cell.properties.rowSpan);
      merged.push({ row: table.children.length, column: cells.length, colspan, rowspan });
      for (let i = 0; i < colspan; i++) {
        below[cells.length] = rowspan - 1;
        cells.push(cellOf(i === 0 ? toString(cell).replace(/\s+/g, ' ').trim() : '', position));
      }
    }
    skip();
    table.children.push({ type: 'tableRow', position, children: cells });
  });
  const columns = Math.max(0, ...table.children.map((row) => row.children.length));
  if (columns === 0) return undefined;
  for (const row of table.children) while (row.children.length < columns) row.children.push(cellOf('', position));
  const depth = table.children.length;
  mergeCells(
    table,
    merged.map((cell) => ({ ...cell, rowspan: Math.min(cell.rowspan, depth - cell.row) })),
  );
  if (headRows > 1 && headRows < depth) table.data = { headRows };
  return table;
}

function cellOf(value: string, position: Html['position']): TableCell {
  const text = value === '' ? [] : [{ type: 'text' as const, value, ...(position && { position }) }];
  return { type: 'tableCell', ...(position && { position }), children: text };
}

function span(value: unknown): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 && number <= mostPlaces ? number : 1;
}
