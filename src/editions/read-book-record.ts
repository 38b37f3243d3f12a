/** Reads the articles out of an EPUB that kanben made: its bytes in, what an edition file says of them out. */
import { createHash } from 'node:crypto';
import type { Element, ElementContent, RootContent } from 'hast';
import { messages } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';
import { added, isClass } from '../stages/typeset/html/classes.js';
import { readXhtml } from '../stages/typeset/html/read-xhtml.js';
import { readZip } from '../system/read-zip.js';
import { blocksOf, noteText, type ArticleText } from './article-text.js';
import { recordFormat, type ArticleRecord, type EditionRecord } from './edition-record.js';

type Node = ElementContent | RootContent;

/**
 * @param name as messages show it
 * @throws Misuse for what is no EPUB of kanben
 */
export function readBookRecord(bytes: Uint8Array, name: string): EditionRecord {
  try {
    return recordOf(bytes);
  } catch (error) {
    throw new Misuse({ file: name, reason: messages.editions.notBook((error as Error).message) });
  }
}

function recordOf(bytes: Uint8Array): EditionRecord {
  const files = readZip(bytes, (name) => /\.(xhtml|opf)$/.test(name));
  const opf = [...files].find(([name]) => name.endsWith('.opf'))?.[1].toString();
  if (!opf) throw new Error('it has no package document');
  const said = (pattern: RegExp): string => unescaped(pattern.exec(opf)?.[1] ?? '');
  const number = Number(said(/<meta property="schema:bookEdition">(\d+)</));
  const articles = spineOf(opf).flatMap((file): ArticleRecord[] => {
    const page = [...files].find(([name]) => name.endsWith(`/${file}`))?.[1].toString();
    return page && /<body[^>]*\bclass="article"/.test(page)
      ? [articleOf(file.replace(/^.*\/|\.xhtml$/g, ''), page)]
      : [];
  });
  if (articles.length === 0) throw new Error('it has no articles');
  return {
    format: recordFormat,
    kanben: '',
    slug: '',
    title: said(/<dc:title[^>]*>([^<]*)</),
    identifier: said(/<dc:identifier[^>]*>([^<]*)</),
    modified: said(/<meta property="dcterms:modified">([^<]*)</),
    ...(number > 0 && { edition: { number } }),
    sources: [],
    settings: [],
    fonts: [],
    outputs: [],
    articles,
    pageStarts: [],
  };
}

/** Files of the spine, from the package document, in reading order. */
function spineOf(opf: string): string[] {
  const attribute = (tag: string, key: string): string => new RegExp(`\\b${key}="([^"]*)"`).exec(tag)?.[1] ?? '';
  const items = new Map(
    [...opf.matchAll(/<item\b[^>]*>/g)].map(([tag]) => [attribute(tag, 'id'), attribute(tag, 'href')]),
  );
  return [...opf.matchAll(/<itemref\b[^>]*>/g)].flatMap(([tag]) => items.get(attribute(tag, 'idref')) ?? []);
}

function articleOf(id: string, page: string): ArticleRecord {
  const body = readXhtml(page);
  const noteElements = [...elements(body)].filter((node) => isClass(node, 'footnote'));
  const titled = noteElements.some((node) => String(node.properties.id).endsWith('-title'));
  const ids = noteElements.map((node) => String(node.properties.id));
  const numberOf = (note: string): number => ids.indexOf(note) + (titled ? 0 : 1);
  const called = (node: Element) =>
    isClass(node, 'note-call') ? numberOf(String(node.properties.href).replace(/^.*#/, '')) : undefined;
  const text: ArticleText = {
    blocks: blocksOf(body, called),
    notes: noteElements.map((node) => ({
      number: numberOf(String(node.properties.id)),
      text: noteText(node.children, (child) => ['note-call', 'note-back', added].some((name) => isClass(child, name))),
    })),
  };
  const wordsOf = (...kinds: string[]): string => text.blocks.find(({ kind }) => kinds.includes(kind))?.text ?? '';
  const column = wordsOf('column');
  return {
    id,
    title: wordsOf('h1', 'h2', 'h3', 'h4'),
    ...(column && { column }),
    byline: wordsOf('byline'),
    sha256: createHash('sha256').update(JSON.stringify(text)).digest('hex'),
    headings: text.blocks
      .filter(({ kind }) => /^h[2-6]$/.test(kind))
      .map(({ kind, text: words }) => ({ level: Number(kind[1]), text: words })),
    ...text,
  };
}

function* elements(nodes: readonly Node[]): Generator<Element> {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    yield node;
    yield* elements(node.children);
  }
}

const unescaped = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|apos);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]!,
  );
