/** Writes the one HTML document that is printed: an edition in, markup and what it needs out. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ejs from 'ejs';
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { stylesFolder, templatesFolder } from '../../../locations.js';
import type { Edition, EditionDocument, EditionNote } from '../../../model.js';
import { subsetFaces } from '../../fonts.js';
import { settingsStyles, type PrintSettings } from '../print-settings.js';
import { prepareTree, type TreeOptions } from './prepare-tree.js';
import type { PictureData } from './read-pictures.js';

export interface RenderedDocument {
  html: string;
  /** Characters that no font has. */
  missing: string[];
  /** What was to be printed, for the proof: text of each document without its opening foot, and of each note. */
  flows: Map<string, string>;
  notes: Map<string, { document: string; number: number; text: string }>;
}

export interface RenderOptions {
  pictures: PictureData;
  /** Everything that is set beside the edition's own text: running heads, signs. */
  furniture: string;
  settings: PrintSettings;
  /** Words that are added to the text. */
  words: { endnotes: string };
  /** A style sheet of the user, last in the order. */
  extraStyles?: string;
}

/** Digits, marks and signs that may be written once the pages are known. */
const always = '0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿＊-‐— ';

/** All faces get the em box of Chinese type: a Kai word in a Song line must not make the line higher. */
const oneBaseline = 'ascent-override:88%;descent-override:12%;line-gap-override:0%';

const sheets = (theme: string) => ['tokens.css', 'base.css', 'print.css', join('themes', `${theme}.css`)];

export async function renderDocument(edition: Edition, options: RenderOptions): Promise<RenderedDocument> {
  const treeOptions: TreeOptions = { picture: (src) => options.pictures.addresses.get(src) };
  const flows = new Map<string, string>();
  const notes: RenderedDocument['notes'] = new Map();
  const sections: ElementContent[] = [];
  const noteElements: Element[] = [];
  let foot = 0;
  for (const document of edition.documents) {
    const documentOptions = { ...treeOptions, latin: document.lang === 'en' };
    const section = sectionOf(document, prepareTree(document.body, documentOptions), options);
    sections.push(section);
    flows.set(document.id, textOf(section, isFoot));
    for (const element of feetOf(section)) {
      notes.set(`foot-${foot++}`, { document: document.id, number: 0, text: textOf(element) });
    }
    const endnotes: Element[] = [];
    for (const note of document.notes) {
      const content = prepareTree(note.content, documentOptions);
      const atEnd = options.settings.notes === 'end' && note.kind === 'text';
      (atEnd ? endnotes : noteElements).push(noteElement(note, content, document.lang));
      notes.set(note.id, {
        document: document.id,
        number: note.number,
        text: content.map((node) => textOf(node)).join(''),
      });
    }
    if (endnotes.length > 0) addEndnotes(section, endnotes, options.words.endnotes);
  }
  const text = [...flows.values(), ...[...notes.values()].map(({ text }) => text), options.furniture, always].join('');
  const fonts = await subsetFaces(text, ['song', 'song-bold', 'hei', 'kai']);
  const fontFaces = fonts.faces.map(
    ({ family, weight, data }) =>
      `@font-face{font-family:'${family}';font-weight:${weight};${oneBaseline};src:url(data:font/ttf;base64,${data.toString('base64')})}`,
  );
  const styles = await Promise.all(
    sheets(options.settings.theme).map((sheet) => readFile(join(stylesFolder, sheet), 'utf8')),
  );
  const template = await readFile(join(templatesFolder, 'print', 'document.ejs'), 'utf8');
  const html = ejs.render(template, {
    language: edition.meta.language,
    title: edition.meta.title,
    // a style sheet must not end its own element
    styles: [fontFaces.join('\n'), ...styles, settingsStyles(options.settings), options.extraStyles ?? ''].map((css) =>
      css.replace(/<\/(?=style)/gi, '<\\/'),
    ),
    documents: sections.map((section) => toHtml(section)),
    notes: noteElements.map((note) => toHtml(note)),
  });
  return { html, missing: fonts.missing, flows, notes };
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
