/** Figures and tables as blocks: pictures cut from their page, rows of cells, captions and sources. */
import type { Paragraph, Table, TableCell, TableRow } from 'mdast';
import { messages } from '../../../messages/index.js';
import { cutAddress } from '../../../model/page-pictures.js';
import type { PageBlock, PagedPage, TableCell as PageTableCell } from '../../../model/paged-text.js';
import { columnCount } from '../../../vocabulary/merged-cells.js';
import type { BlockWriter } from './block-writer.js';
import { positionAt } from './compose.js';
import type { Float } from './floats.js';
import type { MeasuredLine } from './measured-line.js';

/** Lines have a width, and letters reach over their box, pt. */
const edge = 2;

/** Adds a figure or table: its caption, itself, its source. */
export function addFloat(writer: BlockWriter, float: Float): void {
  const { labels, captions, sources, block, page } = float;
  const kind = block.kind;
  const last = writer.root.children.at(-1);
  // 续表: a table goes on at the head of the next page
  const goesOn =
    block.rows &&
    captions.length === 0 &&
    last?.type === 'table' &&
    page.number > 1 &&
    continues(writer, last, block.rows, page);
  const caption = captions.map((lines) => writer.paragraph(lines, { caption: block.rows ? 'table' : 'figure' }));
  if (block.rows) {
    caption.forEach((node) => writer.add(node));
    if (goesOn) last.children.push(...tableRows(writer, block.rows));
    else writer.add(table(writer, block, labels));
  } else {
    writer.add(picture(writer, float));
    writer.leaveOut(labels, kind === 'table' ? 'parse:table-picture' : 'parse:figure-labels');
    if (kind === 'table') writer.ask('table', messages.paged.doubtfulTable, labels);
    caption.forEach((node) => writer.add(node));
  }
  for (const lines of sources) writer.add(writer.paragraph(lines, { source: true }));
}

/** Cut from the page; its words are those of its caption. */
function picture(writer: BlockWriter, { page, block, labels }: Float): Paragraph {
  const own = labels[0] ?? writer.lines.findLast((line) => line.page === page && line.line.y <= block.bottom);
  const at = own?.start ?? writer.lines.find((line) => line.page.number >= page.number)?.start ?? 0;
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

/** Is this the rest of a table that the page before ends with: as many columns, and nothing between? */
function continues(writer: BlockWriter, table: Table, rows: readonly PageTableCell[][], page: PagedPage): boolean {
  const width = rows[0]!.reduce((sum, { colspan }) => sum + colspan, 0);
  const from = writer.pageAt(table.position!.end.offset! - 1);
  return columnCount(table) === width && from === page.number - 1;
}
