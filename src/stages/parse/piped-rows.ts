/** Lines in, the table that some of them are: rows between pipes with a delimiter row below the first, as Markdown has it. */
import type { Code, Table, TableCell, TableRow, Text } from 'mdast';
import type { Point } from 'unist';
import type { PrintedLine } from './column-by-column.js';

const row = /^\s*\|.*\|\s*$/u;
const delimiterRow = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/u;

/** What some lines of a plain text are, the line behind them, and the signs of it that are no words. */
export interface FoundInLines {
  node: Table | Code;
  end: number;
  signs: { text: string; start: number }[];
}

/** The table that begins with a line, if one does. */
export function pipedTable(lines: readonly PrintedLine[], from: number): FoundInLines | undefined {
  const [head, rule] = [lines[from], lines[from + 1]];
  if (!head || !rule || !row.test(head.text) || !delimiterRow.test(rule.text)) return undefined;
  let end = from + 2;
  while (lines[end] && row.test(lines[end]!.text)) end++;
  const signs: FoundInLines['signs'] = [{ text: rule.text.trim(), start: rule.offset + rule.text.search(/\S/u) }];
  const children = [head, ...lines.slice(from + 2, end)].map((line) => rowOf(line, signs));
  const position = { start: children[0]!.position!.start, end: children.at(-1)!.position!.end };
  return { node: { type: 'table', position, children }, end, signs };
}

function rowOf({ text, offset }: PrintedLine, signs: FoundInLines['signs']): TableRow {
  const bars = [...text.matchAll(/(?<!\\)\|/gu)].map(({ index }) => index);
  for (const at of bars) signs.push({ text: '|', start: offset + at });
  const children = bars.slice(1).map((to, i) => cellOf(text.slice(bars[i]! + 1, to), offset + bars[i]! + 1));
  const position = { start: pointAt(offset), end: pointAt(offset + text.length) };
  return { type: 'tableRow', position, children };
}

function cellOf(words: string, offset: number): TableCell {
  const value = words.trim();
  const start = offset + (value === '' ? 0 : words.indexOf(value));
  const position = { start: pointAt(start), end: pointAt(start + value.length) };
  const text: Text = { type: 'text', value, position: structuredClone(position) };
  return { type: 'tableCell', position, children: value === '' ? [] : [text] };
}

function pointAt(offset: number): Point {
  return { line: 1, column: 1, offset };
}
