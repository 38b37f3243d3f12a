/** A document of the edition as a content document of the book: hast in, the body's XHTML and its frame out. */
import type { Element, ElementContent } from 'hast';
import type { Remember } from '../../../cache/remember.js';
import type { NoteProfile } from '../../../model/choices.js';
import type { EditionDocument } from '../../../model/index.js';
import { bindCalls } from '../html/bind-calls.js';
import { documentDigest } from '../html/document-digest.js';
import type { EditionStrings } from '../html/edition-strings.js';
import { noteWriters } from './note-profiles.js';
import { placeNotes } from '../html/notes.js';
import type { ListedPage, PageMarks } from './page-marks.js';
import { separateParts } from './run-in.js';
import { rankHeadings } from './rank-headings.js';
import { xhtml } from '../html/xml.js';

/** What `chapter.xhtml.ejs` is filled with. */
export interface Chapter {
  /** File name in `text/`. */
  filename: string;
  title: string;
  lang: string;
  /** Structural semantics of the body: which part of a book it belongs to. */
  matter: 'cover' | 'frontmatter' | 'bodymatter' | 'backmatter';
  kind: EditionDocument['kind'];
  body: string;
  /** The pages that begin in it. */
  pages: ListedPage[];
}

const matters: Partial<Record<EditionDocument['kind'], Chapter['matter']>> = {
  cover: 'cover',
  'title-page': 'frontmatter',
  copyright: 'frontmatter',
  contents: 'frontmatter',
  'english-contents': 'frontmatter',
  'english-abstracts': 'backmatter',
  errata: 'backmatter',
  colophon: 'backmatter',
};

/** Structural semantics of the top section, with the ARIA role that goes with it. */
const semantics: Partial<Record<EditionDocument['kind'], { 'epub:type': string; role?: string }>> = {
  article: { 'epub:type': 'chapter', role: 'doc-chapter' },
  'title-page': { 'epub:type': 'titlepage' },
  copyright: { 'epub:type': 'copyright-page' },
  errata: { 'epub:type': 'errata' },
  colophon: { 'epub:type': 'colophon', role: 'doc-colophon' },
};

/** A part of a book, and 序 and 后记, have names of their own. */
function semanticsOf({
  kind,
  article,
  title,
  body,
}: EditionDocument): { 'epub:type': string; role?: string } | undefined {
  if (kind !== 'article' || article?.level === undefined) return semantics[kind];
  const [section] = body;
  if (section?.type === 'element' && String(section.properties.className).includes('part'))
    return { 'epub:type': 'part', role: 'doc-part' };
  const named = bookSemantics.find(({ words }) => words.test(title));
  return named && article.matter !== 'body' ? { 'epub:type': named.type, role: `doc-${named.type}` } : semantics[kind];
}

const bookSemantics: { words: RegExp; type: string }[] = [
  { words: /^(?:.?序[言文]?|前言|自序|代序|弁言)/u, type: 'preface' },
  { words: /^(?:楔子|序[章幕曲])/u, type: 'prologue' },
  { words: /^(?:[导導绪緒引][言论論子])/u, type: 'introduction' },
  { words: /^(?:尾[声聲]|终章|終章)/u, type: 'epilogue' },
  { words: /^(?:[后後][记記序]|跋)/u, type: 'afterword' },
  { words: /^附[录錄]/u, type: 'appendix' },
];

/** Columns that stand side by side on a phone. */
const narrowColumns = 4;

/** File name of a document. */
export function chapterFile(document: EditionDocument): string {
  return `${document.id}.xhtml`;
}

/** How the chapters of a book are made. */
export interface ChapterFrame {
  language: string;
  strings: EditionStrings;
  /** File of the document or heading that an id belongs to, for links within the edition. */
  fileOf: (id: string) => string | undefined;
  profile: NoteProfile;
  marks: PageMarks;
}

