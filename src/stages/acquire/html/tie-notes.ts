/**
 * Finds the notes of a page or a book by their links: a hast tree in; which elements are calls and bodies out.
 *
 * A call is a link with the mark of a note that leads to a place further on (or says by its type that it is one); its
 * body is the block at that place. What leads back, and the mark that the body repeats, are no words of the note.
 */
import type { Element, ElementContent, Root } from 'hast';
import { visitParents } from 'unist-util-visit-parents';
import { holdsBlock, isBlock, wordsOf } from './blocks.js';
import { attribute } from './parse-html.js';

/** What was found; elements are those of the tree. */
export interface TiedNotes {
  /** Calls, with the name of their note. */
  calls: Map<Element, string>;
  /** First element of each body, with its name. */
  bodies: Map<Element, string>;
  /** Notes whose words stand in an attribute of their call. */
  written: Map<string, string>;
  /** Links that lead from a note back to its call. */
  backlinks: Set<Element>;
}

/** 1, [1], ①, 〔1〕, 注1, (一), *, †: what a call shows. */
const mark =
  /^[\s\u3000]*[[［〔【(（〈<]?[\s]*(?:[注註]释?[\s:：]*)?(?:\d{1,4}|[①-⑳㉑-㉟㊱-㊿❶-❿]|[一二三四五六七八九十百]{1,4}|[ivxlc]{1,6}|[a-z]|[*＊†‡§#※]{1,4}|[注註]释?)[\s]*[\]］〕】)）〉>]?[\s\u3000]*$/iu;
/** What leads back. */
const arrow = /^[\s\u3000]*(?:[\^↩↵⏎↑⤴◀«←◎○●▲△※◇◆☆★]\uFE0E?|返回|回到?正文|back|return)[\s\u3000]*$/iu;
const noteType = /\b(?:doc-)?(?:footnote|endnote|rearnote|note)\b/u;
const noteClass = /(?:^|[\s-])(?:footnote-item|duokan-footnote-item|footnote|endnote|fn|rearnote)(?:$|\s)/iu;
/** Attributes in which programs for readers of one maker keep the words of a note. */
const writtenIn = ['dataWrFootnote', 'dataWrFooternote', 'dataFootnote', 'zy-footnote'];
const writtenClass = /(?:qqreader|zhangyue|reader_footer|duokan|jdread|read)[\w-]*(?:foot)?note/iu;

interface Found {
  element: Element;
  parents: Element[];
  order: number;
}

export function tieNotes(tree: Root): TiedNotes {
  const tied: TiedNotes = { calls: new Map(), bodies: new Map(), written: new Map(), backlinks: new Set() };
  const byId = new Map<string, Found>();
  const links: Found[] = [];
  let order = 0;
  visitParents(tree, 'element', (element, ancestors) => {
    const parents = ancestors.filter((one): one is Element => one.type === 'element');
    const found = { element, parents, order: order++ };
    for (const id of [attribute(element, 'id'), element.tagName === 'a' ? attribute(element, 'name') : undefined])
      if (id !== undefined && !byId.has(id)) byId.set(id, found);
    if (element.tagName === 'a' && attribute(element, 'href')?.startsWith('#')) links.push(found);
    const words = writtenNote(element);
    if (words !== undefined) {
      const id = `w${tied.written.size + 1}`;
      tied.written.set(id, words);
      tied.calls.set(element, id);
    }
  });
  const names = new Map<Element, string>();
  const targets = new Set<Element>(links.flatMap((link) => byId.get(targetOf(link.element))?.element ?? []));
  for (const link of links) {
    const target = byId.get(targetOf(link.element));
    if (!target || target.order <= link.order || tied.calls.has(link.element)) continue;
    if (!isCall(link)) continue;
    const body = bodyOf(target, targets);
    if (!body || body.parents.includes(link.element) || !isNote(link, target, body, tied)) continue;
    const name = names.get(body.element) ?? `n${names.size + 1}`;
    names.set(body.element, name);
    tied.bodies.set(body.element, name);
    tied.calls.set(link.element, name);
  }
  markBacklinks(tied, links, byId);
  return tied;
}

function targetOf(link: Element): string {
  const called = (attribute(link, 'href') ?? '').slice(1);
  try {
    return decodeURIComponent(called);
  } catch {
    return called;
  }
}

/** The words of a note that its call carries in an attribute. */
function writtenNote(element: Element): string | undefined {
  for (const name of writtenIn) {
    const words = attribute(element, name);
    if (words !== undefined && words.trim() !== '') return words.trim();
  }
  const ownClass = attribute(element, 'className') ?? '';
  const alt = attribute(element, 'alt') ?? '';
  return element.tagName === 'img' && writtenClass.test(ownClass) && alt.trim().length > 2 ? alt.trim() : undefined;
}

function typeOf(element: Element): string {
  return `${attribute(element, 'epub:type') ?? attribute(element, 'epubType') ?? ''} ${attribute(element, 'role') ?? ''}`;
}

function isCall({ element, parents }: Found): boolean {
  if (/noteref/u.test(typeOf(element)) || /noteref|footnote-ref/u.test(attribute(element, 'className') ?? ''))
    return true;
  const words = wordsOf(element).trim();
  if (words === '') return /footnote/u.test(attribute(element, 'className') ?? '') && holdsPicture(element);
  return mark.test(words) && !parents.some(({ tagName }) => /^(?:nav|h[1-6])$/u.test(tagName) && words.length > 4);
}

function holdsPicture(element: Element): boolean {
  return element.children.some((child) => child.type === 'element' && (child.tagName === 'img' || holdsPicture(child)));
}

/** The block at which a link aims: the element itself, or the one round it; not one that holds other targets. */
function bodyOf(target: Found, targets: ReadonlySet<Element>): Found | undefined {
  const line = [target.element, ...target.parents.toReversed()];
  const at = line.findIndex((element) => isBlock(element) && wordsOf(element).trim() !== '');
  let body = line[at];
  if (!body || /^(?:body|html|table|tbody|tr)$/u.test(body.tagName)) return undefined;
  // a wrapper that holds this note alone is its body, with all its paragraphs
  for (const above of line.slice(at + 1)) {
    if (!/^(?:div|li|aside|dd|td)$/u.test(above.tagName) || othersIn(above, targets, target.element)) break;
    if (above.children.filter((child) => child.type === 'element').length > 6) break;
    body = above;
  }
  return { element: body, parents: line.slice(line.indexOf(body) + 1), order: target.order };
}

function othersIn(element: Element, targets: ReadonlySet<Element>, except: Element): boolean {
  return element.children.some(
    (child) =>
      child.type === 'element' && ((targets.has(child) && child !== except) || othersIn(child, targets, except)),
  );
}

/** Does the place look like a note: by its type, by a link back, by the same mark at its head? */
function isNote(link: Found, target: Found, body: Found, tied: TiedNotes): boolean {
  if (tied.bodies.has(body.element)) return true;
  const marked = [body.element, target.element, ...body.parents.slice(0, 2)];
  if (marked.some((one) => noteType.test(typeOf(one)) || noteClass.test(attribute(one, 'className') ?? '')))
    return true;
  const ids = new Set(
    [link.element, ...link.parents.slice(-3)].flatMap((one) => [attribute(one, 'id'), attribute(one, 'name')]),
  );
  if (linksIn(body.element).some((one) => ids.has(targetOf(one)))) return true;
  const shown = bare(wordsOf(link.element));
  return shown !== '' && /^h[1-6]$/u.test(body.element.tagName) === false && opensWith(wordsOf(body.element), shown);
}

const bare = (words: string): string => words.replace(/[\s\u3000[\]［］〔〕【】()（）<>〈〉.．、:：注註释釋]/gu, '');

function opensWith(words: string, shown: string): boolean {
  const head = words.trim().slice(0, 12);
  const lead = /^[\s[［〔【(（<〈注註释釋]*([^\s\]］〕】)）>〉.．、:：]{1,4})/u.exec(head)?.[1] ?? '';
  return lead === shown;
}

function linksIn(element: Element): Element[] {
  const own = element.tagName === 'a' && attribute(element, 'href')?.startsWith('#') ? [element] : [];
  return [...own, ...element.children.flatMap((child) => (child.type === 'element' ? linksIn(child) : []))];
}

/** Links within bodies that lead to a call, or to the text round it, and show no more than a mark or an arrow. */
function markBacklinks(tied: TiedNotes, links: readonly Found[], byId: ReadonlyMap<string, Found>): void {
  const callsInOrder = [...tied.calls.keys()];
  for (const link of links) {
    if (!link.parents.some((one) => tied.bodies.has(one)) && !tied.bodies.has(link.element)) continue;
    const target = byId.get(targetOf(link.element));
    const shown = wordsOf(link.element);
    const says =
      /backlink/u.test(typeOf(link.element)) ||
      /footnote-back|backlink/u.test(attribute(link.element, 'className') ?? '');
    const leadsBack = target && target.order < link.order;
    if (tied.calls.has(link.element) || !leadsBack) continue;
    if (says || arrow.test(shown) || (mark.test(shown) && nearCall(target, callsInOrder)) || shown.trim() === '')
      tied.backlinks.add(link.element);
  }
}

function nearCall(target: Found, calls: readonly Element[]): boolean {
  const holds = (element: Element | ElementContent, wanted: Element): boolean =>
    element === wanted || (element.type === 'element' && element.children.some((child) => holds(child, wanted)));
  const round = target.parents.at(-1) ?? target.element;
  return calls.some((call) => holds(target.element, call) || holds(round, call));
}

/** Does a body stand in blocks of its own, so that its paragraphs are known? */
export function hasParagraphs(body: Element): boolean {
  return holdsBlock(body);
}
