/**
 * Reads an ebook: the bytes of an EPUB in, its documents in the order of the spine as one tree of a source out.
 *
 * Notes are tied by their links over all documents. Contents, cover and title page that an edition makes itself are set
 * aside; what a shop has locked is refused.
 */
import type { Element as HtmlElement, ElementContent, Root as HastRoot } from 'hast';
import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Element } from 'xast';
import { messages } from '../../../messages/index.js';
import type { BlockData } from '../../../model/index.js';
import type { AsideReason } from '../../../model/structured-text.js';
import { withoutBlanks } from '../../../vocabulary/characters.js';
import { decodeText } from '../decode-text.js';
import { htmlToSource } from '../html/html-to-source.js';
import { attribute, elementNamed, parseHtml } from '../html/parse-html.js';
import { tieNotes } from '../html/tie-notes.js';
import { Archive, resolvePart } from '../structured/archive.js';
import { elementAt, elements, elementsBelow, parseXml, textWithin } from '../structured/parse-xml.js';
import { SourceFault, type ReadSource, type SourceFile } from '../structured/reading.js';
import { labelsOfContents } from './contents-labels.js';

const { epub } = messages.sources.names;
/** Scrambled fonts: no lock on the text. */
const fontScrambling = /idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC/u;
/** Documents that every edition makes anew. */
const madePage = /\b(?:cover|titlepage|toc|contents|landmarks|copyright-page|colophon|loi|lot)\b/u;

interface SpineDocument {
  path: string;
  body: HtmlElement;
  isMade: boolean;
}

export async function readEpub({ bytes }: SourceFile): Promise<ReadSource> {
  const archive = await Archive.open(bytes, epub);
  await refuseLocked(archive);
  const xml = async (name: string): Promise<Element | undefined> => {
    const content = await archive.bytes(name);
    return content && parseXml(content, epub);
  };
  const container = await xml('META-INF/container.xml');
  const place = container && elementsBelow(container, 'rootfile')[0]?.attributes['full-path'];
  const opf = place ? await xml(place) : undefined;
  if (!place || !opf) throw new SourceFault('source-opens', messages.sources.damaged(epub));
  const manifest = new Map(
    elements(elementAt(opf, local(opf, 'manifest')), local(opf, 'item')).map(
      ({ attributes: { id, href, properties } }) => [
        id ?? '',
        { path: resolvePart(place, decodeURI(href ?? '')), properties: properties ?? '' },
      ],
    ),
  );
  const spine = elements(elementAt(opf, local(opf, 'spine')), local(opf, 'itemref')).flatMap(
    ({ attributes: { idref } }) => manifest.get(idref ?? '') ?? [],
  );
  const isOwn = [...manifest.values()].some(({ path }) => /(?:^|\/)styles\/edition\.css$/u.test(path));
  const documents: SpineDocument[] = [];
  for (const { path, properties } of spine) {
    const content = await archive.bytes(path);
    if (!content) continue;
    const decoding = decodeText(content);
    if (!decoding.ok)
      throw new SourceFault('decodes', messages.acquire.undecodable(decoding.encoding, decoding.bytes, false));
    const body = elementNamed(parseHtml(decoding.text), 'body');
    if (!body) continue;
    const types = typesOf(body);
    const isMade =
      /\bnav\b/u.test(properties) || /\b(?:toc|landmarks)\b/u.test(types) || (isOwn && madePage.test(types));
    documents.push({ path, body, isMade });
  }
  const tree = joined(documents);
  const notes = tieNotes(tree);
  const left = new Map<HtmlElement, AsideReason>();
  for (const { body, isMade } of documents) if (isMade) left.set(body, 'made-page');
  const isJournal =
    isOwn &&
    documents.some(({ body }) => holdsClass(body, /^(?:abstract|keywords)$/u) || /\bissn\b/u.test(textWithin(opf)));
  const labels = await labelsOfContents(archive, manifest, epub);
  const children = documents.flatMap((document): RootContent[] => {
    const root: HastRoot = { type: 'root', children: [document.body] };
    const blocks = htmlToSource(root, {
      notes: { ...notes, written: new Map() },
      left,
      dataOf: (element) => ownData(element, isJournal),
    }).children;
    return document.isMade ? blocks : withHeading(blocks, labels.get(document.path));
  });
  const written = htmlToSource({ type: 'root', children: [] }, { notes, left }).children;
  const pictures = new Map<string, Uint8Array>();
  for (const address of picturesIn(children)) {
    const content = await archive.bytes(address);
    if (content) pictures.set(address, content);
  }
  const front = isJournal ? [] : bookFacts(opf);
  return {
    reading: {
      root: { type: 'root', children: [...front, ...children, ...written] },
      pictures,
      ...(!isJournal && { book: true }),
      said: [],
    },
    encoding: 'epub',
  };
}

