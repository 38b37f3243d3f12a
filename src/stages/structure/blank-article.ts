/** An article of which nothing is known yet but the text that it stands in. */
import type { Article, RawText } from '../../model/index.js';

/** @param raw the text that it is read from */
export function blankArticle(raw: RawText): Article {
  return {
    id: '',
    raw,
    title: [],
    workingTitle: false,
    contributors: [],
    bios: [],
    abstract: [],
    keywords: [],
    editors: [],
    body: { type: 'root', children: [] },
  };
}
