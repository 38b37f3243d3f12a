/** What a person says of an article in, its record out: the one that is there with the new facts, or a new one. */
import { toString } from 'mdast-util-to-string';
import type { Article } from '../../model/index.js';
import type { MadeIssue } from '../../pipeline/made-issue.js';
import type { WrittenRecord } from '../../stages/revise/index.js';
import type { RecordPlan } from './proposer.js';

/** Signs of a title that are enough to know it by. */
const enough = 12;

export function proposeArticle(
  article: Article,
  { issue, applied }: MadeIssue,
  facts: Readonly<Record<string, string | string[]>>,
): RecordPlan {
  const standing = applied.find(({ correction, article: id }) => correction.key === 'article' && id === article.id);
  const known = standing ? writtenOf(standing.correction.record) : {};
  const said = { ...known, ...facts };
  for (const [key, value] of Object.entries(facts)) if (value.length === 0) delete said[key];
  const name = standing ? String(known.article) : nameOf(article, issue?.articles ?? []);
  const { article: _article, ...rest } = said;
  return {
    add: Object.keys(rest).length > 0 ? [{ article: name, ...rest }] : [],
    remove: standing ? [standing.correction.line] : [],
  };
}

/** A record as it was read, as it is written: without what stands there when nothing is said. */
function writtenOf(record: object): WrittenRecord {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]: [string, unknown]) => {
      if (value === undefined || (key === 'kind' && value === 'ocr')) return [];
      return [[key, Array.isArray(value) ? value.map(String) : String(value)]];
    }),
  );
}

/** The first words of a title, as many as tell it from the others. */
function nameOf(article: Article, articles: readonly Article[]): string {
  const titles = articles.map(({ title }) => toString({ type: 'paragraph', children: title }));
  const own = titles[articles.indexOf(article)]!;
  for (let n = enough; n < own.length; n++) {
    const head = own.slice(0, n);
    if (titles.filter((title) => title.startsWith(head)).length === 1) return head;
  }
  return own;
}
