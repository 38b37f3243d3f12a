/** Tables for tests: rows of cells in, HTML and what must be read of it out. `[2→]甲` goes over two columns, `[2↓]甲` over two rows. */
import type { ReadPdf } from '../../../src/stages/acquire/pdf/read-pdf.js';

export interface PrintedTable {
  /** Class of its rules. */
  rules: string;
  head: string[][];
  body: string[][];
}

/** Rules of the kinds that journals set. */
export const tableStyles = `
  .three { border-top: 1.2pt solid; border-bottom: 1.2pt solid }
  .three thead tr:last-child th, .three thead [rowspan] { border-bottom: .6pt solid } .three thead th[colspan] { border-bottom: .5pt solid }
  .bare { border-top: 1pt solid; border-bottom: 1pt solid } .bare thead tr:last-child th { border-bottom: .5pt solid }
  .grid td, .grid th { border: .5pt solid }
  .open td, .open th { border: .5pt solid } .open tr > :first-child { border-left: none } .open tr > :last-child { border-right: none }
  .lines td, .lines th { border-top: .5pt solid; border-bottom: .5pt solid }
  .two { border-top: .8pt solid; border-bottom: .8pt solid }
  .words td, .words th { text-align: left; vertical-align: top }
`;

export function tableHtml({ rules, head, body }: PrintedTable): string {
  const row = (cells: string[], tag: string): string => `<tr>${cells.map((cell) => cellHtml(cell, tag)).join('')}</tr>`;
  return `<table class="${rules}"><thead>${head.map((cells) => row(cells, 'th')).join('')}</thead><tbody>${body.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
}

function cellHtml(cell: string, tag: string): string {
  const [, count, way, text] = /^\[(\d)([→↓])\](.*)$/u.exec(cell) ?? [];
  return way
    ? `<${tag} ${way === '→' ? 'colspan' : 'rowspan'}="${count}">${text}</${tag}>`
    : `<${tag}>${cell}</${tag}>`;
}

/** The tables of a page as they were read, in the signs that they are written in above. */
export function tablesOf({ paged, text }: ReadPdf, page: number): (string[][] | undefined)[] {
  return paged.pages[page]!.blocks.filter(({ kind }) => kind === 'table').map(({ rows }) =>
    rows?.map((cells) =>
      cells.map(({ lines, colspan, rowspan }) => {
        const words = lines.map(({ start, end }) => text.slice(start, end).trim()).join('');
        return `${colspan > 1 ? `[${colspan}→]` : ''}${rowspan > 1 ? `[${rowspan}↓]` : ''}${words}`;
      }),
    ),
  );
}
