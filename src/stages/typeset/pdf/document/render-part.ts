/** Writes the HTML of one document that is printed by itself: a document in, markup and what is to stand on its pages out. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { EditionDocument, EditionNote } from '../../../../model/index.js';
import type { NotePlacement } from '../../../../model/config/print-config.js';
import { crossScheme } from '../plan/compose-types.js';
import { prepareTree, type TreeOptions } from './prepare-tree.js';
import type { PictureData } from './read-pictures.js';

/** A document ready to be laid out. */
export interface RenderedPart {
  id: string;
  title: string;
  /** The galley of the text and that of its notes. */
  html: string;
  /** What is to be printed, for the proof: the text without its opening foot, and each note and part of the foot. */
  flow: string;
  notes: Map<string, { number: number; text: string }>;
}

export interface RenderOptions {
  pictures: PictureData;
  notes: NotePlacement;
  /** Whether gaps are put between Han and Latin: where they are not the browser's own. */
  spaced?: boolean;
  /** Words that are added to the text. */
  words: { endnotes: string };
  /** Whether an id stands in another document of the edition. */
  isElsewhere(id: string): boolean;
}

export function renderPart(document: EditionDocument, options: RenderOptions): RenderedPart {
  const treeOptions: TreeOptions = {
    picture: (src) => options.pictures.addresses.get(src),
    latin: document.lang === 'en',
    spaced: options.spaced ?? false,
    address: (href) =>
      href.startsWith('#') && options.isElsewhere(href.slice(1)) ? crossScheme + href.slice(1) : href,
  };
  const section = sectionOf(document, prepareTree(document.body, treeOptions), options);
  const flow = textOf(section, isFoot);
  const notes: RenderedPart['notes'] = new Map();
  feetOf(section).forEach((element, k) => {
    notes.set(`${document.id}-foot-${k}`, { number: 0, text: textOf(element) });
  });
  const atFoot: Element[] = [];
  const atEnd: Element[] = [];
  for (const note of document.notes) {
    const content = prepareTree(note.content, treeOptions);
    (options.notes === 'end' && note.kind === 'text' ? atEnd : atFoot).push(noteElement(note, content, document.lang));
    notes.set(note.id, { number: note.number, text: content.map((node) => textOf(node)).join('') });
  }
  if (atEnd.length > 0) addEndnotes(section, atEnd, options.words.endnotes);
  const html = toHtml([h('main.galley', section), h('div.note-galley', atFoot)]);
  return { id: document.id, title: document.title, html, flow, notes };
}

/** The section of a document, as it stands in its body or made around it. */
function sectionOf(document: EditionDocument, body: ElementContent[], { pictures }: RenderOptions): Element {
  const only = body.length === 1 ? body[0] : undefined;
  const section =
    only?.type === 'element' && only.tagName === 'section' ? only : h('section', { className: document.kind }, body);
  const children =
    document.kind === 'cover' && pictures.cover
      ? [h('img.cover-picture', { src: pictures.cover, alt: document.title })]
      : section.children;
  return { ...section, properties: { ...section.properties, id: document.id, lang: document.lang }, children };
}

/** Sets the notes after the text, before its English part. */
function addEndnotes(section: Element, notes: Element[], title: string): void {
  const english = section.children.findIndex((child) => child.type === 'element' && classes(child).includes('english'));
  const heading = h('p.endnotes-title', { dataRepeated: '' }, title);
  section.children.splice(
    english < 0 ? section.children.length : english,
    0,
    h('section.endnotes', { role: 'doc-endnotes' }, [heading, ...notes]),
  );
}

function noteElement({ id, kind }: EditionNote, content: ElementContent[], lang: string): Element {
  const mark = h('a.note-number', { href: `#call-${id}` }, kind === 'title' ? '＊' : '①');
  const first = content[0];
  const head =
    first?.type === 'element' && first.tagName === 'p'
      ? h('p.note-head', { ...first.properties, className: classes(first) }, [mark, ...first.children])
      : h('p.note-head', [mark]);
  const rest = head.children.length > 1 || first === undefined ? content.slice(1) : content;
  return h(kind === 'title' ? 'div.note.title-note' : 'div.note', { id, dataKey: id, lang, role: 'doc-footnote' }, [
    head,
    ...rest,
  ]);
}

function classes(element: Element): (string | number)[] {
  return Array.isArray(element.properties.className) ? element.properties.className : [];
}

function isFoot(node: Element): boolean {
  return classes(node).includes('opening-foot');
}

function feetOf(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (isFoot(child)) return child.children.filter((paragraph) => paragraph.type === 'element');
    return feetOf(child);
  });
}

/** Text of a node without calls and without what is left out. */
function textOf(node: ElementContent, leaveOut: (element: Element) => boolean = () => false): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || leaveOut(node) || classes(node).includes('note-call')) return '';
  return node.children.map((child) => textOf(child as ElementContent, leaveOut)).join('');
}
