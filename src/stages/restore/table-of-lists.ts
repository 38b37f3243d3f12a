/**
 * A table of two columns, labels and numbered lists: its printed lines in, an mdast table out where its rows are certain.
 *
 * Certain are they where the numbers of the second column begin anew with 1 behind a label, go on without a gap up to the
 * next one, and the head has two cells. Each member of a list is a row; the lines that its cell was wrapped into are one.
 */
import type { Paragraph, Table } from 'mdast';
import { append, textOf } from './blocks.js';
import { cellsApart, partCells, tableOfRows } from './table-of-lines.js';

/** Characters of a line of a label, and how many lines it may have. */
const longestLabel = 12;
const mostLabelLines = 4;

const member = /^[\s　]*(\d{1,2})[、.．](?!\d)/u;
const ended = /[。；;：:]\s*$/u;

/** Undefined where the lines are no such table. */
export function tableOfLists(lines: Paragraph[]): Table | undefined {
  if (cellsApart(lines[0]!) !== 2 || lines.slice(1).some((line) => cellsApart(line) > 1)) return undefined;
  const firsts = lines.flatMap((line, i) => (numberOf(line) === 1 ? [i] : []));
  if (firsts.length < 2) return undefined;
  const labels = firsts.map((first) => labelStart(lines, first));
  if (labels[0] !== 1) return undefined;
  const rows: Paragraph[][] = [partCells(lines[0]!)];
  for (const [i, first] of firsts.entries()) {
    const start = labels[i]!;
    if (start === first) return undefined;
    const members = membersOf(lines.slice(first, labels[i + 1]));
    if (!members) return undefined;
    const label = joined(lines.slice(start, first));
    rows.push(...members.map((one, place) => [place === 0 ? label : { ...one, children: [] }, one]));
  }
  return tableOfRows(rows);
}

function numberOf(line: Paragraph): number | undefined {
  const found = member.exec(textOf(line));
  return found ? Number(found[1]) : undefined;
}

/** Index of the first line of the label that stands right before a list; that of the list where there is none. */
function labelStart(lines: Paragraph[], first: number): number {
  let start = first;
  while (start > 1 && first - start < mostLabelLines && isLabel(lines[start - 1]!)) start--;
  return start;
}

function isLabel(line: Paragraph): boolean {
  const text = textOf(line).trim();
  return text.length <= longestLabel && numberOf(line) === undefined && !ended.test(text) && !/^[（(]/u.test(text);
}

/** The members of a list, each in one; undefined where a number is missing. */
function membersOf(lines: Paragraph[]): Paragraph[] | undefined {
  const members: Paragraph[][] = [];
  for (const line of lines) {
    const number = numberOf(line);
    if (number === members.length + 1) members.push([line]);
    else if (number !== undefined) return undefined;
    else members.at(-1)!.push(line);
  }
  return members.map(joined);
}

function joined([first, ...rest]: Paragraph[]): Paragraph {
  const whole: Paragraph = { ...first!, children: [...first!.children] };
  for (const line of rest) append(whole, line);
  return whole;
}
