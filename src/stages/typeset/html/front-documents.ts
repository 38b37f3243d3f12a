/** The documents that frame the articles of an edition: cover, copyright page, contents, colophon. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { EditionDocument, Issue, IssueMeta } from '../../../model/index.js';
import { bookContents, bookCoverLines, peopleFacts } from './book-documents.js';
import { editionStrings, fill, type EditionStrings } from './edition-strings.js';
import { plainText } from './plain-text.js';
import { printable } from './printable.js';

/** A document without notes and headings. */
function plainDocument(
  kind: Exclude<EditionDocument['kind'], 'article'>,
  title: string,
  lang: string,
  section: ElementContent,
): EditionDocument {
  return { id: kind, kind, title, byline: '', lang, body: [section], notes: [], headings: [] };
}

/** Journal or title, number and date, or for a single article its title and authors. */
export function coverDocument(
  issue: Issue,
  articles: readonly EditionDocument[],
  strings: EditionStrings,
): EditionDocument {
  const { meta } = issue;
  const only = articles.length === 1 ? articles[0]! : undefined;
  const number = issueLine(meta, strings);
  if (meta.kind === 'book') return coverOf(bookCoverLines(issue, strings), meta, strings);
  const parts = only
    ? [
        line('p.cover-journal', meta.journal && [meta.journal, number].filter(Boolean).join(' ')),
        line('p.cover-title', only.title),
        line('p.cover-subtitle', only.article?.subtitle && subtitleOf(only)),
        line('p.cover-byline', only.byline),
      ]
    : [
        line('p.cover-title', meta.journal ?? meta.title),
        line('p.cover-journal-english', meta.journalEnglish),
        line('p.cover-issue', number),
        line(
          'p.cover-subtitle',
          meta.subtitle ?? (meta.journal && !meta.title.includes(meta.journal) ? meta.title : undefined),
        ),
      ];
  return coverOf(parts.flat(), meta, strings);
}

function coverOf(lines: ElementContent[], meta: IssueMeta, strings: EditionStrings): EditionDocument {
  return plainDocument(
    'cover',
    strings.documents.cover,
    meta.language,
    h('section.cover', { id: 'cover' }, [...lines, ...line('p.cover-publisher', meta.publisher)]),
  );
}

/** Year, volume, number as printed: 2026年第2期（总第310期）. Empty when nothing is known. */
export function issueLine(meta: IssueMeta, strings: EditionStrings): string {
  const { issue } = strings;
  return [
    meta.year === undefined ? '' : fill(issue.year, { year: meta.year }),
    meta.volume === undefined ? '' : fill(issue.volume, { volume: meta.volume }),
    meta.number === undefined ? '' : fill(issue.number, { number: meta.number }),
    meta.total === undefined ? '' : ` ${fill(issue.total, { total: meta.total })}`,
  ]
    .join('')
    .trim();
}

/** Which 版, as a 版权页 says it: 2026年11月第2版. Empty when nothing is said. */
export function editionLine({ edition }: IssueMeta, strings: EditionStrings): string {
  if (!edition) return '';
  const [year, month, day] = edition.date?.split('-').map(Number) ?? [];
  const date = day ? strings.edition.day : month ? strings.edition.month : year ? strings.edition.year : '';
  return [
    fill(date, { year: year ?? '', month: month ?? '', day: day ?? '' }),
    fill(strings.edition.number, { number: edition.number }),
  ].join('');
}

/** What is known of the issue, as terms and facts. Nothing when only the title is. */
export function copyrightDocument(
  issue: Issue,
  articles: readonly EditionDocument[],
  strings: EditionStrings,
): EditionDocument | undefined {
  const { meta } = issue;
  const only = articles.length === 1 ? articles[0]! : undefined;
  const { facts } = strings;
  const title =
    meta.kind === 'book'
      ? meta.title
      : only
        ? only.title
        : meta.journal && meta.title.includes(meta.journal)
          ? undefined
          : meta.title;
  const rows: [string, string | undefined][] = [
    [facts.journal, meta.journal],
    [facts.journalEnglish, meta.journalEnglish],
    [facts.title, title],
    [facts.subtitle, meta.subtitle],
    ...(meta.kind === 'book'
      ? peopleFacts(meta, strings)
      : [[facts.authors, only?.byline] as [string, string | undefined]]),
    [facts.series, meta.series],
    [facts.issue, issueLine(meta, strings)],
    [facts.issn, meta.issn],
    [facts.cn, meta.cn],
    [facts.isbn, meta.isbn],
    [facts.doi, meta.doi],
    [facts.editors, meta.kind === 'book' ? undefined : meta.editors.join(strings.punctuation.names)],
    [facts.publisher, meta.publisher],
    [facts.date, meta.date],
    [facts.edition, editionLine(meta, strings)],
    [facts.editionNote, meta.edition?.note],
    [facts.rights, meta.rights],
  ];
  const known = rows.filter((row): row is [string, string] => Boolean(row[1]));
  if (known.every(([term]) => term === facts.title || term === facts.authors)) return undefined;
  return plainDocument(
    'copyright',
    strings.documents.copyright,
    meta.language,
    h('section.copyright', { id: 'copyright' }, [
      h(
        'dl.facts',
        known.flatMap(([term, fact]) => [h('dt', term), h('dd', printable(fact))]),
      ),
    ]),
  );
}

