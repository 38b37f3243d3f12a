/**
 * Finds the article of a saved page: its tree in; the blocks that hold it in reading order, and what is left aside, out.
 *
 * Sentences are weighed, links are not; the article is the deepest element that holds nearly all of that weight. Its title
 * is the heading before it that the name of the page begins with.
 */
import type { Element, ElementContent, Root } from 'hast';
import type { AsideReason } from '../../../model/structured-text.js';
import { withoutBlanks } from '../../../vocabulary/characters.js';
import { frameNames, frameWords } from '../../../vocabulary/page-frames.js';
import { holdsBlock, isBlock, isUnseen, wordsOf } from './blocks.js';
import { attribute, elementNamed } from './parse-html.js';

/** What was found. */
export interface FoundArticle {
  /** The whole page; what is in `left` does not belong to the article. */
  body: Element;
  left: Map<Element, AsideReason>;
  /** The heading that is the title, where one was found. */
  title?: Element;
  /** The name of the page, where nothing on it says the title. */
  named?: string;
}

/** Of the weight of a page, what its article holds. */
const mostOfPage = 0.8;
/** Above this share of linked words a block is a list of other pages. */
const mostLinked = 0.5;
/** Shorter blocks weigh nothing: menus, dates, names. */
const shortestBlock = 12;

export function findArticle(tree: Root): FoundArticle {
  const body = elementNamed(tree, 'body') ?? (tree.children.find(({ type }) => type === 'element') as Element);
  const weights = new Map<Element, number>();
  const total = weigh(body, weights, false);
  let article = body;
  for (;;) {
    const below = article.children.filter((child): child is Element => child.type === 'element');
    const heaviest = below.reduce<Element | undefined>(
      (best, child) => ((weights.get(child) ?? 0) > (best ? weights.get(best)! : 0) ? child : best),
      undefined,
    );
    if (!heaviest || !mayHold(heaviest) || (weights.get(heaviest) ?? 0) < total * mostOfPage) break;
    article = heaviest;
  }
  const pageName = withoutBlanks(wordsOfTitle(tree));
  const inside = headingsIn(article).find((one) => names(pageName, one) || one.tagName === 'h1');
  const before = inside ? undefined : titleBefore(body, article, pageName);
  const left = new Map<Element, AsideReason>();
  if (article !== body) leaveAside(body, article, before, left, { passed: false });
  leaveFrames(article, left, total, weights);
  const title = inside ?? before;
  const named = title ? undefined : ownPart(wordsOfTitle(tree));
  return { body, left, ...(title && { title }), ...(named !== undefined && { named }) };
}

/** Elements of which a page's article is one. */
function mayHold(element: Element): boolean {
  return isBlock(element) && !/^(?:p|pre|ul|ol|dl|li|blockquote|h[1-6]|figure)$/u.test(element.tagName);
}

/** The weight of an element: letters of its blocks of sentences; kept for each. */
function weigh(element: Element, weights: Map<Element, number>, framed: boolean): number {
  if (isUnseen(element)) return 0;
  const isFrame = framed || isFrameElement(element);
  let weight = 0;
  for (const child of element.children) if (child.type === 'element') weight += weigh(child, weights, isFrame);
  const own = element.children.filter((child) => !isBlock(child) && !(child.type === 'element' && holdsBlock(child)));
  const words = withoutBlanks(own.map(wordsOf).join(''));
  const linked = withoutBlanks(own.map(linkedWords).join(''));
  const isText = words.length >= shortestBlock && linked.length <= words.length * mostLinked;
  // words within inline elements were not weighed there
  if (isBlock(element) && isText) weight += isFrame ? words.length * 0.1 : words.length;
  weights.set(element, weight);
  return weight;
}

function linkedWords(node: ElementContent): string {
  if (node.type !== 'element') return '';
  return node.tagName === 'a' ? wordsOf(node) : node.children.map(linkedWords).join('');
}

function isFrameElement(element: Element): boolean {
  if (/^(?:nav|footer|form|aside)$/u.test(element.tagName))
    return !/note/u.test(
      `${attribute(element, 'epub:type') ?? ''} ${attribute(element, 'role') ?? ''} ${attribute(element, 'className') ?? ''}`,
    );
  const called = `${attribute(element, 'className') ?? ''} ${attribute(element, 'id') ?? ''}`;
  return frameNames.test(called);
}

function wordsOfTitle(tree: Root): string {
  const title = elementNamed(tree, 'title');
  return title
    ? title.children
        .map((child) => (child.type === 'text' ? child.value : ''))
        .join('')
        .trim()
    : '';
}

