/** Reads the articles of an EPUB as a reading system would: bytes in, plain strings out. */
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import JSZip from 'jszip';
import { tight, type PlainArticle } from './plain-article.js';

type Parent = Root | Element;

/** An article, and the names of the pictures that it shows, as they stand in the book. */
export interface EpubArticle extends PlainArticle {
  column: string;
  pictures: string[];
}

/** @returns the articles in the order of the spine, the names of all files, and the package document */
export async function readEpub(bytes: Uint8Array): Promise<{ articles: EpubArticle[]; files: string[]; opf: string }> {
  const zip = await JSZip.loadAsync(bytes);
  const read = (name: string): Promise<string> => zip.file(name)!.async('string');
  const [, opfName] = /full-path="([^"]+)"/u.exec(await read('META-INF/container.xml'))!;
  const opf = await read(opfName!);
  const items = new Map(
    [...opf.matchAll(/<item\b[^>]*>/gu)].map(([item]) => [attribute(item, 'id'), attribute(item, 'href')]),
  );
  const articles: EpubArticle[] = [];
  for (const [itemref] of opf.matchAll(/<itemref\b[^>]*>/gu)) {
    const name = new URL(items.get(attribute(itemref, 'idref'))!, `file:///${opfName}`).pathname.slice(1);
    const tree = fromHtml((await read(name)).replace(/^<\?xml[^>]*\?>/u, ''));
    const section = all(tree, (node) => node.tagName === 'section' && hasClass(node, 'article'))[0];
    if (section) articles.push(articleOf(section, name));
  }
  return { articles, files: Object.keys(zip.files), opf };
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(tag)![1]!;
}

function articleOf(section: Element, name: string): EpubArticle {
  const noteTexts = new Map(
    all(section, (node) => node.tagName === 'aside').map((aside) => [
      String(aside.properties.id),
      tight(textOf(aside)),
    ]),
  );
  const notes: string[] = [];
  const orphanMarkers: string[] = [];
  let titleNote: string | undefined;
  /** Text of a block with its calls as `[^n]`; takes notice of the notes it calls. */
  const called = (block: Element): string => {
    let words = '';
    eachLeaf(block, (leaf) => {
      if (typeof leaf === 'string') words += leaf;
      else if (leaf.lost) orphanMarkers.push(tight(words));
      else words += `[^${notes.push(noteTexts.get(leaf.note) ?? `no note ${leaf.note}`)}]`;
    });
    return tight(words);
  };
  const one = (className: string): Element | undefined => all(section, (node) => hasClass(node, className))[0];
  const words = (className: string): string => withoutLabel(one(className));
  const list = (className: string, separator: RegExp): string[] =>
    words(className).split(separator).map(tight).filter(Boolean);
  const heading = one('title')!;
  eachLeaf(heading, (leaf) => typeof leaf === 'object' && (titleNote = noteTexts.get(leaf.note)));
  const numbers = new Map(
    all(section, (node) => hasClass(node, 'number')).map((node) => [
      tight(textOf(node)).split('：')[0],
      withoutLabel(node),
    ]),
  );
  const pictures: string[] = [];
  const flow: string[] = [];
  const walk = (nodes: readonly ElementContent[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element' || ['header', 'footer', 'section', 'aside'].includes(node.tagName)) continue;
      if (hasClass(node, 'editors')) continue;
      const level = /^h([2-6])$/u.exec(node.tagName)?.[1];
      if (level) flow.push(`${'#'.repeat(Number(level))} ${called(node)}`);
      else if (node.tagName === 'tr')
        flow.push(
          tight(
            `| ${all(node, isCell)
              .map((cell) => called(cell))
              .join(' | ')} |`,
          ),
        );
      else if (node.tagName === 'img') {
        flow.push(`![${String(node.properties.alt)}]`);
        pictures.push(new URL(String(node.properties.src), `file:///${name}`).pathname.slice(1));
      } else if (['p', 'figcaption', 'blockquote', 'li'].includes(node.tagName)) flow.push(called(node));
      else walk(node.children);
    }
  };
  walk(section.children);
  return {
    column: words('column'),
    title: tight(textOf(heading)),
    titleNote,
    authors: all(section, (node) => hasClass(node, 'name')).map((node) => textOf(node)),
    abstract: words('abstract'),
    keywords: list('keywords', /；/u),
    bios: all(section, (node) => hasClass(node, 'bio')).map(withoutLabel),
    clc: numbers.get('中图分类号') ?? '',
    documentCode: numbers.get('文献标识码') ?? '',
    articleId: numbers.get('文章编号') ?? '',
    editor: words('editors').replace(/^（责任编辑：|）$/gu, ''),
    english: {
      title: words('english-title'),
      authors: list('english-byline', /, /u),
      abstract: words('english-abstract'),
      keywords: list('english-keywords', /; /u),
    },
    flow,
    notes,
    orphanMarkers,
    pictures,
  };

  /** Calls `visit` with text and with calls of notes, in their order; what leads back from a note is left out. */
  function eachLeaf(parent: Parent, visit: (leaf: string | { note: string; lost: boolean }) => void): void {
    for (const node of parent.children) {
      if (node.type === 'text') visit(node.value);
      if (node.type !== 'element' || hasClass(node, 'note-back')) continue;
      const isCall = String(node.properties.role).includes('doc-noteref');
      const note = String(node.properties.href).slice(1);
      if (isCall) visit({ note, lost: noteTexts.get(note) === '［原文缺此注］' });
      else eachLeaf(node, visit);
    }
  }
}

const isCell = (node: Element): boolean => node.tagName === 'td' || node.tagName === 'th';

function hasClass(node: Element, name: string): boolean {
  const classes = node.properties.className;
  return Array.isArray(classes) && classes.includes(name);
}

function all(parent: Parent, test: (node: Element) => boolean): Element[] {
  return parent.children.flatMap((node) =>
    node.type === 'element' ? [...(test(node) ? [node] : []), ...all(node, test)] : [],
  );
}

/** Text of a node, without what leads back from a note, calls, and elements of the class left out. */
function textOf(node: Parent, leftOut = 'note-back'): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      const skipped =
        child.type !== 'element' || [leftOut, 'note-back', 'note-call'].some((name) => hasClass(child, name));
      return skipped ? '' : textOf(child, leftOut);
    })
    .join('');
}

function withoutLabel(node: Element | undefined): string {
  return node ? tight(textOf(node, 'label')) : '';
}