/** Entries under their 栏目; the page slots are for print to fill. Nothing for a single article. */
export function contentsDocument(
  issue: Issue,
  articles: readonly EditionDocument[],
  strings: EditionStrings,
): EditionDocument | undefined {
  if (issue.meta.kind === 'book') return bookContents(articles, issue.meta.language, strings);
  if (articles.length < 2) return undefined;
  const groups: { column: string | undefined; entries: ElementContent[] }[] = [];
  for (const { id, title, byline, column } of articles) {
    if (groups.length === 0 || groups.at(-1)!.column !== column) groups.push({ column, entries: [] });
    groups.at(-1)!.entries.push(contentsEntry(id, title, byline));
  }
  const lists = groups.flatMap(({ column, entries }) => [
    ...(column ? [h('h2.contents-column', printable(column))] : []),
    h('ol.contents-list', entries),
  ]);
  return plainDocument(
    'contents',
    strings.documents.contents,
    issue.meta.language,
    h('section.contents', { id: 'contents' }, [h('h1.contents-title-line', strings.documents.contents), ...lists]),
  );
}

/** The same in English, of the articles that have an English title. */
export function englishContentsDocument(
  articles: readonly EditionDocument[],
  strings: EditionStrings,
): EditionDocument | undefined {
  const english = editionStrings('en');
  const entries = articles.flatMap(({ id, article }) =>
    article?.english?.title
      ? [
          contentsEntry(
            id,
            printable(article.english.title),
            printable(article.english.authors.join(english.punctuation.names)),
          ),
        ]
      : [],
  );
  if (articles.length < 2 || entries.length === 0) return undefined;
  return plainDocument(
    'english-contents',
    strings.documents.englishContents,
    'en',
    h('section.contents.english-contents', { id: 'english-contents', lang: 'en' }, [
      h('h1.contents-title-line', english.documents.contents),
      h('ol.contents-list', entries),
    ]),
  );
}

function contentsEntry(id: string, title: string, byline: string): ElementContent {
  return h('li.contents-entry', [
    h('a', { href: `#${id}` }, [
      h('span.contents-title', title),
      ...(byline ? [{ type: 'text' as const, value: ' ' }, h('span.contents-byline', byline)] : []),
      h('span.contents-page'),
    ]),
  ]);
}

/** What the edition is set in, and by what. */
export function colophonDocument(issue: Issue, strings: EditionStrings): EditionDocument {
  const { colophon } = strings;
  return plainDocument(
    'colophon',
    strings.documents.colophon,
    issue.meta.language,
    h('section.colophon', { id: 'colophon' }, [
      h('dl.facts', [
        h('dt', colophon.typefaces),
        ...[colophon.song, colophon.hei, colophon.kai, colophon.italic, colophon.licence].map((text) => h('dd', text)),
        h('dt', colophon.maker),
        h('dd', colophon.made),
      ]),
    ]),
  );
}

function subtitleOf(document: EditionDocument): string {
  const section = document.body[0];
  const opening = section?.type === 'element' ? section.children[0] : undefined;
  const subtitle =
    opening?.type === 'element'
      ? opening.children.find(
          (child) => child.type === 'element' && child.properties.className?.toString() === 'subtitle',
        )
      : undefined;
  return subtitle?.type === 'element' ? plainText(subtitle.children) : '';
}

function line(selector: string, text: string | undefined): ElementContent[] {
  return text ? [h(selector, printable(text))] : [];
}
