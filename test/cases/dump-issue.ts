/** Shows an issue as lines of `field: value`, the body as its tree; what is empty or unknown is left out. */
import type { PhrasingContent } from 'mdast';
import type { Article, EnglishPart, Issue } from '../../src/model/index.js';
import { dumpTree, inline } from './dump-tree.js';

export function dumpIssue(issue: Issue): string {
  const meta = Object.entries(issue.meta)
    .filter(
      ([key, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0) && key !== 'language',
    )
    .map(([key, value]) => `${key}: ${String(value)}`);
  return (
    [...meta, ...issue.articles.map((article) => `\n=== ${article.id}\n${dumpArticle(article)}`)].join('\n').trim() +
    '\n'
  );
}

export function dumpArticle(article: Article): string {
  const lines: string[] = [];
  const put = (name: string, value: string | number | undefined): void => {
    if (value !== undefined && value !== '') lines.push(`${name}: ${value}`);
  };
  put('column', article.column);
  put(article.workingTitle ? 'working title' : 'title', phrase(article.title));
  put('subtitle', article.subtitle && phrase(article.subtitle));
  put('title note', article.titleNote && blocks(article.titleNote));
  for (const { name, role, affiliation } of article.contributors)
    put(role, name + (affiliation ? ` (${affiliation})` : ''));
  for (const bio of article.bios) put('bio', phrase(bio));
  put('abstract', blocks(article.abstract));
  put('keywords', article.keywords.join(' | '));
  put('clc', article.clc);
  put('document code', article.documentCode);
  put('article id', article.articleId);
  put('doi', article.doi);
  put('fund', article.fund && phrase(article.fund));
  put('received', article.received);
  put('first page', article.firstPage);
  put('editors', article.editors.join(' | '));
  if (article.english) lines.push(...dumpEnglish(article.english));
  if (article.body.children.length > 0) lines.push('', dumpTree(article.body.children).trimEnd());
  return lines.join('\n');
}

function dumpEnglish(english: EnglishPart): string[] {
  return [
    english.title && `english title: ${english.title}`,
    english.authors.length > 0 && `english authors: ${english.authors.join(' | ')}`,
    english.affiliations && `english affiliations: ${english.affiliations.join(' | ')}`,
    english.abstract.length > 0 && `english abstract: ${blocks(english.abstract)}`,
    english.keywords.length > 0 && `english keywords: ${english.keywords.join(' | ')}`,
  ].filter((line): line is string => typeof line === 'string');
}

function phrase(nodes: PhrasingContent[]): string {
  return nodes.map(inline).join('');
}

function blocks(nodes: Article['abstract']): string {
  return dumpTree(nodes).trimEnd().replaceAll('\n', ' ¶ ');
}
