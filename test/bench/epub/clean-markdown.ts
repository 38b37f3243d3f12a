/** An issue in, the clean Markdown out that a careful person would hand to another tool: headings, paragraphs, notes. */
import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Article, Issue } from '../../../src/model.js';

/** Markdown as pandoc reads it: a metadata block, an article under each heading of the first rank. */
export function cleanMarkdown({ meta, articles }: Issue): string {
  const authors = articles.flatMap(({ contributors }) => contributors.map(({ name }) => name));
  const head = ['---', `title: ${quoted(meta.title)}`, `lang: ${meta.language}`];
  const people = [...new Set(authors)].map((name) => `- ${quoted(name)}`);
  const block = [...head, ...(people.length > 0 ? ['author:', ...people] : []), '---'].join('\n');
  return [block, ...articles.map(articleMarkdown)].join('\n\n');
}

function articleMarkdown(article: Article, index: number): string {
  const heading: RootContent = { type: 'heading', depth: 1, children: article.title };
  const root: Root = { type: 'root', children: [heading, ...article.abstract, ...article.body.children] };
  return toMarkdown(plain(root, `a${index + 1}-`) as Root, {
    extensions: [gfmFootnoteToMarkdown(), gfmTableToMarkdown()],
  });
}

/** A copy without the marks of source pages, notes named so that no two articles share one. */
function plain(node: Nodes, prefix: string): Nodes {
  const copy = { ...node };
  if ('identifier' in copy) copy.identifier = copy.label = `${prefix}${copy.identifier}`;
  if ('children' in copy) {
    const kept = copy.children.filter(({ type }) => type !== 'pageBreak');
    copy.children = kept.map((child) => plain(child, prefix)) as PhrasingContent[];
  }
  return copy;
}

function quoted(value: string): string {
  return JSON.stringify(value);
}
