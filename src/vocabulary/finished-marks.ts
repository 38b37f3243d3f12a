/**
 * What finished Markdown says in comments, because Markdown has no sign for it: written by export, read by parse.
 *
 * A comment on a line of its own is said of the block after it; a page may begin within a line, too.
 */
import type { BlockData } from '../model/index.js';

/** `<!-- page 12 -->`: a page of the printed source begins. */
export const pageMark = (page: string): string => `<!-- page ${page} -->`;

/** `<!-- lost -->` in a note: the source has lost its text. */
export const lostMark = '<!-- lost -->';

/** Stands between two lists that are not one. */
export const nothingMark = '<!-- -->';

const captionMark = /^caption: (table|figure)$/;

/** Comments that say what a paragraph is. */
export function blockMarks({ caption, source, role }: BlockData): string[] {
  return [
    ...(caption ? [`<!-- caption: ${caption} -->`] : []),
    ...(source ? ['<!-- source -->'] : []),
    ...(role === 'reference' ? ['<!-- reference -->'] : []),
  ];
}

/** What a comment says, if it is one of ours. */
export type Mark =
  | { kind: 'page'; page: string }
  | { kind: 'block'; data: Pick<BlockData, 'caption' | 'source' | 'role'> }
  | { kind: 'lost' | 'nothing' };

/** @param html a node of html as it is written */
export function markOf(html: string): Mark | undefined {
  const said = /^<!--\s*([^]*?)\s*-->\s*$/.exec(html)?.[1];
  if (said === undefined) return undefined;
  if (said === '') return { kind: 'nothing' };
  if (said === 'lost') return { kind: 'lost' };
  if (said === 'source') return { kind: 'block', data: { source: true } };
  if (said === 'reference') return { kind: 'block', data: { role: 'reference' } };
  const page = /^page (\S+)$/.exec(said)?.[1];
  if (page !== undefined) return { kind: 'page', page };
  const caption = captionMark.exec(said)?.[1];
  return caption ? { kind: 'block', data: { caption: caption as 'table' | 'figure' } } : undefined;
}
