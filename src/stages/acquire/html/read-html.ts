/**
 * Reads a web page: its bytes in, its article as a tree of a source out. No script is run and nothing is fetched.
 *
 * The bytes say their encoding; what the page says of it counts only where they fit both.
 */
import iconv from 'iconv-lite';
import type { Element } from 'hast';
import type { Heading, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { messages } from '../../../messages/index.js';
import { withoutBlanks } from '../../../vocabulary/characters.js';
import { decodeText, type Decoding } from '../decode-text.js';
import { SourceFault, type Reading, type ReadSource, type SourceFile } from '../structured/reading.js';
import { wordsOf } from './blocks.js';
import { findArticle } from './find-article.js';
import { htmlToSource } from './html-to-source.js';
import { parseHtml } from './parse-html.js';
import { tieNotes } from './tie-notes.js';

/** A paragraph left aside that a person should see, characters. */
const longAside = 80;

/**
 * @param named the encoding that a person has said
 */
function decodeHtml(bytes: Buffer, named?: string): Decoding {
  const found = decodeText(bytes, named);
  if (named !== undefined || (found.ok && found.encoding === 'utf-8')) return found;
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(bytes.subarray(0, 4096).toString('latin1'))?.[1];
  if (label === undefined || !iconv.encodingExists(label)) return found;
  // pages that say GB2312 hold characters of GB 18030 all the same
  const said = decodeText(bytes, /^gb/iu.test(label) ? 'gb18030' : label.toLowerCase());
  return said.ok ? said : found;
}

/** @throws SourceFault where its bytes are in no encoding */
export function readHtmlFile({ bytes, encoding }: SourceFile): ReadSource {
  const decoding = decodeHtml(bytes, encoding);
  if (!decoding.ok)
    throw new SourceFault(
      'decodes',
      messages.acquire.undecodable(decoding.encoding, decoding.bytes, encoding !== undefined),
    );
  return { reading: readPage(decoding.text), encoding: decoding.encoding };
}

function readPage(text: string): Reading {
  const tree = parseHtml(text);
  const article = findArticle(tree);
  const notes = tieNotes(tree);
  // notes that stand beside the article belong to it
  for (const body of notes.bodies.keys())
    for (const left of [...article.left.keys()]) if (left === body || holds(left, body)) article.left.delete(left);
  const root = htmlToSource(article.body, { notes, left: article.left });
  if (article.title) makeTitle(root.children, withoutBlanks(wordsOf(article.title)));
  else if (article.named !== undefined && root.children[0]?.type !== 'heading')
    root.children.unshift({ type: 'heading', depth: 1, children: [{ type: 'text', value: article.named }] });
  return { root, page: true, said: tellAside(article.left) };
}

function holds(element: Element, wanted: Element): boolean {
  return element.children.some((child) => child.type === 'element' && (child === wanted || holds(child, wanted)));
}

/** The heading with these words is the only one of its level, or the block becomes it. */
function makeTitle(blocks: RootContent[], words: string): void {
  const at = blocks.findIndex(
    (block) => (block.type === 'heading' || block.type === 'paragraph') && withoutBlanks(plainWords(block)) === words,
  );
  const block = blocks[at];
  if (block?.type === 'paragraph') blocks[at] = { type: 'heading', depth: 1, children: block.children };
  else if (block?.type === 'heading') block.depth = 1;
  const others = blocks.filter((other, i): other is Heading => i !== at && other.type === 'heading');
  if (others.some(({ depth }) => depth === 1))
    for (const other of others) other.depth = Math.min(6, other.depth + 1) as Heading['depth'];
}

function plainWords(block: RootContent): string {
  let words = '';
  visit(block, 'text', (node) => void (words += node.value));
  return words;
}

/** What of the page is not set, where sentences are among it. */
function tellAside(left: ReadonlyMap<Element, unknown>): Reading['said'] {
  const words = [...left.keys()]
    .map((element) => wordsOf(element).replace(/\s+/gu, ' ').trim())
    .filter((one) => one !== '');
  if (words.length === 0) return [];
  const count = withoutBlanks(words.join('')).length;
  const sentences = words
    .flatMap((one) => one.match(/[^。！？]{20,}[。！？]/gu) ?? [])
    .filter((one) => one.length >= longAside);
  const reason = messages.sources.pageFrame(count, sentences[0] ?? words[0]!);
  return [{ severity: sentences.length > 0 ? 'warning' : 'remark', rule: 'page-frame', reason }];
}
