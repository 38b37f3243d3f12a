/**
 * Notes as reading systems pop them up: a document's body in, calls linked and notes gathered at its end out.
 *
 * `<sup><a epub:type="noteref">` and never the other way round, because readers look for the link inside the raised
 * mark; `aside` in the same file, with `epub:type`, ARIA role and class, because each reader knows another of the three.
 * A reader that ignores all of it still shows the notes with their numbers after the text.
 */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { EditionDocument, EditionNote } from '../../model.js';
import { fill, type EditionStrings } from '../html/edition-strings.js';

/**
 * @param body hast of the document; altered in place
 * @returns the same body, notes appended inside its last section
 */
export function placeNotes(
  document: EditionDocument,
  body: ElementContent[],
  strings: EditionStrings,
): ElementContent[] {
  if (document.notes.length === 0) return body;
  const byId = new Map(document.notes.map((note) => [note.id, note]));
  const calls = new Map<string, number>();
  const link = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    const id = node.properties.dataNote;
    if (typeof id !== 'string') return { ...node, children: node.children.map(link) };
    const note = byId.get(id);
    if (!note) throw new Error(`epub: ${document.id} calls the note ${id}, which it does not have`);
    const nth = (calls.get(id) ?? 0) + 1;
    calls.set(id, nth);
    return callOf(note, nth, strings);
  };
  const linked = body.map(link);
  // contents first, for a note may call another
  const contents = document.notes.map((note) => note.content.map(link));
  const asides = document.notes.map((note, index) => asideOf(note, contents[index]!, calls.get(note.id) ?? 0, strings));
  const notes = h('section.notes', { 'epub:type': 'footnotes', ariaLabel: strings.notes.section }, asides);
  const last = linked.at(-1);
  if (last?.type === 'element' && last.tagName === 'section') last.children.push(notes);
  else linked.push(notes);
  return linked;
}

/** Id of the n-th call of a note. */
function callId(note: EditionNote, nth: number): string {
  return nth === 1 ? `call-${note.id}` : `call-${note.id}-${nth}`;
}

function callOf(note: EditionNote, nth: number, strings: EditionStrings): Element {
  return h('sup.note-mark', [
    h(
      'a.note-call',
      { id: callId(note, nth), href: `#${note.id}`, 'epub:type': 'noteref', role: 'doc-noteref' },
      markOf(note, strings),
    ),
  ]);
}

function markOf(note: EditionNote, strings: EditionStrings): string {
  return note.kind === 'title' ? strings.notes.titleMark : `[${note.number}]`;
}

function asideOf(note: EditionNote, content: ElementContent[], calls: number, strings: EditionStrings): Element {
  const name = note.kind === 'title' ? strings.notes.titleCall : fill(strings.notes.call, { number: note.number });
  const back = (nth: number, mark: string) =>
    h(
      'a.note-back',
      {
        href: `#${callId(note, nth)}`,
        'epub:type': 'backlink',
        role: 'doc-backlink',
        title: `${strings.notes.back} ${name}`,
      },
      mark,
    );
  // a note that nothing calls has nothing to lead back to
  const mark = calls > 0 ? back(1, markOf(note, strings)) : h('span.note-back', markOf(note, strings));
  const further = Array.from({ length: Math.max(0, calls - 1) }, (_, index) => back(index + 2, strings.notes.backMark));
  return h(
    'aside.footnote',
    { id: note.id, 'epub:type': 'footnote', role: 'doc-footnote' },
    withMarks(content, [mark], further),
  );
}

/** Puts the mark into the first paragraph and the links to further calls into the last. */
function withMarks(content: ElementContent[], before: ElementContent[], after: ElementContent[]): ElementContent[] {
  const spaced = after.flatMap((node): ElementContent[] => [{ type: 'text', value: ' ' }, node]);
  const blocks = content.map((node) => ({ ...node }));
  const first = blocks[0];
  if (first?.type === 'element' && first.tagName === 'p') first.children = [...before, ...first.children];
  else blocks.unshift(h('p', before));
  const last = blocks.at(-1)!;
  if (spaced.length === 0) return blocks;
  if (last.type === 'element' && last.tagName === 'p') last.children = [...last.children, ...spaced];
  else blocks.push(h('p', spaced));
  return blocks;
}
