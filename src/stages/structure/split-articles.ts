/** Cuts a tree into what precedes the articles and the articles themselves. */
import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { BlockData, Role, TextTree } from '../../model/index.js';
import { articleStarts } from '../restore/blocks.js';
import { withoutBlanks } from '../../vocabulary/characters.js';

/** The parts of a text. */
export interface TextParts {
  /** Lines of the masthead, set aside in the ledger. */
  masthead: string[];
  contents: RootContent[];
  /** The abstracts that stand together. */
  abstracts: RootContent[];
  /** Blocks of each article, in order. */
  articles: RootContent[][];
}

export function roleOf(node: RootContent): Role {
  return (node.data as BlockData | undefined)?.role ?? 'body';
}

/** Each article from its opening on; its notes behind it. */
export function splitArticles(tree: TextTree): TextParts {
  const parts: TextParts = { masthead: [], contents: [], abstracts: [], articles: [] };
  const loose: RootContent[] = []; // definitions of lost notes: they belong to whoever calls them
  let current: RootContent[] | undefined;
  const starts = articleStarts(tree.root.children);
  for (const [i, node] of tree.root.children.entries()) {
    const role = roleOf(node);
    if (role === 'masthead') parts.masthead.push(setAside(node, tree, 'structure:masthead'));
    else if (role === 'contents') parts.contents.push(node);
    else if (role === 'abstracts' || role === 'gathered-abstract') parts.abstracts.push(node);
    else {
      if (starts[i]) {
        current = [];
        parts.articles.push(current);
      }
      if (current === undefined && node.type !== 'footnoteDefinition') {
        current = [];
        parts.articles.push(current);
      }
      if (node.type === 'footnoteDefinition') loose.push(node);
      else current!.push(node);
    }
  }
  joinLeadingFacts(parts.articles);
  shareNotes(parts.articles, loose);
  return parts;
}

/** DOI and dates above the title of the first article are its own. */
function joinLeadingFacts(articles: RootContent[][]): void {
  const [facts, first] = articles;
  if (!facts || !first || !facts.every((node) => factsAbove.has(roleOf(node)))) return;
  first.push(...facts);
  articles.shift();
}

const factsAbove = new Set<Role>(['doi', 'clc', 'document-code', 'article-id', 'received', 'citation', 'fund']);

/** Gives each definition to the article that calls it, in the order of the calls. */
export function shareNotes(articles: RootContent[][], definitions: RootContent[]): void {
  const byId = new Map(definitions.map((node) => [node.type === 'footnoteDefinition' ? node.identifier : '', node]));
  for (const blocks of articles) {
    const called: RootContent[] = [];
    const take = (node: RootContent): void => {
      if (node.type === 'footnoteReference') {
        const definition = byId.get(node.identifier);
        if (definition) called.push(definition);
        byId.delete(node.identifier);
      } else if ('children' in node) (node.children as RootContent[]).forEach(take);
    };
    blocks.forEach(take);
    // a note may call a note
    for (let i = 0; i < called.length; i++) take(called[i]!);
    blocks.push(...called);
  }
  // nothing is lost when nobody calls it
  articles.at(-1)?.push(...byId.values());
}

/** Writes a block into the ledger and returns its text. */
export function setAside(node: RootContent, tree: TextTree, rule: string): string {
  const text = toString(node);
  const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
  if (withoutBlanks(text) !== '')
    tree.ledger.aside.push({ rule, text: withoutBlanks(text), span, file: tree.raw.name });
  return text;
}
