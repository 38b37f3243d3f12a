/** A record of what an article is: `article` names it by the first words of its title, the other keys say what is right. */
import { z } from 'zod';
import { expected, listOfWords, wholeNumber, words } from '../../../model/config/yaml-scalars.js';
import { sharedKeys } from '../correction.js';
import { recordKind } from '../record-kind.js';

/** What may be said of an article, as `Article` names it. */
export const articleKeys = {
  title: words.optional(),
  subtitle: words.optional(),
  authors: listOfWords.optional(),
  column: words.optional(),
  abstract: words.optional(),
  keywords: listOfWords.optional(),
  bios: listOfWords.optional(),
  clc: words.optional(),
  documentCode: words.optional(),
  articleId: words.optional(),
  doi: words.optional(),
  fund: words.optional(),
  received: words.optional(),
  editors: listOfWords.optional(),
  firstPage: wholeNumber.optional(),
  englishTitle: words.optional(),
  englishAuthors: listOfWords.optional(),
  englishAbstract: words.optional(),
  englishKeywords: listOfWords.optional(),
};

const schema = z.strictObject({
  article: words.min(1, expected('titleStart')),
  ...articleKeys,
  ...sharedKeys,
});

export type ArticleRecord = z.output<typeof schema>;

/** It alters no tree: see revise-articles. */
export const articleRecord = recordKind<ArticleRecord>({ key: 'article', schema, plan: () => [] });
