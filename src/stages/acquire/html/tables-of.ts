/**
 * Reads table elements of HTML into mdast tables, whatever source they stand in.
 *
 * A cell that spans columns or rows says so, and the places that it covers hold no cells. A table within a cell becomes the words of that cell, line by line.
 */
import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Nodes, Paragraph, PhrasingContent, Table, TableCell, Text } from 'mdast';
import { mergeCells, mostPlaces, type MergedCell } from '../../../vocabulary/merged-cells.js';
import { hideDollars, showDollars } from '../../../vocabulary/formula-signs.js';

/** The content of a cell as mdast. */
export type CellReader = (cell: Element) => Nodes[];

/** A table element as a table, with its caption before it. */
export function tablesOf(element: Element, read: CellReader): (Table | Paragraph)[] {
  const rows: TableCell[][] = [];
  const merged: MergedCell[] = [];
  const below: number[] = []; // rows that a cell above still covers, by column
  let headRows = 0;
  for (const { row, head } of rowsOf(element)) {
    const cells: TableCell[] = [];
    if (head) headRows++;
    const skip = (): void => {
      while (below[cells.length]! > 0) {
        below[cells.length]!--;
        cells.push(empty());
      }
    };
    for (const cell of row.children) {
      if (cell.type !== 'element' || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
      skip();
      const colspan = span(cell.properties.colSpan);
      const rowspan = span(cell.properties.rowSpan);
      merged.push({ row: rows.length, column: cells.length, colspan, rowspan });
      for (let i = 0; i < colspan; i++) {
        below[cells.length] = rowspan - 1;
        cells.push(i === 0 ? { type: 'tableCell', children: inLine(read(cell)) } : empty());
      }
    }
    skip();
    rows.push(cells);
  }
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const caption = captionOf(element);
  if (columns === 0) return caption;
  const table: Table = {
    type: 'table',
    children: rows.map((row) => ({
      type: 'tableRow',
      children: Array.from({ length: columns }, (_, i) => row[i] ?? empty()),
    })),
  };
  mergeCells(
    table,
    merged.map((cell) => ({ ...cell, rowspan: Math.min(cell.rowspan, rows.length - cell.row) })),
  );
  if (headRows > 1 && headRows < rows.length) table.data = { headRows };
  return [...caption, table];
}

/** The rows of a table, not those of tables within it. */
function rowsOf(table: Element, head = false): { row: Element; head: boolean }[] {
  return table.children.flatMap((child): { row: Element; head: boolean }[] => {
    if (child.type !== 'element' || child.tagName === 'table') return [];
    return child.tagName === 'tr' ? [{ row: child, head }] : rowsOf(child, child.tagName === 'thead');
  });
}

function captionOf(table: Element): Paragraph[] {
  const found = table.children.find((child) => child.type === 'element' && child.tagName === 'caption') as
    Element | undefined;
  const value = found ? closed(toString(found)) : '';
  return value === '' ? [] : [{ type: 'paragraph', data: { caption: 'table' }, children: [{ type: 'text', value }] }];
}

function empty(): TableCell {
  return { type: 'tableCell', children: [] };
}

/** Blocks within a cell as lines of it. */
function inLine(nodes: readonly Nodes[]): PhrasingContent[] {
  const lines: PhrasingContent[][] = [[]];
  const begin = (): void => void (lines.at(-1)!.length > 0 && lines.push([]));
  for (const node of nodes) {
    if (node.type === 'table') {
      for (const row of node.children) {
        begin();
        lines
          .at(-1)!
          .push(
            ...row.children.flatMap(({ children }, i): PhrasingContent[] =>
              i === 0 ? children : [{ type: 'text', value: '　' }, ...children],
            ),
          );
      }
      begin();
    } else if (flow.has(node.type) && 'children' in node) {
      begin();
      lines.at(-1)!.push(...inLine(node.children as Nodes[]));
      begin();
    } else if (node.type === 'code') {
      begin();
      lines.at(-1)!.push({ type: 'inlineCode', value: node.value });
    } else if (node.type === 'text') lines.at(-1)!.push(...withFormulas(node));
    else lines.at(-1)!.push(node as PhrasingContent);
  }
  return trimmed(
    lines.filter((line) => line.length > 0).flatMap((line, i) => (i === 0 ? line : [{ type: 'break' }, ...line])),
  );
}

const flow = new Set([
  'paragraph',
  'heading',
  'list',
  'listItem',
  'blockquote',
  'defList',
  'defListTerm',
  'defListDescription',
]);

function withFormulas(node: Text): PhrasingContent[] {
  if (!node.value.includes('$')) return [node];
  return hideDollars(node.value)
    .split(/(\${1,2}[^$]+\${1,2})/u)
    .filter((part) => part !== '')
    .map((part): PhrasingContent =>
      part.startsWith('$')
        ? { type: 'inlineMath', value: part.replace(/^\$+|\$+$/gu, '').trim() }
        : { ...node, value: showDollars(part) },
    );
}

function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return nodes.filter((node) => node.type !== 'text' || node.value !== '');
}

function closed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function span(value: unknown): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 && number <= mostPlaces ? number : 1;
}
