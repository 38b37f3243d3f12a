/** Journal and article in the words of JATS: an article and its issue in, the element `front` out. */
import type { ElementContent } from 'hast';
import type { Element } from 'xast';
import type { Article, Contributor, EditionDocument, IssueMeta } from '../../../model/index.js';
import { editionStrings, type EditionStrings } from '../html/edition-strings.js';
import { isClass } from '../html/classes.js';
import { printable } from '../html/printable.js';
import { element } from '../html/xml.js';
import { blocks } from './body.js';
import { inline, wrap, type InlineContext } from './inline.js';
import { splitName } from './split-name.js';

const words = (name: string, text: string | undefined, attributes: Record<string, string> = {}): Element[] =>
  text?.trim() ? [element(name, attributes, [printable(text)])] : [];

export function frontOf(document: EditionDocument, meta: IssueMeta, slug: string, context: InlineContext): Element {
  return wrap('front', {}, [journalMeta(meta, slug), articleMeta(document, meta, context)]);
}

function journalMeta(meta: IssueMeta, slug: string): Element {
  const journal = meta.journal ?? meta.title;
  return wrap('journal-meta', {}, [
    ...words('journal-id', meta.issn ?? meta.cn ?? slug, { 'journal-id-type': 'publisher-id' }),
    wrap('journal-title-group', {}, [
      ...words('journal-title', journal),
      ...(meta.journalEnglish
        ? [wrap('trans-title-group', { 'xml:lang': 'en' }, words('trans-title', meta.journalEnglish))]
        : []),
    ]),
    ...words('issn', meta.issn),
    ...(meta.publisher ? [wrap('publisher', {}, words('publisher-name', meta.publisher))] : []),
  ]);
}

function articleMeta(document: EditionDocument, meta: IssueMeta, context: InlineContext): Element {
  const article = document.article!;
  const strings = editionStrings(meta.language);
  const language = shortLanguage(meta.language);
  return wrap('article-meta', {}, [
    ...words('article-id', plainDoi(article.doi), { 'pub-id-type': 'doi' }),
    ...words('article-id', article.articleId, { 'pub-id-type': 'publisher-id' }),
    ...categories(article),
    titleGroup(document, article, context),
    ...contributors(article),
    ...authorNotes(document, article, context),
    ...publicationDate(meta),
    ...words('volume', meta.volume),
    ...words('issue', meta.number ?? meta.total),
    ...(article.firstPage === undefined ? [] : words('fpage', String(article.firstPage))),
    ...(article.received
      ? [wrap('history', {}, [wrap('date', { 'date-type': 'received' }, words('string-date', article.received))])]
      : []),
    ...(meta.rights ? [wrap('permissions', {}, words('copyright-statement', meta.rights))] : []),
    ...abstractOf('abstract', partOf(document, 'abstract'), strings, {}, context),
    ...englishAbstract(document, context),
    ...keywords(article.keywords, language),
    ...keywords(article.english?.keywords ?? [], 'en'),
    ...funding(document, context),
    ...(article.documentCode
      ? [
          wrap('custom-meta-group', {}, [
            wrap('custom-meta', {}, [
              element('meta-name', {}, ['文献标识码']),
              ...words('meta-value', article.documentCode),
            ]),
          ]),
        ]
      : []),
  ]);
}

/** `zh`, `ja`: JATS wants a language, scripts are told by the words. */
export const shortLanguage = (language: string): string => language.replace(/-.*$/, '');

/** A DOI without address and prefix. */
export const plainDoi = (doi: string | undefined): string | undefined =>
  doi?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)\s*/i, '').trim();

function categories({ column, clc }: Article): Element[] {
  const groups = [
    ...(column ? [wrap('subj-group', { 'subj-group-type': 'heading' }, words('subject', column))] : []),
    ...(clc ? [wrap('subj-group', { 'subj-group-type': 'clc' }, words('subject', clc))] : []),
  ];
  return groups.length > 0 ? [wrap('article-categories', {}, groups)] : [];
}

function titleGroup(document: EditionDocument, article: Article, context: InlineContext): Element {
  const title = partOf(document, 'title');
  const subtitle = partOf(document, 'subtitle');
  const english = article.english?.title;
  return wrap('title-group', {}, [
    title ? wrap('article-title', {}, inline(title, context)) : element('article-title', {}, [document.title]),
    ...(subtitle ? [wrap('subtitle', {}, inline(subtitle, context))] : []),
    ...(english ? [wrap('trans-title-group', { 'xml:lang': 'en' }, words('trans-title', english))] : []),
  ]);
}