/** @throws SourceFault where its documents are encrypted */
async function refuseLocked(archive: Archive): Promise<void> {
  const encryption = await archive.bytes('META-INF/encryption.xml');
  const methods = encryption?.toString('utf8').match(/EncryptionMethod[^>]*Algorithm\s*=\s*["'][^"']+/gu) ?? [];
  const isLocked = methods.some((method) => !fontScrambling.test(method));
  if (isLocked || archive.names.some((name) => /^META-INF\/(?:rights|sinf)\.xml$/u.test(name)))
    throw new SourceFault('source-locked', messages.sources.locked);
}

/** The name of an element as this package writes it: `opf:item` or `item`. */
function local(opf: Element, name: string): string {
  return opf.name.includes(':') ? `${opf.name.split(':')[0]}:${name}` : name;
}

function typesOf(body: HtmlElement): string {
  const own = (element: HtmlElement): string =>
    `${attribute(element, 'epub:type') ?? ''} ${attribute(element, 'className') ?? ''}`;
  const first = body.children.find((child): child is HtmlElement => child.type === 'element');
  return `${own(body)} ${first ? own(first) : ''}`;
}

/** All documents as one tree, whose places have names that differ; links lead to them, pictures are named by their parts. */
function joined(documents: readonly SpineDocument[]): HastRoot {
  const numbers = new Map(documents.map(({ path }, i) => [path, i]));
  for (const [i, { path, body }] of documents.entries()) {
    visit({ type: 'root', children: [body] } as HastRoot, 'element', (element) => {
      const { properties } = element;
      if (typeof properties.id === 'string') properties.id = `${i}:${properties.id}`;
      if (element.tagName === 'a' && typeof properties.name === 'string') properties.name = `${i}:${properties.name}`;
      for (const key of ['src', 'xLinkHref'] as const)
        if (typeof properties[key] === 'string' && !/^[a-z]+:/iu.test(properties[key]))
          properties[key] = resolvePart(path, decoded(properties[key]));
      if (element.tagName !== 'a' || typeof properties.href !== 'string' || /^[a-z]+:/iu.test(properties.href)) return;
      const [file = '', place = ''] = decoded(properties.href).split('#');
      const target = file === '' ? i : numbers.get(resolvePart(path, file));
      properties.href = target === undefined ? '' : `#${target}:${place}`;
    });
  }
  return { type: 'root', children: documents.map(({ body }) => body) };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** What kanben's own editions say of their blocks by their classes. */
function ownData(element: HtmlElement, isJournal: boolean): BlockData | undefined {
  const classes = (attribute(element, 'className') ?? '').split(' ');
  if (/^h[1-6]$/u.test(element.tagName)) return isJournal && classes.includes('title') ? { role: 'title' } : undefined;
  if (classes.includes('byline')) return { role: 'byline' };
  if (element.tagName === 'p' && classes.includes('column')) return { role: 'column' };
  return classes.includes('run-in') ? {} : undefined;
}

function holdsClass(element: HtmlElement, wanted: RegExp): boolean {
  const classes = (attribute(element, 'className') ?? '').split(' ');
  return (
    classes.some((one) => wanted.test(one)) ||
    element.children.some((child: ElementContent) => child.type === 'element' && holdsClass(child, wanted))
  );
}

/** A document without a heading has the one that the contents give it: a line at its head, or one before it. */
function withHeading(blocks: RootContent[], label: { words: string; level: number } | undefined): RootContent[] {
  if (!label || blocks.length === 0 || blocks.some(({ type }) => type === 'heading')) return blocks;
  const depth = Math.min(6, label.level) as 1;
  const wanted = withoutBlanks(label.words);
  const at = blocks
    .slice(0, 4)
    .findIndex((block) => block.type === 'paragraph' && withoutBlanks(wordsIn(block)) === wanted);
  const line = blocks[at];
  if (line?.type === 'paragraph') return blocks.with(at, { type: 'heading', depth, children: line.children });
  return blocks;
}

function wordsIn(block: RootContent): string {
  let words = '';
  visit(block, 'text', (node) => void (words += node.value));
  return words;
}

function picturesIn(blocks: RootContent[]): Set<string> {
  const found = new Set<string>();
  visit({ type: 'root', children: blocks }, 'image', ({ url }) => void found.add(url));
  return found;
}

/** Title and author of a book, as its package names them. */
function bookFacts(opf: Element): RootContent[] {
  const metadata = elementAt(opf, local(opf, 'metadata'));
  const [title] = elements(metadata, 'dc:title').map(textWithin);
  const people = elements(metadata, 'dc:creator')
    .map((one) => textWithin(one).trim())
    .filter((one) => one !== '');
  const line = (value: string, role: BlockData['role']): RootContent => ({
    type: 'paragraph',
    data: { role: role! },
    children: [{ type: 'text', value }],
  });
  return [
    ...(title?.trim() ? [line(title.trim(), 'book-title')] : []),
    ...(people.length > 0 ? [line(people.join('　'), 'book-byline')] : []),
  ];
}
