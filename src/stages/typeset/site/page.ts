/** A document of the edition as a page of the site: hast in, the content of its `main` out. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { EditionDocument } from '../../../model/index.js';
import { bindCalls } from '../html/bind-calls.js';
import { added, isClass, pageSlot } from '../html/classes.js';
import { fill, type EditionStrings } from '../html/edition-strings.js';
import { linkNotes, type NoteWriter } from '../html/notes.js';
import { xhtml } from '../html/xml.js';
import { setNotesBeside } from './side-notes.js';

/** Notes as the web knows them: links there and back. */
const writer: NoteWriter = {
  call: ({ id, href, mark }) => h('sup.note-mark', h('a.note-call', { id, href, role: 'doc-noteref' }, mark)),
  note: (id, content) => h('aside.footnote', { id, role: 'doc-footnote' }, content),
  section: (notes, label) => h('section.notes', { ariaLabel: label }, notes),
  back: { role: 'doc-backlink' },
};

/** File name of a document's page. */
export const pageFile = ({ id, kind }: EditionDocument): string => (kind === 'contents' ? 'index.html' : `${id}.html`);

/**
 * @param fileOf file of the document or heading that an id belongs to
 * @throws when the document contradicts itself: a call of a note it does not have, a link to nothing
 */
export function pageContent(
  document: EditionDocument,
  strings: EditionStrings,
  fileOf: (id: string) => string | undefined,
): string {
  const own = pageFile(document);
  const prepared = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node) => prepare(node, own, fileOf, strings));
  const notes = document.notes.map((note) => ({ ...note, content: prepared(note.content) }));
  const body = bindCalls(prepared(document.body));
  const linked = linkNotes({ ...document, notes }, body, strings, writer);
  const open = new Map(linked.notes.map(({ id, element }) => [id, element]));
  const beside = setNotesBeside(linked.body, open);
  // a note that nothing calls stands at the end
  const rest = open.size > 0 ? [writer.section([...open.values()], strings.notes.section)] : [];
  return xhtml([...beside, ...rest]);
}

/** A copy with links by their place in the site, and marks where pages of the source begin. */
function prepare(
  node: ElementContent,
  own: string,
  fileOf: (id: string) => string | undefined,
  strings: EditionStrings,
): ElementContent[] {
  if (node.type !== 'element') return [node];
  // slots that print fills
  if (isClass(node, pageSlot)) return [];
  const { dataPage, href } = node.properties;
  if (dataPage !== undefined) return [pageMark(String(dataPage), strings)];
  const properties = { ...node.properties };
  if (typeof href === 'string' && href.startsWith('#')) properties.href = addressOf(href.slice(1), own, fileOf);
  const children = node.children.flatMap((child) => prepare(child as ElementContent, own, fileOf, strings));
  const copy: Element = { ...node, properties, children };
  // a wide table is scrolled, not the page
  return node.tagName === 'table' ? [h('div.wide', { tabIndex: 0 }, [copy])] : [copy];
}

function addressOf(id: string, own: string, fileOf: (id: string) => string | undefined): string {
  const file = fileOf(id);
  if (!file) throw new Error(`site: ${own} links to ${id}, which nothing is called`);
  return file === own ? `#${id}` : file === `${id}.html` ? file : `${file}#${id}`;
}

function pageMark(page: string, strings: EditionStrings): Element {
  const label = fill(strings.nav.page, { page });
  return h(`span.page-break.${added}`, { role: 'doc-pagebreak', ariaLabel: label, title: label }, page);
}
