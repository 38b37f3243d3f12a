/**
 * Where the links within an edition lead: `#第二章`, `02.md`, `02.md#app` in the texts, ids in the edition.
 *
 * A heading is called by the anchor that its author gave it, or by its words as they are written in addresses. Only
 * headings that a link leads to get an id of their own here; all others are named as they come.
 */
import path from 'node:path';
import type { Heading, Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Article } from '../../../model/index.js';
import { shortDigest } from './ascii-id.js';

export interface LinkTargets {
  /** Id that an address leads to from an article; undefined where it leads nowhere in the edition. */
  idOf(url: string, from: Article): string | undefined;
  /** The text that an address leads to, and the words of the heading in it, as an address has them. */
  placeOf(url: string, from: Article): { article: Article; heading?: string } | undefined;
  /** Id of a heading that something leads to. */
  headingId(node: Nodes): string | undefined;
}

/** @param idOf id of the document of an article */
export function linkTargets(articles: readonly Article[], idOf: (article: Article) => string): LinkTargets {
  const wanted = new Set<string>();
  for (const article of articles)
    visit(article.body, (node) => {
      if (node.type !== 'link' && node.type !== 'definition') return;
      const key = keyOf(node.url, article);
      if (key !== undefined) wanted.add(key);
    });
  const ids = new Map<string, string>();
  const headings = new Map<Nodes, string>();
  const places = new Map<string, { article: Article; heading?: string }>();
  if (wanted.size === 0) return { idOf: () => undefined, placeOf: () => undefined, headingId: () => undefined };
  const name = (article: Article, words: string, anchor: string | undefined, id: () => string, inside = true): void => {
    const file = path.resolve(article.raw.path);
    for (const one of [anchor, slugOf(words)]) {
      const key = `${file}#${one}`;
      if (one === undefined || one === '' || !wanted.has(key) || ids.has(key)) continue;
      ids.set(key, id());
      places.set(key, { article, ...(inside && { heading: slugOf(words) }) });
    }
  };
  for (const article of articles) {
    const document = idOf(article);
    const file = path.resolve(article.raw.path);
    if (!ids.has(file)) {
      ids.set(file, document);
      places.set(file, { article });
    }
    name(article, toString({ type: 'root', children: article.title } as Nodes), article.anchor, () => document, false);
    visit(article.body, 'heading', (node: Heading) => {
      const words = toString(node);
      name(article, words, node.data?.anchor, () => {
        const id = headings.get(node) ?? `${document}-at-${shortDigest(words)}-${headings.size + 1}`;
        headings.set(node, id);
        return id;
      });
    });
  }
  return {
    idOf: (url, from) => {
      const key = keyOf(url, from);
      if (key === undefined) return undefined;
      // a place that nobody names is somewhere in its file
      return ids.get(key) ?? (url.startsWith('#') ? undefined : ids.get(key.replace(/#.*$/u, '')));
    },
    placeOf: (url, from) => {
      const key = keyOf(url, from);
      if (key === undefined) return undefined;
      return places.get(key) ?? (url.startsWith('#') ? undefined : places.get(key.replace(/#.*$/u, '')));
    },
    headingId: (node) => headings.get(node),
  };
}

/** Addresses of web pages, and files that are no texts, lead out of the edition. */
function keyOf(url: string, { raw }: Article): string | undefined {
  const found = /^(?!\w+:|\/\/)([^#?]*)(?:#(.+))?$/u.exec(decoded(url));
  if (!found) return undefined;
  const [, file = '', anchor] = found;
  if (file !== '' && !/\.(?:md|markdown|txt)$/iu.test(file)) return undefined;
  if (file === '' && anchor === undefined) return undefined;
  const target = file === '' ? path.resolve(raw.path) : path.resolve(path.dirname(raw.path), file);
  return anchor === undefined ? target : `${target}#${anchor}`;
}

/** A heading as sites make addresses of it: no marks, blanks as hyphens. */
function slugOf(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/gu, '-');
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
