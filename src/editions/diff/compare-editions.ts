/** What changed from one edition to another: two records in, changes by article and pages that moved out. */
import type { ArticleRecord, EditionRecord } from '../edition-record.js';
import { compareArticles, type ArticleComparison, type Change } from './compare-articles.js';
import { commonStretches } from './common-stretches.js';
import { likeness } from './likeness.js';

/** What became of an article that both editions have. */
export interface ArticleDifference {
  id: string;
  title: string;
  /** The title it had. */
  renamed?: string;
  /** It stands elsewhere among the articles. */
  moved?: true;
  column?: { before: string; after: string };
  changes: Change[];
  /** Folios of its first and last page, where they are others. */
  pages?: { before: string; after: string };
  /** Folios of pages that begin elsewhere in the text. */
  pagesMoved: string[];
}

export interface EditionDifference {
  same: boolean;
  before: Pick<EditionRecord, 'title' | 'edition' | 'identifier'>;
  after: Pick<EditionRecord, 'title' | 'edition' | 'identifier'>;
  added: string[];
  removed: string[];
  /** Those in which something changed, in the order of the new edition. */
  articles: ArticleDifference[];
}

/** Articles of other titles that are less alike are two articles. */
const leastLikeness = 0.5;

export function compareEditions(before: EditionRecord, after: EditionRecord): EditionDifference {
  const pairs = pairArticles(before.articles, after.articles);
  const stayed = inOrder(before.articles, pairs);
  const articles = pairs.flatMap(([old, now]) => {
    const difference = compare(before, after, old, now, !stayed.has(now));
    return isDifferent(difference) ? [difference] : [];
  });
  const paired = new Set(pairs.flat());
  const alone = (all: readonly ArticleRecord[]): string[] =>
    all.filter((article) => !paired.has(article)).map(({ title }) => title);
  const [removed, added] = [alone(before.articles), alone(after.articles)];
  const facts = ({ title, edition, identifier }: EditionRecord) => ({ title, edition, identifier });
  const [old, now] = [facts(before), facts(after)];
  const same =
    articles.length + removed.length + added.length === 0 &&
    old.title === now.title &&
    JSON.stringify(old.edition ?? {}) === JSON.stringify(now.edition ?? {});
  return { same, before: old, after: now, added, removed, articles };
}

/** Old and new of each article, in the order of the new edition: by id, then by likeness. */
function pairArticles(
  before: readonly ArticleRecord[],
  after: readonly ArticleRecord[],
): [ArticleRecord, ArticleRecord][] {
  const free = new Map(before.map((article) => [article.id, article]));
  const found = new Map<ArticleRecord, ArticleRecord>();
  for (const now of after) {
    const old = free.get(now.id);
    if (!old) continue;
    found.set(now, old);
    free.delete(now.id);
  }
  for (const now of after.filter((article) => !found.has(article))) {
    const likely = [...free.values()]
      .map((old) => ({ old, alike: likeness(words(old), words(now)) }))
      .filter(({ alike }) => alike >= leastLikeness)
      .sort((x, y) => y.alike - x.alike)[0];
    if (!likely) continue;
    found.set(now, likely.old);
    free.delete(likely.old.id);
  }
  return after.flatMap((now) => {
    const old = found.get(now);
    return old ? [[old, now] as [ArticleRecord, ArticleRecord]] : [];
  });
}

const words = ({ blocks }: ArticleRecord): string => blocks.map(({ text }) => text).join('');

/** The articles that kept their order. */
function inOrder(
  before: readonly ArticleRecord[],
  pairs: readonly [ArticleRecord, ArticleRecord][],
): Set<ArticleRecord> {
  const olds = before.filter((article) => pairs.some(([old]) => old === article));
  const stayed = new Set<ArticleRecord>();
  commonStretches([olds.length, pairs.length], (i, j) => olds[i] === pairs[j]![0], {
    common: (length, _, j) => {
      for (let n = 0; n < length; n++) stayed.add(pairs[j + n]![1]);
    },
  });
  return stayed;
}

function compare(
  before: EditionRecord,
  after: EditionRecord,
  old: ArticleRecord,
  now: ArticleRecord,
  moved: boolean,
): ArticleDifference {
  const comparison: ArticleComparison =
    old.sha256 === now.sha256 ? { changes: [], newOffset: (offset) => offset } : compareArticles(old, now);
  const [pagesBefore, pagesAfter] = [pagesOf(old), pagesOf(now)];
  return {
    id: now.id,
    title: now.title,
    ...(old.title !== now.title && { renamed: old.title }),
    ...(moved && { moved }),
    ...(old.column !== now.column && { column: { before: old.column ?? '', after: now.column ?? '' } }),
    changes: comparison.changes.map((change) => ({ ...change, ...pageOf(change, old, before) })),
    ...(pagesBefore !== pagesAfter &&
      pagesBefore !== '' &&
      pagesAfter !== '' && { pages: { before: pagesBefore, after: pagesAfter } }),
    pagesMoved: movedPages(before, after, old, now, comparison),
  };
}

function pageOf(change: Change, { id }: ArticleRecord, { pageStarts }: EditionRecord): { page?: string } {
  if (!('offset' in change)) return {};
  const start = pageStarts.findLast(({ document, offset }) => document === id && offset <= change.offset);
  return start ? { page: start.folio } : {};
}

function isDifferent({ renamed, moved, column, changes, pages, pagesMoved }: ArticleDifference): boolean {
  return Boolean(renamed ?? moved ?? column ?? pages) || changes.length + pagesMoved.length > 0;
}

function pagesOf({ firstPage, lastPage }: ArticleRecord): string {
  return firstPage && lastPage ? `${firstPage.folio}–${lastPage.folio}` : '';
}

/** Folios that both editions have, and that begin at other words. */
function movedPages(
  before: EditionRecord,
  after: EditionRecord,
  old: ArticleRecord,
  now: ArticleRecord,
  { newOffset }: ArticleComparison,
): string[] {
  const starts = new Map(
    after.pageStarts.filter(({ document }) => document === now.id).map(({ folio, offset }) => [folio, offset]),
  );
  return before.pageStarts
    .filter(({ document, folio, offset }) => {
      const there = document === old.id ? starts.get(folio) : undefined;
      return there !== undefined && there !== newOffset(offset);
    })
    .map(({ folio }) => folio);
}