/** A chapter as `makeChapter` makes it, from an earlier time where it was made of the same. */
export async function rememberedChapter(
  document: EditionDocument,
  frame: ChapterFrame,
  remember: Remember,
): Promise<Chapter> {
  const { language, fileOf, profile, marks } = frame;
  const { sha256, links } = documentDigest(document);
  const on = [language, profile, marks.source, marks.startsIn(document.id), links.map(fileOf)];
  const made = await remember('epub:chapter', [sha256, JSON.stringify(on)], () =>
    Promise.resolve(Buffer.from(JSON.stringify(makeChapter(document, frame)))),
  );
  return JSON.parse(Buffer.from(made).toString()) as Chapter;
}

/** @throws when the document contradicts itself: a call of a note it does not have, a link to nothing */
export function makeChapter(document: EditionDocument, { strings, fileOf, profile, marks }: ChapterFrame): Chapter {
  const own = chapterFile(document);
  const bound = bindCalls(document.body.map((node) => separateParts(prepare(node, own, fileOf))));
  const parted = rankHeadings(bound);
  const { body: marked, pages } = marks.mark(document.id, own, parted);
  const notes = document.notes.map((note) => ({
    ...note,
    content: note.content.map((node) => prepare(node, own, fileOf)),
  }));
  const body = placeNotes({ ...document, notes }, marked, strings, noteWriters[profile]);
  const top = body[0];
  if (top?.type === 'element')
    top.properties = { ...top.properties, ...semanticsOf(document), ...labelOf(top, document) };
  return {
    filename: own,
    title: document.title,
    lang: document.lang,
    matter: matters[document.kind] ?? (document.article?.matter ? `${document.article.matter}matter` : 'bodymatter'),
    kind: document.kind,
    body: xhtml(body),
    pages,
  };
}

/** An article's section is named by its title, any other by the words of its document. */
function labelOf(section: Element, document: EditionDocument): Element['properties'] {
  if (document.kind !== 'article') return { ariaLabel: document.title };
  const id = `title-${document.id}`;
  const title = find(section, ({ properties }) => isTitle(properties.className));
  if (!title) return { ariaLabel: document.title };
  title.properties.id = id;
  return { ariaLabelledBy: [id] };
}

/** The opening's title, at whatever level it stands. */
function isTitle(className: unknown): boolean {
  return Array.isArray(className) && className.includes('title');
}

function find(node: Element, wanted: (element: Element) => boolean): Element | undefined {
  if (wanted(node)) return node;
  for (const child of node.children) {
    const found = child.type === 'element' ? find(child, wanted) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** A copy with what XHTML in a book wants: `xml:lang` beside `lang`, links and pictures by their place in the book. */
function prepare(node: ElementContent, own: string, fileOf: (id: string) => string | undefined): ElementContent {
  if (node.type !== 'element') return node;
  const properties = { ...node.properties };
  if (typeof properties.lang === 'string') properties.xmlLang = properties.lang;
  if (typeof properties.href === 'string' && properties.href.startsWith('#')) {
    const id = properties.href.slice(1);
    const file = fileOf(id);
    if (!file) throw new Error(`epub: ${own} links to ${id}, which nothing is called`);
    properties.href = file === `${id}.xhtml` ? file : file === own ? `#${id}` : `${file}#${id}`;
  }
  // a table that may have to be scrolled can be reached without a pointer
  if (node.tagName === 'figure' && columnsOf(node) > narrowColumns) properties.tabIndex = 0;
  if (node.tagName === 'img' && typeof properties.src === 'string') properties.src = `../${properties.src}`;
  const children = node.children
    .map((child) => prepare(child as ElementContent, own, fileOf))
    // slots that print fills
    .filter((child) => !(child.type === 'element' && child.properties.className?.toString() === 'contents-page'));
  return { ...node, properties, children };
}

/** Cells in the longest row of a table. */
function columnsOf(node: Element): number {
  const counts = node.children.map((child) => (child.type === 'element' ? columnsOf(child) : 0));
  return node.tagName === 'tr' ? node.children.length : Math.max(0, ...counts);
}