/** The name of a page without that of its site. */
function ownPart(name: string): string | undefined {
  const parts = name.split(/\s*(?:[|｜_]|[-–—]{1,2}(?=[^-–—]*$)|\s-\s)\s*/u).filter((part) => part.trim() !== '');
  return parts[0]?.trim() === '' ? undefined : parts[0]?.trim();
}

function headingsIn(element: Element): Element[] {
  if (isUnseen(element)) return [];
  if (/^h[1-3]$/u.test(element.tagName)) return [element];
  return element.children.flatMap((child) => (child.type === 'element' ? headingsIn(child) : []));
}

function names(pageName: string, heading: Element): boolean {
  const words = withoutBlanks(wordsOf(heading));
  return words.length >= 2 && pageName.startsWith(words);
}

/** The last block before the article that the name of the page begins with; else the last first-level heading there. */
function titleBefore(body: Element, article: Element, pageName: string): Element | undefined {
  let reached = false;
  let named: Element | undefined;
  let heading: Element | undefined;
  const look = (element: Element): void => {
    if (reached || isUnseen(element)) return;
    if (element === article) {
      reached = true;
      return;
    }
    const words = withoutBlanks(wordsOf(element));
    if (isBlock(element) && !holdsBlock(element) && words.length >= 4 && pageName.startsWith(words)) named = element;
    if (element.tagName === 'h1' && words !== '') heading = element;
    for (const child of element.children) if (child.type === 'element') look(child);
  };
  look(body);
  return named ?? heading;
}

/** Everything but the article, and what stands between its title and it. */
function leaveAside(
  element: Element,
  article: Element,
  title: Element | undefined,
  left: Map<Element, AsideReason>,
  state: { passed: boolean; titled?: boolean },
): void {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    if (child === article) {
      state.passed = true;
      continue;
    }
    if (child === title) {
      state.titled = true;
      continue;
    }
    if (holds(child, article) || (title && holds(child, title))) leaveAside(child, article, title, left, state);
    else if (state.passed || !state.titled) left.set(child, 'page-frame');
    else if (isFrameElement(child) || isListOfLinks(child)) left.set(child, 'page-frame');
  }
}

function holds(element: Element, wanted: Element): boolean {
  return element.children.some((child) => child.type === 'element' && (child === wanted || holds(child, wanted)));
}

/** Menus, boxes of other pages and the like within the article. */
function leaveFrames(
  article: Element,
  left: Map<Element, AsideReason>,
  total: number,
  weights: ReadonlyMap<Element, number>,
): void {
  let behind = false;
  for (const child of article.children) {
    if (child.type !== 'element' || isUnseen(child)) continue;
    const light = (weights.get(child) ?? 0) < total * 0.2;
    const words = withoutBlanks(wordsOf(child));
    const announced = frameWords.exec(words)?.[0];
    const isHead = announced === words && /^h[1-6]$/u.test(child.tagName);
    if (light && announced !== undefined && (isHead || restIsOther(article, child))) behind = true;
    if (behind || (light && (isFrameElement(child) || isListOfLinks(child)))) left.set(child, 'page-frame');
    else if (isBlock(child)) leaveFrames(child, left, total, weights);
  }
}

/** Of the words of a page, most of what stands below 推荐阅读 or 相关新闻. */
const mostBelow = 0.35;

/** Is what follows other pages: links mostly, or little beside the article? */
function restIsOther(article: Element, from: Element): boolean {
  const at = article.children.indexOf(from);
  const lengthOf = (nodes: ElementContent[], words: (node: ElementContent) => string): number =>
    withoutBlanks(nodes.map(words).join('')).length;
  const rest = article.children.slice(at + 1);
  const words = lengthOf(rest, wordsOf);
  if (lengthOf(rest, linkedWords) >= words * mostLinked) return true;
  return words <= lengthOf(article.children, wordsOf) * mostBelow && rest.some((one) => linkedWords(one) !== '');
}

/** Several links and hardly any other words. */
function isListOfLinks(element: Element): boolean {
  if (!isBlock(element) || /^(?:p|h[1-6])$/u.test(element.tagName)) return false;
  const links = linksIn(element);
  if (links.length < 3) return false;
  const words = withoutBlanks(wordsOf(element)).length;
  return (
    words > 0 &&
    withoutBlanks(linkedWords(element)).length >= words * 0.6 &&
    !links.every((link) => (attribute(link, 'href') ?? '').startsWith('#'))
  );
}

function linksIn(element: Element): Element[] {
  if (element.tagName === 'a') return [element];
  return element.children.flatMap((child) => (child.type === 'element' ? linksIn(child) : []));
}
