/** What the contents of an EPUB call its documents: its nav or NCX in; label and level by path out. */
import type { Element as HtmlElement } from 'hast';
import type { Element } from 'xast';
import type { Message } from '../../../messages/index.js';
import { wordsOf } from '../html/blocks.js';
import { attribute, elementNamed, parseHtml } from '../html/parse-html.js';
import { resolvePart, type Archive } from '../structured/archive.js';
import { elementAt, elements, parseXml, textWithin } from '../structured/parse-xml.js';

type Labels = Map<string, { words: string; level: number }>;

export async function labelsOfContents(
  archive: Archive,
  manifest: ReadonlyMap<string, { path: string; properties: string }>,
  name: Message,
): Promise<Labels> {
  const labels: Labels = new Map();
  const add = (from: string, href: string, words: string, level: number): void => {
    const path = resolvePart(from, decodeURI(href.replace(/#.*$/u, '')));
    if (words.trim() !== '' && !labels.has(path)) labels.set(path, { words: words.trim(), level });
  };
  const nav = [...manifest.values()].find(({ properties }) => /\bnav\b/u.test(properties));
  const page = nav && (await archive.bytes(nav.path));
  if (page) {
    const list = elementNamed(parseHtml(page.toString('utf8')), 'nav');
    if (list) readList(list, 0, (href, words, level) => add(nav.path, href, words, level));
  }
  const ncx = [...manifest.values()].find(({ path }) => path.endsWith('.ncx'));
  const content = ncx && labels.size === 0 ? await archive.bytes(ncx.path) : undefined;
  if (content)
    readPoints(elementAt(parseXml(content, name), 'navMap'), 1, (href, words, level) =>
      add(ncx!.path, href, words, level),
    );
  return labels;
}

type Add = (href: string, words: string, level: number) => void;

function readList(element: HtmlElement, level: number, add: Add): void {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    const href = child.tagName === 'a' ? attribute(child, 'href') : undefined;
    if (href !== undefined) add(href, wordsOf(child), Math.max(1, level));
    readList(child, level + (child.tagName === 'ol' ? 1 : 0), add);
  }
}

function readPoints(parent: Element | undefined, level: number, add: Add): void {
  for (const point of elements(parent, 'navPoint')) {
    const label = elementAt(point, 'navLabel', 'text');
    const href = elementAt(point, 'content')?.attributes['src'];
    if (label && href) add(href, textWithin(label), level);
    readPoints(point, level + 1, add);
  }
}
