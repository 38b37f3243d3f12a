/** The structure stage: trees → `Issue`: articles in order, people, abstracts, what frames them. */
import { toString } from 'mdast-util-to-string';
import { say, type Ledger } from '../diagnostics.js';
import { messages } from '../messages/index.js';
import type { Article, Issue, IssueSource, TextTree } from '../model.js';
import { unknownWords } from '../vocabulary/characters.js';
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
  const ledger: Ledger = {
    aside: trees.flatMap((tree) => tree.ledger.aside),
    changes: trees.flatMap((tree) => tree.ledger.changes),
  };
  mend?.(articles, ledger);
  uniqueIds(articles);
  for (const article of articles) {
    if (article.workingTitle) {
      say(article.raw, 'warning', 'structure:title', messages.structure.noTitle, undefined, {
        confidence: 'certain',
        records: [{ article: toString(article.title), title: unknownWords }],
      });
    }
  }
  const meta = readIssueMeta(mastheads, articles, source);
  return { slug: source.slug, meta, config: source.config, articles, raws: trees.map(({ raw }) => raw), ledger };
}
