/** An edition as one page of HTML that a browser or another typesetter prints without our composer: an edition in, HTML out. */
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { Edition } from '../../../src/model/index.js';
import { subsetFaces } from '../../../src/stages/typeset/fonts.js';
import { charactersOf } from '../../../src/stages/typeset/pdf/document/characters.js';
import { readPictures } from '../../../src/stages/typeset/pdf/document/read-pictures.js';
import { renderPart } from '../../../src/stages/typeset/pdf/document/render-part.js';
import { renderShell, shellStyles } from '../../../src/stages/typeset/pdf/document/render-shell.js';
import { printSettings } from '../../../src/stages/typeset/pdf/print-settings.js';

/** The same texts, styles and fonts, notes after each article, to be printed as they fall. */
export function floorPage(edition: Edition): Promise<string> {
  return plainPage(edition, 'end', '@page{margin:25mm}.galley{width:auto}', (html) => html);
}

/** Notes inside the text with `float: footnote`, running heads and folios by page margin boxes. */
export function footnotePage(edition: Edition): Promise<string> {
  const styles = `
    @page { margin: 25mm; @bottom-center { content: counter(page) } @top-center { content: string(title) } }
    .galley { width: auto }
    h1 { string-set: title content() }
    .article { break-before: page }
    .footnote { float: footnote; font-size: 12px; line-height: 17px }`;
  return plainPage(edition, 'page', styles, inlineNotes);
}

async function plainPage(
  edition: Edition,
  notes: 'page' | 'end',
  extra: string,
  finish: (html: string) => string,
): Promise<string> {
  const pictures = await readPictures(edition);
  const words = { endnotes: '注释' };
  const { faces } = await subsetFaces(charactersOf(edition, words.endnotes), ['song', 'song-bold', 'hei', 'kai']);
  const styles = [...(await shellStyles(printSettings({ notes }))), extra];
  const { html, fonts } = await renderShell(edition.meta.language, styles, faces);
  const inlined = (data: Uint8Array) => `url(data:font/ttf;base64,${Buffer.from(data).toString('base64')})`;
  const shell = fonts.reduce((text, { file, data }) => text.replace(`url(${file})`, () => inlined(data)), html);
  const options = { pictures, notes, words, isElsewhere: () => false };
  const body = edition.documents.map((document) => finish(renderPart(document, options).html)).join('\n');
  return shell.replace('<body></body>', () => `<body>${body}</body>`);
}

/** Puts the words of each note where it is called. */
function inlineNotes(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  const notes = new Map<unknown, ElementContent[]>();
  visit(tree, 'element', (node: Element, index, parent) => {
    if (!hasClass(node, 'note-galley') || index === undefined) return;
    for (const note of node.children) {
      if (note.type === 'element') notes.set(note.properties.id, wordsOf(note));
    }
    (parent as Root).children.splice(index, 1);
  });
  visit(tree, 'element', (node: Element, index, parent) => {
    if (!hasClass(node, 'note-call') || index === undefined || !parent) return;
    const words = notes.get(node.properties.dataNote) ?? [];
    parent.children[index] = h('span.footnote', words);
  });
  return toHtml(tree);
}

/** Phrasing alone: a block inside a paragraph would end it. */
function wordsOf(note: Element): ElementContent[] {
  return note.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'p'
      ? (child.children.filter((part) => part.type !== 'element' || !hasClass(part, 'note-number')) as ElementContent[])
      : [],
  );
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}
