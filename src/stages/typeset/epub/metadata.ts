/** What the package document says of the book: an edition in, the elements of `metadata` out. */
import type { Element } from 'xast';
import type { Contributor, Edition } from '../../../model/index.js';
import { printable } from '../html/printable.js';
import { standardIdentifiers } from '../html/identity.js';
import { editionLine } from '../html/front-documents.js';
import type { EditionStrings } from '../html/edition-strings.js';
import { sortName } from './sort-name.js';
import { element, xml } from '../html/xml.js';

/** MARC relator codes (https://id.loc.gov/vocabulary/relators.html). */
const relators: Record<Contributor['role'], string> = { author: 'aut', translator: 'trl', editor: 'edt' };

/**
 * @param pageSource what the page list counts, where there is one
 * @returns markup, an element a string; the `dc:identifier` that is the book's own is the template's
 */
export function packageMetadata(edition: Edition, strings: EditionStrings, pageSource?: string): string[] {
  const { meta } = edition;
  return [
    ...standardIdentifiers(meta)
      .filter((identifier) => identifier !== edition.identifier)
      .map((identifier) => dc('identifier', identifier)),
    ...titles(edition, strings),
    ...people(edition),
    dc('language', meta.language),
    ...optional('publisher', meta.publisher),
    ...optional('date', meta.edition?.date ?? meta.date ?? meta.year?.toString()),
    ...optional('description', meta.description),
    ...optional('rights', meta.rights),
    ...keywords(edition).map((keyword) => dc('subject', keyword)),
    ...series(edition),
    ...(meta.edition ? [property('schema:bookEdition', String(meta.edition.number))] : []),
    property('dcterms:modified', edition.modified),
    ...(pageSource ? [property('pageBreakSource', pageSource)] : []),
    ...accessibility(edition, strings, pageSource !== undefined),
    property('ibooks:specified-fonts', 'true'),
    element('meta', { name: 'cover', content: 'cover-image' }),
  ].map(xml);
}

/** EPUB 3.3, D.3.9: what kind of title each is. */
function titles({ meta }: Edition, strings: EditionStrings): Element[] {
  const more = [
    ['subtitle', meta.subtitle],
    ['edition', editionLine(meta, strings)],
  ] as const;
  const given = more.flatMap(([type, title]) =>
    title ? [dc('title', title, type), property('title-type', type, `#${type}`)] : [],
  );
  if (given.length === 0) return [dc('title', meta.title)];
  return [dc('title', meta.title, 'title'), property('title-type', 'main', '#title'), ...given];
}

/** Authors of all articles as creators, translators and the editors of the issue as contributors, each person once. */
function people({ documents, meta }: Edition): Element[] {
  const all = [
    ...(meta.contributors ?? []),
    ...documents.flatMap(({ article }) => article?.contributors ?? []),
    ...meta.editors.map((name): Contributor => ({ name, role: 'editor' })),
  ];
  const seen = new Set<string>();
  const elements: Element[] = [];
  for (const { name, role } of all) {
    const key = `${role} ${name}`;
    if (seen.has(key) || !name.trim()) continue;
    seen.add(key);
    const id = `person-${seen.size}`;
    elements.push(
      dc(role === 'author' ? 'creator' : 'contributor', name, id),
      property('role', relators[role], `#${id}`, 'marc:relators'),
      property('file-as', sortName(name), `#${id}`),
    );
  }
  return elements;
}

function keywords({ documents, meta }: Edition): string[] {
  return [
    ...new Set([...(meta.subjects ?? []), ...documents.flatMap(({ article }) => article?.keywords ?? [])]),
  ].filter((word) => word.trim());
}

/** The journal as the series that the issue belongs to. */
function series({ meta }: Edition): Element[] {
  if (meta.series) {
    return [
      property('belongs-to-collection', meta.series, undefined, undefined, 'series'),
      property('collection-type', 'series', '#series'),
      ...(meta.volume && /^\d+$/.test(meta.volume) ? [property('group-position', meta.volume, '#series')] : []),
    ];
  }
  if (!meta.journal) return [];
  const number = meta.number ?? meta.total;
  const position = [meta.year?.toString(), number].filter(Boolean).join('.');
  return [
    property('belongs-to-collection', meta.journal, undefined, undefined, 'series'),
    property('collection-type', 'series', '#series'),
    ...(number && /^\d+(?:\.\d+)*$/.test(position) ? [property('group-position', position, '#series')] : []),
    ...(meta.issn ? [property('dcterms:identifier', `urn:issn:${meta.issn}`, '#series')] : []),
  ];
}

/**
 * EPUB Accessibility 1.1, 3.2. What is said here is true of every book made by these templates; conformance to a
 * level of WCAG is not claimed, since a person has to evaluate that.
 */
function accessibility({ documents, pictures }: Edition, strings: EditionStrings, paged: boolean): Element[] {
  const features = ['structuralNavigation', 'tableOfContents', 'readingOrder', 'displayTransformability', 'ARIA'];
  if (documents.some(({ kind }) => kind === 'cover')) features.push('alternativeText');
  if (paged) features.push('pageBreakMarkers', 'pageNavigation');
  return [
    property('schema:accessMode', 'textual'),
    ...(pictures.length > 0 ? [property('schema:accessMode', 'visual')] : []),
    property('schema:accessModeSufficient', pictures.length > 0 ? 'textual,visual' : 'textual'),
    ...features.map((feature) => property('schema:accessibilityFeature', feature)),
    property('schema:accessibilityHazard', 'none'),
    property('schema:accessibilitySummary', strings.accessibility.summary),
  ];
}

function dc(name: string, value: string, id?: string): Element {
  return element(`dc:${name}`, { id }, [printable(value)]);
}

function optional(name: string, value: string | undefined): Element[] {
  return value?.trim() ? [dc(name, value)] : [];
}

function property(name: string, value: string, refines?: string, scheme?: string, id?: string): Element {
  return element('meta', { refines, property: name, scheme, id }, [printable(value)]);
}
