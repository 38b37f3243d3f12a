/** Gives each article an ASCII id from its title, so that it stays when others come or go. */
import { toString } from 'mdast-util-to-string';
import { asciiName } from '../acquire/ascii-name.js';
import type { Article } from '../../model/index.js';

const longest = 40;

/** Equal titles are told apart by their authors, then by their order. */
export function uniqueIds(articles: Article[]): void {
  const taken = new Set<string>();
  for (const article of articles) {
    const base = shorten(asciiName(toString(article.title))) || 'article';
    const person = asciiName(article.contributors[0]?.name ?? '');
    let id = base;
    if (taken.has(id) && person !== '') id = `${base}-${person}`;
    for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
    taken.add(id);
    article.id = id;
  }
}

function shorten(name: string): string {
  if (name.length <= longest) return name;
  const cut = name.slice(0, longest + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), longest / 2)).replace(/-+$/, '');
}
