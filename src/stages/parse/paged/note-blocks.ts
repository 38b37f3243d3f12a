/** Notes as blocks: the notes of pages in, definitions and the parts of openings that stood among them out. */
import type { FootnoteDefinition, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { BlockData, Role } from '../../../model/index.js';
import { withoutBlanks } from '../../../vocabulary/characters.js';
import { labelOf } from '../../../vocabulary/labels.js';
import type { BlockWriter } from './block-writer.js';
import { positionAt } from './compose.js';
import type { PageNote } from './notes.js';

/** Adds the notes of all pages: those of titles and people to their opening, the others at the end. */
export function addNotes(writer: BlockWriter, notes: readonly PageNote[]): void {
  const stars = notes.filter(({ mark }) => mark !== undefined && mark < 0);
  for (const note of stars) {
    // the star stays: the structure stage takes it off, and knows by it whose note this is
    const role: Role = note.mark === -1 ? 'title-note' : 'author-note';
    insertAfterOpening(
      writer,
      note.paragraphs.map((lines) => writer.paragraph(lines, { role })),
      note.page,
    );
  }
  for (const note of notes) {
    if (note.mark !== undefined && note.mark < 0) continue;
    const labels = note.mark === undefined ? note.paragraphs.map((lines) => labelOf(lines[0]!.text.trim())) : [];
    if (labels.some((label) => label !== undefined)) {
      let role: Role | undefined;
      insertAfterOpening(
        writer,
        // a second person's paragraph goes without the label
        note.paragraphs.map((lines, i) => writer.paragraph(lines, (role = labels[i]?.part ?? role) ? { role } : {})),
        note.page,
      );
      continue;
    }
    writer.root.children.push(definition(writer, note));
  }
}

function definition(writer: BlockWriter, note: PageNote): FootnoteDefinition {
  const first = note.paragraphs[0]![0]!;
  const start = first.start;
  const end = note.paragraphs.at(-1)!.at(-1)!.end;
  const children = note.paragraphs.map((lines, i): Paragraph => writer.paragraph(lines, {}, i === 0 ? note.lead : 0));
  if (note.copy) writer.change('parse:shared-notes', '', withoutBlanks(textOf(children)), first);
  else if (note.lead > 0)
    writer.setAside('parse:note-marks', first.text.slice(0, note.lead), first.start, first.start + note.lead);
  const identifier = writer.idOf(note);
  return {
    type: 'footnoteDefinition',
    identifier,
    label: identifier,
    position: positionAt(start, end),
    children,
  };
}

/** Puts blocks behind the last part of the opening that stands on a page or before it. */
function insertAfterOpening(writer: BlockWriter, nodes: RootContent[], page: number): void {
  const blocks = writer.root.children;
  const isOpening = (node: RootContent): boolean => (node.data as BlockData | undefined)?.role !== undefined;
  const pageOf = (node: RootContent): number => writer.pageAt(node.position!.start.offset!);
  let at = blocks.findLastIndex((node) => isOpening(node) && pageOf(node) <= page);
  if (at < 0) at = blocks.length - 1;
  blocks.splice(at + 1, 0, ...nodes);
}

function textOf(nodes: readonly (RootContent | PhrasingContent)[]): string {
  return nodes.map((node) => ('value' in node ? node.value : 'children' in node ? textOf(node.children) : '')).join('');
}
