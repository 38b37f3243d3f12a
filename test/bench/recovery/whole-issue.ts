/** A whole issue in one text: masthead, contents, the articles behind one another with their pages counted through. */
import type { CleanArticle } from './clean-article.js';

export interface IssueHabits {
  /** A line of the contents. */
  entry: (title: string, authors: string, page: number) => string;
  masthead: string[];
  contents: string;
  between: string;
  /** Between the contents and the articles, and between two articles. */
  turn: string;
}

export const issueHabits = {
  markdown: {
    entry: (title, authors, page) => `- ${page} ${title} ${authors}`,
    masthead: ['# 刊本通讯', '2025 年第 1 期（总第 1 期） 双月刊 2025 年 3 月 20 日出版'],
    contents: '# 目 录',
    between: '\n\n',
    turn: '\n',
  },
  layer: {
    entry: (title, authors, page) => `${title}${'…'.repeat(6)}${authors}（${page}）`,
    masthead: ['刊本通讯', '2025年第1期（总第1期）'],
    contents: '目　录',
    between: '\n',
    turn: '\f',
  },
} satisfies Record<string, IssueHabits>;

/** @param parts the articles with their raw texts and first pages */
export function joinIssue(
  parts: { article: CleanArticle; raw: string; firstPage: number }[],
  { entry, masthead, contents, between, turn }: IssueHabits,
): string {
  const lines = parts.map(({ article, firstPage }) => entry(article.title, article.authors.join(' '), firstPage));
  return [`${[...masthead, contents, ...lines].join(between)}\n`, ...parts.map(({ raw }) => raw)].join(turn);
}
