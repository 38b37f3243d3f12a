/** All words of an article as the model holds them: what the ledger counts as set. */
import type { Nodes } from 'mdast';
import type { Article, EnglishPart } from '../../model/index.js';

/** The texts of an article, in no particular order, without anything that kanben added. */
export function* wordsOf(article: Article): Generator<string> {
  if (!article.workingTitle) yield* leaves(article.title);
  yield* leaves(article.subtitle ?? []);
  yield* leaves(article.titleNote ?? []);
  for (const { name, affiliation } of article.contributors) {
    yield name;
    if (affiliation) yield affiliation;
  }
  for (const bio of article.bios) yield* leaves(bio);
  yield* leaves(article.abstract);
  yield* article.keywords;
  for (const number of [article.clc, article.documentCode, article.articleId, article.doi, article.received])
    if (number) yield number;
  yield* leaves(article.fund ?? []);
  yield* article.editors;
  if (article.english) yield* wordsOfEnglish(article.english);
  yield* leaves(article.body.children);
}

function* wordsOfEnglish(english: EnglishPart): Generator<string> {
  if (english.title) yield english.title;
  yield* english.authors;
  yield* english.affiliations ?? [];
  yield* leaves(english.abstract);
  yield* english.keywords;
}

/** Leaves whose value stands in the edition. */
const worded = new Set(['text', 'inlineCode', 'code', 'inlineMath', 'math']);

function* leaves(nodes: Nodes[]): Generator<string> {
  for (const node of nodes) {
    if (worded.has(node.type) && 'value' in node) yield node.value;
    else if (node.type === 'image' || node.type === 'imageReference') yield node.alt ?? '';
    else if ('children' in node) yield* leaves(node.children);
  }
}
