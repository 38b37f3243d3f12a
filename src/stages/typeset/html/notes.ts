/**
 * Notes of a document with their calls: linked there and back, and, where a target wants them so, gathered at its end.
 *
 * What a call and a note look like is the writer's affair. A reader that ignores all of it still shows the notes with
 * their numbers after the text.
 */
import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { EditionDocument, EditionNote } from '../../../model/index.js';
import { fill, type EditionStrings } from './edition-strings.js';
import { plainText } from './plain-text.js';

/** A call as its writer needs it. */
export interface NoteCall {
  id: string;
  /** Address of the note. */
  href: string;
  /** What the call shows where it is no sign: `[1]`, `＊`. */
  mark: string;
  /** Words of the note. */
  words: string;
}

/** One way of writing notes. Classes are the same in all: `note-call`, `notes`, `footnote`, `note-back`. */
export interface NoteWriter {
  call(call: NoteCall): Element;
  note(id: string, content: ElementContent[]): Element;
  /** @param label names the section for those who do not see it */
  section(notes: Element[], label: string): Element;
  /** The link that leads back, without its address. */
  back: Properties;
}

/** A document whose calls are links, and its notes, each with links back. */
export interface LinkedNotes {
  body: ElementContent[];
  notes: { id: string; element: Element }[];
}

/** @throws when a call has no note */
export function linkNotes(
  document: EditionDocument,
  body: ElementContent[],
  strings: EditionStrings,
  writer: NoteWriter,
): LinkedNotes {
  const byId = new Map(document.notes.map((note) => [note.id, note]));
  const calls = new Map<string, number>();
  const link = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    const id = node.properties.dataNote;
    if (typeof id !== 'string') return { ...node, children: node.children.map(link) };
    const note = byId.get(id);
    if (!note) throw new Error(`notes: ${document.id} calls the note ${id}, which it does not have`);
    const nth = (calls.get(id) ?? 0) + 1;
    calls.set(id, nth);
    const words = note.content.map((block) => plainText([block])).join(' ');
    return writer.call({ id: callId(note, nth), href: `#${note.id}`, mark: markOf(note, strings), words });
  };
  const linked = body.map(link);
  // contents first, for a note may call another
  const contents = document.notes.map((note) => note.content.map(link));
  const notes = document.notes.map((note, index) => {
    const { before, after } = backLinks(note, calls.get(note.id) ?? 0, strings, writer);
    return { id: note.id, element: writer.note(note.id, withMarks(contents[index]!, before, after)) };
  });
  return { body: linked, notes };
}

/**
 * @param body hast of the document; altered in place
 * @returns the same body, notes appended inside its last section
 */
export function placeNotes(
  document: EditionDocument,
  body: ElementContent[],
  strings: EditionStrings,
  writer: NoteWriter,
): ElementContent[] {
  if (document.notes.length === 0) return body;
  const { body: linked, notes } = linkNotes(document, body, strings, writer);
  const section = writer.section(
    notes.map(({ element }) => element),
    strings.notes.section,
  );
  const last = linked.at(-1);
  if (last?.type === 'element' && last.tagName === 'section') last.children.push(section);
  else linked.push(section);
  return linked;
}

/** Id of the n-th call of a note. */
function callId(note: EditionNote, nth: number): string {
  return nth === 1 ? `call-${note.id}` : `call-${note.id}-${nth}`;
}

function markOf(note: EditionNote, strings: EditionStrings): string {
  return note.kind === 'title' ? strings.notes.titleMark : `[${note.number}]`;
}

/** The note's mark, which leads to its first call, and links to each further one. */
function backLinks(
  note: EditionNote,
  calls: number,
  strings: EditionStrings,
  writer: NoteWriter,
): { before: Element; after: Element[] } {
  const name = note.kind === 'title' ? strings.notes.titleCall : fill(strings.notes.call, { number: note.number });
  const title = `${strings.notes.back} ${name}`;
  const back = (nth: number, mark: string) =>
    h('a.note-back', { href: `#${callId(note, nth)}`, ...writer.back, title }, mark);
  return {
    // a note that nothing calls has nothing to lead back to
    before: calls > 0 ? back(1, markOf(note, strings)) : h('span.note-back', markOf(note, strings)),
    after: Array.from({ length: Math.max(0, calls - 1) }, (_, index) => back(index + 2, strings.notes.backMark)),
  };
}

/** Puts the mark into the first paragraph and the links to further calls into the last. */
function withMarks(content: ElementContent[], before: ElementContent, after: ElementContent[]): ElementContent[] {
  const spaced = after.flatMap((node): ElementContent[] => [{ type: 'text', value: ' ' }, node]);
  const blocks = content.map((node) => ({ ...node }));
  const first = blocks[0];
  if (first?.type === 'element' && first.tagName === 'p') first.children = [before, ...first.children];
  else blocks.unshift(h('p', before));
  const last = blocks.at(-1)!;
  if (spaced.length === 0) return blocks;
  if (last.type === 'element' && last.tagName === 'p') last.children = [...last.children, ...spaced];
  else blocks.push(h('p', spaced));
  return blocks;
}
