/** The mark with which a note's text opens, told from a numbered item and cut off. */
import type { Paragraph, RootContent, Text } from 'mdast';
import type { RestoreContext } from '../../diagnostics/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { noteListHeadings } from '../../vocabulary/headings.js';
import { citesSource, markNumber, noteLead, noteWords } from '../../vocabulary/note-markers.js';
import { cutLead, dataOf, isParagraph, spanOf, textOf } from './blocks.js';

/** Number of the mark that a block opens with; undefined where it opens with none. */
export function markOf(node: RootContent): number | undefined {
  if (isParagraph(node) && typeof node.data?.mark === 'number') return node.data.mark;
  const lead = isParagraph(node) ? noteLead.exec(textOf(node)) : null;
  return lead ? markNumber(lead[1], lead[2]) : undefined;
}

/** Cuts the mark off a note's text and returns its number. */
export function takeMark(node: Paragraph, context: RestoreContext): number | undefined {
  if (typeof node.data?.mark === 'number') return node.data.mark; // cut off already
  const [first, ...rest] = node.children;
  const raised = first?.type === 'text' && first.data?.raised ? /^\D?(\d{1,3})\D?$/u.exec(first.value.trim()) : null;
  if (raised && rest.length > 0) {
    // no paragraph begins with a raised number but a note
    context.setAside(withoutBlanks((first as Text).value), spanOf(first!));
    node.children = rest;
    if (rest[0]?.type === 'text') rest[0].value = rest[0].value.trimStart();
    return Number(raised[1]);
  }
  const lead = noteLead.exec(textOf(node));
  if (!lead) return undefined;
  const span = spanOf(node);
  const cut = cutLead(node, lead[0].length);
  context.setAside(withoutBlanks(cut), { start: span.start, end: span.start + cut.length });
  return markNumber(lead[1], lead[2]);
}

/** Is this the first item of an enumeration: behind a colon, and an item that ends in a semicolon, or none that names a source? */
export function enumerates(blocks: RootContent[], at: number): boolean {
  const before = blocks[at - 1];
  if (!before || !isParagraph(before) || !/[：:]\s*$/u.test(textOf(before))) return false;
  if (noteListHeadings.test(withoutBlanks(textOf(before)))) return false;
  const items = blocks.slice(at, at + 3).filter((node) => isParagraph(node) && markOf(node) !== undefined);
  if (items.some((node) => /[；;]\s*$/u.test(textOf(node)))) return true;
  return items.length > 1 && !dataOf(before).line && !items.some((node) => explains(textOf(node)));
}

/** Does a text say what only a note says: where something is written, or what is meant? */
function explains(text: string): boolean {
  return citesSource.test(text) || /《|[页頁]/u.test(text) || noteWords.test(text.replace(noteLead, ''));
}
