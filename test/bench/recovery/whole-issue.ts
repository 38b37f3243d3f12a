/** A whole issue in one text: masthead, contents, the articles behind one another with their pages counted through. */
import type { CleanArticle } from './clean-article.js';

export interface IssueHabits {
  masthead: string[];
  /** Above the list of contents; without it there is none. */
  contents?: string;
  /** A line of the contents, or several. */
  entry: (title: string, authors: string[], page: number) => string;
  /** Entries on one line, as where two columns were read across. */
  abreast: number;
  between: string;
  /** Between the contents and the articles, and between two articles. */
  turn: string;
}

const layer: IssueHabits = {
  masthead: ['刊本通讯', '2025年第1期（总第1期）'],
  contents: '目　录',
  entry: (title, authors, page) => `${title}${'…'.repeat(6)}${authors.join(' ')}（${page}）`,
  abreast: 1,
  between: '\n',
  turn: '\f',
};

const markdown: IssueHabits = {
  masthead: ['# 刊本通讯', '2025 年第 1 期（总第 1 期） 双月刊 2025 年 3 月 20 日出版'],
  contents: '# 目 录',
  entry: (title, authors, page) => `- ${page} ${title} ${authors.join(' ')}`,
  abreast: 1,
  between: '\n\n',
  turn: '\n',
};

export const issueHabits = {
  layer,
  layerRunOn: { ...layer, turn: '' },
  spaces: { ...layer, turn: ' ' },
  authorsFirst: {
    ...layer,
    contents: '本期目录',
    entry: (title, authors, page) => `${authors.join('、')}：${title} / ${page}`,
  },
  twoLines: {
    ...layer,
    contents: '目　次',
    entry: (title, authors, page) => `${title}\n${authors.join(' ')} ${'.'.repeat(24)} ${page}`,
  },
  pagesFirst: { ...layer, entry: (title, authors, page) => `${page}　${title}　${authors.join('　')}` },
  abreast: { ...layer, abreast: 2 },
  withoutContents: { ...layer, contents: '' },
  markdown,
  markdownLeaders: {
    ...markdown,
    contents: '目录',
    entry: (title, authors, page) => `${title} ...... ${authors.join(' ')} (${page})`,
  },
} satisfies Record<string, IssueHabits>;

/** @param parts the articles with their raw texts and first pages */
export function joinIssue(
  parts: { article: CleanArticle; raw: string; firstPage: number }[],
  { entry, masthead, contents, abreast, between, turn }: IssueHabits,
): string {
  const entries = parts.map(({ article, firstPage }) => entry(article.title, article.authors, firstPage));
  const lines = entries.flatMap((_, i) => (i % abreast === 0 ? [entries.slice(i, i + abreast).join('　　')] : []));
  const front = [...masthead, ...(contents ? [contents, ...lines] : [])];
  return [`${front.join(between)}\n`, ...parts.map(({ raw }) => raw)].join(turn);
}