/** People with their affiliations; English names beside the Chinese where there are as many of both. */
function contributors({ contributors: people, english, editors }: Article): Element[] {
  const names = english?.authors ?? [];
  const paired = names.length > 0 && names.length === people.length;
  const places = [...new Set(people.flatMap(({ affiliation }) => affiliation ?? []))];
  const contribs = people.map((person, k) =>
    wrap('contrib', { 'contrib-type': person.role }, [
      nameOf(person, paired ? names[k] : undefined),
      ...(person.affiliation
        ? [element('xref', { 'ref-type': 'aff', rid: `aff-${places.indexOf(person.affiliation) + 1}` })]
        : []),
    ]),
  );
  const affiliations = places.map((place, k) => element('aff', { id: `aff-${k + 1}` }, [printable(place)]));
  const translated = paired ? [] : names;
  return [
    ...(contribs.length > 0 ? [wrap('contrib-group', {}, contribs)] : []),
    ...affiliations,
    ...(translated.length > 0
      ? [
          wrap(
            'contrib-group',
            { 'content-type': 'translated' },
            translated.map((name) =>
              wrap('contrib', { 'contrib-type': 'author' }, words('string-name', name, { 'xml:lang': 'en' })),
            ),
          ),
        ]
      : []),
    ...(english?.affiliations ?? []).flatMap((place) => words('aff', place, { 'xml:lang': 'en' })),
    ...(editors.length > 0
      ? [
          wrap(
            'contrib-group',
            { 'content-type': 'editors' },
            editors.map((name) =>
              wrap('contrib', { 'contrib-type': 'editor' }, [nameOf({ name, role: 'editor' }, undefined)]),
            ),
          ),
        ]
      : []),
  ];
}

function nameOf({ name }: Contributor, english: string | undefined): Element {
  const parts = splitName(name);
  const chinese = parts
    ? wrap('name', { 'name-style': 'eastern' }, [
        ...words('surname', parts.surname),
        ...words('given-names', parts.given),
      ])
    : element('string-name', {}, [printable(name)]);
  return english
    ? wrap('name-alternatives', {}, [chinese, ...words('string-name', english, { 'xml:lang': 'en' })])
    : chinese;
}

function authorNotes(document: EditionDocument, article: Article, context: InlineContext): Element[] {
  if (article.bios.length === 0) return [];
  const bios = paragraphsOf(document, 'bio').map((content) => wrap('p', {}, inline(content, context)));
  return [wrap('author-notes', {}, [wrap('fn', { 'fn-type': 'other' }, bios)])];
}

function publicationDate({ date, year }: IssueMeta): Element[] {
  const [y, month, day] = date?.split('-') ?? [year?.toString()];
  if (!y) return [element('pub-date-not-available')];
  const iso = [y, month, day].filter(Boolean).join('-');
  return [
    wrap('pub-date', { 'publication-format': 'print', 'date-type': 'pub', 'iso-8601-date': iso }, [
      ...words('day', day),
      ...words('month', month),
      ...words('year', y),
    ]),
  ];
}

function abstractOf(
  name: 'abstract' | 'trans-abstract',
  content: ElementContent[] | undefined,
  strings: EditionStrings,
  attributes: Record<string, string>,
  context: InlineContext,
): Element[] {
  if (!content) return [];
  const title = strings.labels.abstract.replace(/[:：]\s*$/u, '');
  return [wrap(name, attributes, [element('title', {}, [title]), ...blocks(content.map(withoutLabel), context)])];
}

function englishAbstract(document: EditionDocument, context: InlineContext): Element[] {
  const content = document.article?.english?.abstract ?? [];
  if (content.length === 0) return [];
  const paragraphs = partsOf(document.body, 'english').flatMap((section) =>
    (section.type === 'element' ? (section.children as ElementContent[]) : []).filter(
      (child) => !(child.type === 'element' && englishFrame.some((name) => isClass(child, name))),
    ),
  );
  return abstractOf('trans-abstract', paragraphs, editionStrings('en'), { 'xml:lang': 'en' }, context);
}

const englishFrame = ['english-title', 'english-byline', 'english-affiliation', 'english-keywords'];

function keywords(list: readonly string[], language: string): Element[] {
  if (list.length === 0) return [];
  const group = { 'kwd-group-type': 'author', 'xml:lang': language };
  return [
    wrap(
      'kwd-group',
      group,
      list.flatMap((keyword) => words('kwd', keyword)),
    ),
  ];
}

function funding(document: EditionDocument, context: InlineContext): Element[] {
  const paragraphs = paragraphsOf(document, 'fund');
  if (paragraphs.length === 0) return [];
  return [
    wrap(
      'funding-group',
      {},
      paragraphs.map((content) => wrap('funding-statement', {}, inline(content, context))),
    ),
  ];
}

/** Content of the first element of a class in the document; a label at its head is left out. */
function partOf(document: EditionDocument, name: string): ElementContent[] | undefined {
  const [found] = partsOf(document.body, name);
  return found?.type === 'element' ? (found.children as ElementContent[]) : undefined;
}

function paragraphsOf(document: EditionDocument, name: string): ElementContent[][] {
  return partsOf(document.body, name).map((node) => (withoutLabel(node) as { children: ElementContent[] }).children);
}

function partsOf(nodes: readonly ElementContent[], name: string): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    return isClass(node, name) ? [node] : partsOf(node.children as ElementContent[], name);
  });
}

/** A paragraph without the label that announces it. */
function withoutLabel(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  return { ...node, children: node.children.filter((child) => !isClass(child as ElementContent, 'label')) };
}
