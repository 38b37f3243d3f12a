/**
 * The words of a JATS article for the proof: what it should say, from the edition's article; what its file says.
 *
 * JATS has places of its own for people, abstracts and numbers: both are told part by part, in one order.
 */
import type { Element, ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import type { EditionDocument } from '../../../model/index.js';
import { isNoteCall } from '../html/plain-text.js';
import { printable, unwrapped } from '../html/printable.js';
import { wordsOf, type DocumentFlow } from '../html/document-flow.js';
import { readXml } from '../html/read-xhtml.js';
import { documentParts } from './document-parts.js';
import { plainDoi } from './front.js';

type Parts = [name: string, words: string][];

/** What the file of an article should say. */
export function expectedWords(document: EditionDocument): DocumentFlow {
  const article = document.article!;
  const { body, references, stray } = documentParts(document);
  const english = article.english;
  const people = article.contributors;
  const flow = (nodes: readonly ElementContent[]): string =>
    wordsOf(nodes, (node) => isNoteCall(node as ElementContent));
  const parts: Parts = [
    ['doi', plainDoi(article.doi) ?? ''],
    ['number', article.articleId ?? ''],
    ['column', article.column ?? ''],
    ['clc', article.clc ?? ''],
    ['title', article.untitled ? document.title : leaves(article.title) || document.title],
    ['subtitle', leaves(article.subtitle ?? [])],
    ['english title', english?.title ?? ''],
    ['names', people.map(({ name }) => name).join()],
    ['english names', (english?.authors ?? []).join()],
    ['editors', article.editors.join()],
    ['places', [...new Set(people.flatMap(({ affiliation }) => affiliation ?? []))].join()],
    ['english places', (english?.affiliations ?? []).join()],
    ['bios', article.bios.map(leaves).join()],
    ['received', article.received ?? ''],
    ['abstract', leaves(article.abstract)],
    ['english abstract', leaves(english?.abstract ?? [])],
    ['keywords', [...article.keywords, ...(english?.keywords ?? [])].join()],
    ['fund', leaves(article.fund ?? [])],
    ['code', article.documentCode ?? ''],
    ['body', flow(body)],
    ['references', flow([...(references.heading ? [references.heading] : []), ...references.entries])],
    ['uncalled', flow(stray.filter((node) => node.type === 'element' && node.tagName === 'div'))],
  ];
  const notes = document.notes.map(({ id, content }): [string, string] => [id, flow(content)]);
  return { text: told(parts.map(([name, said]) => [name, printable(said)])), foot: '', notes: new Map(notes) };
}

/** What the file says. */
export function foundWords(article: string): DocumentFlow {
  const root = readXml(article);
  const all = elementsOf(root);
  const named = (name: string, within: readonly Element[] = all): Element[] =>
    within.filter((node) => node.tagName === name);
  const inside = (node: Element | undefined): Element[] => (node ? elementsOf(node) : []);
  const [meta] = named('article-meta');
  const front = inside(meta);
  const say = (nodes: readonly Element[], but: readonly string[] = []): string =>
    nodes.map((node) => text(node, ['xref', 'title', 'label', 'alt-text', ...but])).join();
  const whole = (node: Element | undefined): string => (node ? text(node, ['xref', 'label', 'alt-text']) : '');
  const typed = (name: string, key: string, value: string): Element[] =>
    named(name, front).filter((node) => node.properties[key] === value);
  const groups = named('contrib-group', front);
  const people = groups.filter((node) => node.properties['content-type'] === undefined).flatMap(inside);
  const translated = groups.filter((node) => node.properties['content-type'] === 'translated').flatMap(inside);
  const editors = groups.filter((node) => node.properties['content-type'] === 'editors').flatMap(inside);
  const isEnglish = ({ properties }: Element): boolean => properties['xml:lang'] === 'en';
  const names = (nodes: Element[]): Element[] =>
    nodes.filter((node) => ['name', 'string-name'].includes(node.tagName) && !isEnglish(node));
  const englishNames = [...people, ...translated].filter((node) => node.tagName === 'string-name' && isEnglish(node));
  const [back] = named('back');
  const noteGroups = named('fn-group', inside(back));
  const notesOf = (group: Element): Element[] => named('fn', inside(group));
  const uncalled = noteGroups.filter((node) => node.properties['content-type'] === 'uncalled').flatMap(notesOf);
  const called = noteGroups.filter((node) => node.properties['content-type'] === undefined).flatMap(notesOf);
  const parts: Parts = [
    ['doi', say(typed('article-id', 'pub-id-type', 'doi'))],
    ['number', say(typed('article-id', 'pub-id-type', 'publisher-id'))],
    ['column', say(typed('subj-group', 'subj-group-type', 'heading'))],
    ['clc', say(typed('subj-group', 'subj-group-type', 'clc'))],
    ['title', say(named('article-title', front))],
    ['subtitle', say(named('subtitle', front))],
    ['english title', say(named('trans-title', front))],
    ['names', say(names(people))],
    ['english names', say(englishNames)],
    ['editors', say(names(editors))],
    ['places', say(named('aff', front).filter((node) => !isEnglish(node)))],
    ['english places', say(named('aff', front).filter(isEnglish))],
    [
      'bios',
      named('author-notes', front)
        .flatMap((node) => named('p', inside(node)))
        .map(whole)
        .join(),
    ],
    ['received', say(named('string-date', front))],
    ['abstract', say(named('abstract', front))],
    ['english abstract', say(named('trans-abstract', front))],
    ['keywords', say(named('kwd', front))],
    ['fund', say(named('funding-statement', front))],
    ['code', say(named('meta-value', front))],
    ['body', whole(named('body')[0])],
    ['references', whole(named('ref-list', inside(back))[0])],
    ['uncalled', uncalled.map(whole).join('')],
  ];
  const notes = called.map((node): [string, string] => [String(node.properties.id), whole(node)]);
  return { text: told(parts), foot: '', notes: new Map(notes) };
}

const told = (parts: Parts): string => parts.map(([name, said]) => `[${name}]${said}`).join('');

function elementsOf(node: Element): Element[] {
  return (node.children as ElementContent[]).flatMap((child) =>
    child.type === 'element' ? [child, ...elementsOf(child)] : [],
  );
}

function text(node: Element, but: readonly string[]): string {
  return wordsOf(node.children, (child) => child.type === 'element' && but.includes(child.tagName));
}

/** Words of mdast as the edition sets them. */
function leaves(nodes: readonly Nodes[]): string {
  return nodes
    .map((node): string => {
      if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return unwrapped(node.value);
      return 'children' in node ? leaves(node.children as Nodes[]) : '';
    })
    .join('');
}
