/**
 * What finished Markdown says in comments, because Markdown has no sign for it: written by export, read by parse.
 *
 * A comment on a line of its own is said of the block after it; a page may begin within a line, too.
 */
import type { Table } from 'mdast';
import type { BlockData } from '../model/index.js';
import { mergedCells, mostPlaces, type MergedCell } from './merged-cells.js';

/** `<!-- page 12 -->`: a page of the printed source begins. */
export const pageMark = (page: string): string => `<!-- page ${page} -->`;

/** `<!-- lost -->` in a note: the source has lost its text. */
export const lostMark = '<!-- lost -->';

/** Stands between two lists that are not one. */
export const nothingMark = '<!-- -->';

/** What a paragraph of a book is, and a word says. */
const lookNames = ['verse', 'speaker', 'signature', 'epigraph', 'boxTitle'] as const;
type LookName = (typeof lookNames)[number];
const isLook = (said: string): said is LookName => (lookNames as readonly string[]).includes(said);

const captionMark = /^caption: (table|figure)$/;

/** Comments that say what a paragraph is. */
export function blockMarks({ caption, source, role, ...looks }: BlockData): string[] {
  return [
    ...(caption ? [`<!-- caption: ${caption} -->`] : []),
    ...(source ? ['<!-- source -->'] : []),
    ...(role === 'reference' ? ['<!-- reference -->'] : []),
    ...lookNames.filter((name) => looks[name]).map((name) => `<!-- ${name} -->`),
  ];
}

/**
 * Comments on a table: `<!-- head: 2 rows -->`, and `<!-- merged: 1.1 2x1, 2.3 1x2 -->` with the row and column of each
 * cell that covers others, and how many columns and rows it takes.
 */
export function tableMarks(table: Table): string[] {
  const rows = table.data?.headRows ?? 1;
  const merged = mergedCells(table).map(
    ({ row, column, colspan, rowspan }) => `${row + 1}.${column + 1} ${colspan}x${rowspan}`,
  );
  return [
    ...(rows === 1 ? [] : [`<!-- head: ${rows} rows -->`]),
    ...(merged.length > 0 ? [`<!-- merged: ${merged.join(', ')} -->`] : []),
  ];
}

/** What a comment says, if it is one of ours. */
export type Mark =
  | { kind: 'page'; page: string }
  | { kind: 'block'; data: Pick<BlockData, 'caption' | 'source' | 'role' | LookName> }
  | { kind: 'table'; headRows?: number; merged?: MergedCell[] }
  | { kind: 'lost' | 'nothing' };

/** @param html a node of html as it is written */
export function markOf(html: string): Mark | undefined {
  const said = /^<!--\s*([^]*?)\s*-->\s*$/.exec(html)?.[1];
  if (said === undefined) return undefined;
  if (said === '') return { kind: 'nothing' };
  if (said === 'lost') return { kind: 'lost' };
  if (said === 'source') return { kind: 'block', data: { source: true } };
  if (isLook(said)) return { kind: 'block', data: { [said]: true } };
  if (said === 'reference') return { kind: 'block', data: { role: 'reference' } };
  const page = /^page (\S+)$/.exec(said)?.[1];
  if (page !== undefined) return { kind: 'page', page };
  const headRows = /^head: (\d{1,2}) rows$/.exec(said)?.[1];
  if (headRows !== undefined) return { kind: 'table', headRows: Number(headRows) };
  if (/^merged: \d+\.\d+ \d+x\d+(?:, \d+\.\d+ \d+x\d+)*$/.test(said)) return { kind: 'table', merged: mergedIn(said) };
  const caption = captionMark.exec(said)?.[1];
  return caption ? { kind: 'block', data: { caption: caption as 'table' | 'figure' } } : undefined;
}

function mergedIn(said: string): MergedCell[] {
  return [...said.matchAll(/(\d+)\.(\d+) (\d+)x(\d+)/g)]
    .map(([, row, column, colspan, rowspan]) => ({
      row: Number(row) - 1,
      column: Number(column) - 1,
      colspan: Number(colspan),
      rowspan: Number(rowspan),
    }))
    .filter(({ colspan, rowspan }) => Math.min(colspan, rowspan) > 0 && Math.max(colspan, rowspan) <= mostPlaces);
}
