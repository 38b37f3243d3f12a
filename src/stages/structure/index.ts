/** The structure stage: trees → `Issue`: articles in order, people, abstracts, what frames them. */
import { toString } from 'mdast-util-to-string';
import { say } from '../../diagnostics/index.js';
import type { Ledger, Article, Issue, IssueSource, TextTree } from '../../model/index.js';
import { messages } from '../../messages/index.js';
import { unknownWords } from '../../vocabulary/characters.js';
import { bookMeta } from './books/book-meta.js';
import { structureBook } from './books/structure-book.js';
import { dropTypedPictures } from './drop-typed-pictures.js';
import { readArticle } from './read-article.js';
import { giveAbstracts } from './give-abstracts.js';
import { giveEnglishParts } from './give-english-parts.js';
import { matchContents, readContents } from './read-contents.js';
import { readIssueMeta } from './read-issue-meta.js';
import { splitArticles } from './split-articles.js';
import { uniqueIds } from './unique-ids.js';

/** Alters articles in place, and lists what it alters. */
export type MendArticles = (articles: Article[], ledger: Ledger) => void;

/**
 * Makes an issue of restored trees.
 *
 * @param source what was asked for, with its `issue.yaml`; its texts are in the order of the trees
 * @param mend alters the articles as they were read, before anything is made of their titles
 */
export function structure(trees: TextTree[], source: IssueSource, mend?: MendArticles): Issue {
  trees.forEach(dropTypedPictures);
  if (trees.length > 0 && trees.every(({ survey }) => survey.book)) return bookOf(trees, source, mend);
  const articles: Article[] = [];
  const mastheads: string[] = [];
  trees.forEach((tree, i) => {
    const config = source.texts[i]?.config;
    const parts = splitArticles(tree);
    mastheads.push(...parts.masthead);
    const contents = readContents(parts.contents, tree);
    const found = parts.articles.map((blocks, place) => readArticle(blocks, tree, place === 0 ? config : undefined));
    const read = found.map(({ article }) => article);
    giveAbstracts(read, parts.abstracts, tree);
    giveEnglishParts(found, tree);
    matchContents(read, contents, tree);
    articles.push(...read);
  });
  const ledger = ledgerOf(trees);
  mend?.(articles, ledger);
  uniqueIds(articles);
  askTitles(articles);
  const told = readIssueMeta(mastheads, articles, source);
  // finished chapters of a book, as export writes them
  const isBook = source.config.kind === 'book';
  const meta = isBook
    ? bookMeta({ facts: { contributors: [], subjects: [] }, articles, divided: true }, told, source)
    : told;
  return { slug: source.slug, meta, config: source.config, articles, raws: trees.map(({ raw }) => raw), ledger };
}

/** The same of texts that were read as a book. */
function bookOf(trees: TextTree[], source: IssueSource, mend?: MendArticles): Issue {
  const found = structureBook(trees, source);
  const { articles } = found;
  const ledger = ledgerOf(trees);
  mend?.(articles, ledger);
  uniqueIds(articles);
  askTitles(articles);
  const meta = bookMeta(found, readIssueMeta([], articles, source), source);
  if (meta.kind === 'book' && meta.workingTitle)
    say(trees[0]!.raw, 'warning', 'structure:title', messages.books.noTitle(meta.title));
  return { slug: source.slug, meta, config: source.config, articles, raws: trees.map(({ raw }) => raw), ledger };
}

function ledgerOf(trees: readonly TextTree[]): Ledger {
  return {
    aside: trees.flatMap((tree) => tree.ledger.aside),
    changes: trees.flatMap((tree) => tree.ledger.changes),
  };
}

function askTitles(articles: readonly Article[]): void {
  for (const article of articles) {
    if (article.workingTitle) {
      say(article.raw, 'warning', 'structure:title', messages.structure.noTitle, undefined, {
        confidence: 'certain',
        records: [{ article: toString(article.title), title: unknownWords }],
      });
    }
  }
}
