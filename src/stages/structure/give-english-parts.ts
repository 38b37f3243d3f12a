/** Gives English parts, wherever they stood in a text, to the articles that they belong to. */
import { say } from '../../diagnostics/index.js';
import { pinyinPro } from '../../system/load-late.js';
import { messages } from '../../messages/index.js';
import type { Article, EnglishPart, TextTree } from '../../model/index.js';
import type { FoundArticle } from './read-article.js';

/**
 * A part that stands alone with its article stays there. Parts that stand together (abstracts at an issue's end) go to
 * the article whose authors they name, by pinyin, else to the one of the same place in the order.
 */
export function giveEnglishParts(found: FoundArticle[], tree: TextTree): void {
  const crowded = found.filter(({ english }) => english.length > 1);
  for (const { article, english } of found) if (english.length === 1) article.english = english[0]!;
  for (const { article } of found) partNames(article);
  if (crowded.length === 0) return;
  const parts = crowded.flatMap(({ english }) => english);
  const free = new Set(found.map(({ article }) => article).filter((article) => !article.english));
  const waiting: EnglishPart[] = [];
  const authors = new Map(
    found.map(({ article }) => [article, article.contributors.map(({ name }) => spellings(name))]),
  );
  for (const part of parts) {
    const names = new Set(part.authors.map(letters));
    const article = [...free].find((candidate) => spells(names, authors.get(candidate)!));
    if (!article) waiting.push(part);
    else {
      article.english = part;
      free.delete(article);
    }
  }
  for (const part of waiting) {
    const article = [...free][0];
    if (article) {
      article.english = part;
      free.delete(article);
      say(tree.raw, 'warning', 'structure:english', messages.structure.englishOfOthers(part.title ?? ''));
    } else append(found.at(-1)!.article, part, tree);
  }
}

/** Lu Wenyuan Zhao Yiwei: names that nothing parts are parted where they spell the article's authors. */
function partNames({ contributors, english }: Article): void {
  const [together = '', ...more] = english?.authors ?? [];
  const words = together.split(/\s+/u);
  if (!english || more.length > 0 || contributors.length < 2 || words.length !== contributors.length * 2) return;
  const names = contributors.map((_, i) => `${words[i * 2]!} ${words[i * 2 + 1]!}`);
  const spelled = names.every((name, i) => spellings(contributors[i]!.name).includes(letters(name)));
  if (spelled) english.authors = names;
}

/** A Chinese name in Latin letters, the family's first or last. */
function spellings(name: string): string[] {
  const syllables = pinyinPro().pinyin(name, { toneType: 'none', type: 'array', v: true, mode: 'surname' });
  const [family = '', ...given] = syllables;
  return [letters(family + given.join('')), letters(given.join('') + family)];
}

/** Do the names of an English part spell the authors? */
function spells(names: ReadonlySet<string>, authors: string[][]): boolean {
  return authors.length > 0 && authors.every((spelled) => spelled.some((one) => names.has(one)));
}

function letters(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z]/g, '');
}

/** A part too many is kept with the last article. */
function append(article: Article, part: EnglishPart, tree: TextTree): void {
  const english = (article.english ??= { authors: [], abstract: [], keywords: [] });
  const title = part.title
    ? [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value: part.title }] }]
    : [];
  english.abstract.push(...title, ...part.abstract);
  english.authors.push(...part.authors);
  english.keywords.push(...part.keywords);
  if (part.affiliations) (english.affiliations ??= []).push(...part.affiliations);
  say(tree.raw, 'warning', 'structure:english', messages.structure.englishTooMany(part.title ?? ''));
}
