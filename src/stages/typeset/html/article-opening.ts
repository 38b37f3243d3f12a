/** What stands before the first paragraph of an article: title, people, abstract, keywords, numbers, and its foot. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PhrasingContent } from 'mdast';
import type { Article, Contributor } from '../../../model/index.js';
import { fill, type EditionStrings } from './edition-strings.js';
import { plainText } from './plain-text.js';
import { printable } from './printable.js';
import { flowToHast, phrasingToHast, type HastContext } from './to-hast.js';

/**
 * @param title the article's title as phrasing content
 * @param titleNote id of the note that hangs on the title
 * @returns `header.opening` and, where there is something for it, `footer.opening-foot`
 */
export function articleOpening(
  article: Article,
  title: ElementContent[],
  titleNote: string | undefined,
  strings: EditionStrings,
  context: HastContext,
): Element[] {
  const subtitle = article.subtitle && phrasingToHast(article.subtitle, context);
  const opening = h('header.opening', [
    ...(article.column ? [h('p.column', printable(article.column))] : []),
    ...(article.untitled
      ? []
      : [
          h(`h${article.level === undefined ? 1 : Math.min(article.level, 4)}.title`, [
            ...title,
            ...(titleNote ? [h('a.note-call', { dataNote: titleNote })] : []),
          ]),
        ]),
    ...(subtitle && plainText(subtitle) ? [h('p.subtitle', subtitle)] : []),
    ...(article.contributors.length > 0 ? [bylineElement(article.contributors, strings)] : []),
    ...abstract(article, strings, context),
    ...keywords(article, strings),
    ...numbers(article, strings),
  ]);
  const foot = [
    ...labelled('fund', article.fund && [article.fund], strings, context),
    ...labelled(
      'received',
      article.received ? [[{ type: 'text', value: article.received }]] : undefined,
      strings,
      context,
    ),
    ...labelled('bio', article.bios, strings, context),
  ];
  if (opening.children.length === 0) return [];
  return foot.length > 0 ? [opening, h('footer.opening-foot', foot)] : [opening];
}

/** Names as printed, with what they did where not all of them wrote. */
export function byline(contributors: readonly Contributor[], strings: EditionStrings): string {
  return contributors
    .map((person) => printable(person.name) + roleOf(person, contributors, strings))
    .join(strings.punctuation.names);
}

function bylineElement(contributors: readonly Contributor[], strings: EditionStrings): Element {
  const people = contributors.map((person) =>
    h('span.contributor', [
      h('span.name', printable(person.name)),
      ...(roleOf(person, contributors, strings) ? [h('span.role', roleOf(person, contributors, strings))] : []),
      ...(person.affiliation
        ? [h('span.affiliation', fill(strings.punctuation.affiliation, { name: printable(person.affiliation) }))]
        : []),
    ]),
  );
  return h('p.byline', separated(people, strings.punctuation.names));
}

function roleOf(person: Contributor, all: readonly Contributor[], strings: EditionStrings): string {
  if (all.every(({ role }) => role === 'author')) return '';
  return fill(strings.punctuation.role, { role: strings.roles[person.role] });
}

function abstract(article: Article, strings: EditionStrings, context: HastContext): Element[] {
  if (article.abstract.length === 0) return [];
  const content = flowToHast(article.abstract, context);
  return [h('section.abstract', withLabel(content, strings.labels.abstract))];
}

/** Puts a label at the head of the first paragraph, or before what is no paragraph. */
export function withLabel(content: ElementContent[], label: string): ElementContent[] {
  const first = content[0];
  if (first?.type !== 'element' || first.tagName !== 'p') return [h('p', h('span.label', label)), ...content];
  return [h('p', [h('span.label', label), ...first.children]), ...content.slice(1)];
}

function keywords(article: Article, strings: EditionStrings): Element[] {
  if (article.keywords.length === 0) return [];
  return [h('p.keywords', [h('span.label', strings.labels.keywords), ...keywordSpans(article.keywords, strings)])];
}

/** Keywords with what parts them. */
export function keywordSpans(keywords: readonly string[], strings: EditionStrings): ElementContent[] {
  return separated(
    keywords.map((keyword) => h('span.keyword', printable(keyword))),
    strings.punctuation.keywords,
  );
}

/** Elements with a text between each two. */
export function separated(elements: readonly Element[], separator: string): ElementContent[] {
  return elements.flatMap((element, index): ElementContent[] =>
    index > 0 ? [{ type: 'text', value: separator }, element] : [element],
  );
}

function numbers(article: Article, strings: EditionStrings): Element[] {
  const given = (['clc', 'documentCode', 'articleId', 'doi'] as const).flatMap((key) => {
    const value = article[key];
    return value ? [h('span.number', [h('span.label', strings.labels[key]), printable(value)])] : [];
  });
  if (given.length === 0) return [];
  return [h('p.numbers', separated(given, ' '))];
}

/** Paragraphs of one class, the first with its label. */
function labelled(
  kind: 'fund' | 'received' | 'bio',
  paragraphs: readonly PhrasingContent[][] | undefined,
  strings: EditionStrings,
  context: HastContext,
): Element[] {
  return (paragraphs ?? []).map((paragraph, index) =>
    h(`p.${kind}`, [
      ...(index === 0 ? [h('span.label', strings.labels[kind])] : []),
      ...phrasingToHast(paragraph, context),
    ]),
  );
}
