/** The documents that frame the chapters of a book: cover, title page, copyright page and contents. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Contributor, EditionDocument, Issue, IssueMeta } from '../../../model/index.js';
import { byline } from './article-opening.js';
import type { EditionStrings } from './edition-strings.js';
import { printable } from './printable.js';

/** The lines of a cover below its title; a title alone makes one, too. */
export function bookCoverLines({ meta }: Issue, strings: EditionStrings): ElementContent[] {
  return [
    ...line('p.cover-journal', meta.series),
    ...line('p.cover-title', meta.title),
    ...line('p.cover-subtitle', meta.subtitle),
    ...line('p.cover-byline', byline(meta.contributors ?? [], strings)),
  ];
}

/** Title, people, publisher. */
export function titlePageDocument({ meta }: Issue, strings: EditionStrings): EditionDocument {
  const people = meta.contributors ?? [];
  const section = h('section.title-page', { id: 'title-page' }, [
    ...line('p.title-page-series', meta.series),
    h('h1.title', printable(meta.title)),
    ...line('p.subtitle', meta.subtitle),
    ...(people.length > 0 ? [h('p.byline', byline(people, strings))] : []),
    ...line('p.title-page-publisher', meta.publisher),
  ]);
  return {
    id: 'title-page',
    kind: 'title-page',
    title: strings.documents.titlePage,
    byline: '',
    lang: meta.language,
    body: [section],
    notes: [],
    headings: [],
  };
}

/** Names by what they did, as the rows of a 版权页. */
export function peopleFacts({ contributors = [], editors }: IssueMeta, strings: EditionStrings): [string, string][] {
  const names = (role: Contributor['role']): string[] =>
    contributors.filter((person) => person.role === role).map(({ name }) => name);
  const { authors, translators, editors: editorsLabel } = strings.facts;
  const joined = (list: string[]): string => list.join(strings.punctuation.names);
  return [
    [authors, joined(names('author'))],
    [translators, joined(names('translator'))],
    [editorsLabel, joined([...names('editor'), ...editors])],
  ];
}

/** Entries of a page of contents: more are no page but a document that readers open slowly. */
const mostEntries = 1200;

/** Parts with their chapters; the page slots are for print to fill. */
export function bookContents(
  chapters: readonly EditionDocument[],
  language: string,
  strings: EditionStrings,
): EditionDocument | undefined {
  const titled = chapters.filter(({ article }) => !article?.untitled);
  const tops = titled.filter(({ level = 1 }) => level === 1);
  // of thousands of chapters a page of contents lists the parts; the way to each is the contents of the reader
  const listed = titled.length > mostEntries ? tops : titled;
  if (listed.length < 2 || listed.length > mostEntries) return undefined;
  const entries = listed.map(({ id, title, byline: names, level = 1 }) =>
    h(`li.contents-entry.contents-level-${level}`, [
      h('a', { href: `#${id}` }, [
        h('span.contents-title', title),
        ...(names ? [{ type: 'text' as const, value: ' ' }, h('span.contents-byline', names)] : []),
        h('span.contents-page'),
      ]),
    ]),
  );
  // no heading of the book: a reader that lists headings lists those of the text
  const section = h('section.contents', { id: 'contents' }, [
    h('p.contents-title-line', { role: 'heading', ariaLevel: 1 }, strings.documents.contents),
    h('ol.contents-list', entries),
  ]);
  return {
    id: 'contents',
    kind: 'contents',
    title: strings.documents.contents,
    byline: '',
    lang: language,
    body: [section],
    notes: [],
    headings: [],
  };
}

function line(selector: string, text: string | undefined): ElementContent[] {
  return text ? [h(selector, printable(text))] : [];
}
