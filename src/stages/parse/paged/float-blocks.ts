/** Figures and tables as blocks: pictures cut from their page, rows of cells, captions and sources. */
import type { Paragraph, Table, TableCell, TableRow } from 'mdast';
import { messages } from '../../../messages/index.js';
import { cutAddress } from '../../../model/page-pictures.js';
import type { PageBlock, TableCell as PageTableCell } from '../../../model/paged-text.js';
import { continuedCaption } from '../../../vocabulary/labels.js';
import type { BlockWriter } from './block-writer.js';
import { positionAt } from './compose.js';
import { commonColumns, repeatedHead, spread } from './continued-tables.js';
import type { Float } from './floats.js';
import type { MeasuredLine } from './measured-line.js';

/** Lines have a width, and letters reach over their box, pt. */
const edge = 2;

/** Adds a figure or table: its caption, itself, its source. */
export function addFloat(writer: BlockWriter, float: Float): void {
  const { labels, captions, sources, block } = float;
  if (block.rows && goOn(writer, float)) {
    for (const lines of sources) writer.add(writer.paragraph(lines, { source: true }));
    return;
  }
  const caption = captions.map((lines) => writer.paragraph(lines, { caption: block.rows ? 'table' : 'figure' }));
  if (block.rows) {
    caption.forEach((node) => writer.add(node));
    const node = table(writer, block, labels);
    writer.columnsOf.set(node, block.columns!);
    writer.add(node);
  } else {
    writer.add(picture(writer, float));
    writer.leaveOut(labels, block.kind === 'table' ? 'parse:table-picture' : 'parse:figure-labels');
    if (block.kind === 'table') writer.ask('table', messages.paged.doubtfulTable, labels);
    if (block.unread)
      writer.ask('unread-area', messages.paged.unreadArea, labels.length > 0 ? labels : near(writer, float));
    caption.forEach((node) => writer.add(node));
  }
  for (const lines of sources) writer.add(writer.paragraph(lines, { source: true }));
}

/** Puts the rows of a part to the table that it goes on with, if it does: 续表, or no caption at the head of a page. */
function goOn(writer: BlockWriter, { page, block, labels, captions }: Float): boolean {
  const said = captions.length > 0 && continuedCaption.test(captions[0]![0]!.text.trim());
  if (captions.length > 0 && !said) return false;
  const { children } = writer.root;
  const last = said ? children.findLast((node) => node.type === 'table') : children.at(-1);
  if (last?.type !== 'table') return false;
  const from = writer.pageAt(last.position!.end.offset! - 1);
  const columns = writer.columnsOf.get(last);
  if (from >= page.number || (!said && from !== page.number - 1) || !columns) return false;
  const among = commonColumns(columns, block.columns!);
  if (!among) return false;
  const part = table(writer, block, labels);
  spread({ table: last, columns }, among);
  spread({ table: part, columns: block.columns! }, among);
  writer.columnsOf.set(last, among);
  const again = repeatedHead(last, part);
  writer.leaveOut(linesOf(writer, block.rows!.slice(0, again)), 'parse:repeated-head');
  writer.leaveOut(captions.flat(), 'parse:repeated-head');
  last.children.push(...part.children.slice(again));
  last.position = positionAt(last.position!.start.offset!, labels.at(-1)!.end);
  return true;
}

function linesOf(writer: BlockWriter, rows: readonly PageTableCell[][]): MeasuredLine[] {
  return rows.flat().flatMap(({ lines }) => lines.flatMap(({ start }) => writer.lineAt(start) ?? []));
}

/** The line above a block, or the first one after it. */
function near(writer: BlockWriter, { page, block }: Float): MeasuredLine[] {
  const line =
    writer.lines.findLast((one) => one.page === page && one.line.y <= block.bottom) ??
    writer.lines.find((one) => one.page.number >= page.number);
  return line ? [line] : writer.lines.slice(-1);
}

/** Cut from the page; its words are those of its caption. */
function picture(writer: BlockWriter, float: Float): Paragraph {
  const { page, block, labels } = float;
  const at = (labels[0] ?? near(writer, float)[0])?.start ?? 0;
  const { x, y, right, bottom } = block;
  const url = cutAddress({ page: page.number, x: x - edge, y: y - edge, right: right + edge, bottom: bottom + edge });
  const position = positionAt(at, labels.at(-1)?.end ?? at);
  return { type: 'paragraph', position, children: [{ type: 'image', url, alt: '', position }] };
}

function table(writer: BlockWriter, { rows, headRows }: PageBlock, labels: readonly MeasuredLine[]): Table {
  const first = labels[0]!;
  return {
    type: 'table',
    ...(headRows !== undefined && headRows !== 1 && { data: { headRows } }),
    position: positionAt(first.start, labels.at(-1)!.end),
    children: tableRows(writer, rows!),
  };
}

function tableRows(writer: BlockWriter, rows: readonly PageTableCell[][]): TableRow[] {
  return rows.map((cells): TableRow => ({
    type: 'tableRow',
    children: cells.map(({ lines, colspan, rowspan }): TableCell => {
      const own = lines.flatMap(({ start }) => writer.lineAt(start) ?? []);
      const data = { ...(colspan > 1 && { colspan }), ...(rowspan > 1 && { rowspan }) };
      return {
        type: 'tableCell',
        ...(Object.keys(data).length > 0 && { data }),
        children: own.length > 0 ? writer.phrasing(own) : [],
      };
    }),
  }));
}
