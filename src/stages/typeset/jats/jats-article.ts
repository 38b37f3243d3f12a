/** An article of the set, for what lists them all. */
import type { Article } from '../../../model/index.js';

export interface JatsArticle {
  article: Article;
  /** In words. */
  title: string;
  abstract: string;
  /** Name of its file in the set. */
  file: string;
  xml: string;
}
