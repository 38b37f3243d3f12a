/** What an edition is called by machines: its identifier and the time of its last change, from data alone. */
import { createHash } from 'node:crypto';
import type { Issue, IssueMeta } from '../../../model/index.js';

/** Namespace of kanben's editions, a random UUID drawn once. */
const namespace = Buffer.from('6d0f3b0e7a4c4e5b9f0a2c1d8e7f6a5b', 'hex');

/**
 * What the edition itself is known by: the identifier of its publication, and for a second or later 版 a UUID made of
 * that and the number of the 版.
 */
export function identifierOf(issue: Issue): string {
  const publication = publicationIdentifier(issue);
  const number = issue.meta.edition?.number ?? 1;
  return number === 1 ? publication : `urn:uuid:${uuidOf(JSON.stringify([publication, 'edition', number]))}`;
}

/**
 * What is the same in every 版: what `issue.yaml` states, else `urn:isbn:…` or `urn:doi:…` when one is given, else a UUID
 * of version 5 (RFC 9562, 5.5) made of journal, year, volume and number, or of titles and authors where there is no
 * journal.
 */
export function publicationIdentifier(issue: Issue): string {
  const { meta, config } = issue;
  if (config.identifier) return config.identifier;
  const [standard] = standardIdentifiers(meta);
  if (standard) return standard;
  const name =
    meta.journal && (meta.number || meta.total || meta.volume)
      ? [meta.journal, meta.issn, meta.year, meta.volume, meta.number, meta.total]
      : [
          meta.journal,
          meta.title,
          meta.subtitle,
          ...(meta.workingTitle ? [issue.slug] : []),
          ...issue.articles.map((article) => [article.id, ...article.contributors.map(({ name }) => name)]),
        ];
  // an edition in the other script is another book
  const script = config.convert ? [config.convert] : [];
  return `urn:uuid:${uuidOf(JSON.stringify([...name, ...script].map((part) => part ?? null)))}`;
}

/** `urn:isbn:…` and `urn:doi:…`, those that are given. */
export function standardIdentifiers({ isbn, doi }: IssueMeta): string[] {
  const digits = isbn?.replace(/[^0-9Xx]/g, '').toUpperCase();
  const name = doi?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, '').trim();
  return [...(digits ? [`urn:isbn:${digits}`] : []), ...(name ? [`urn:doi:${name}`] : [])];
}

/** UUID of version 5 of a name in kanben's namespace. */
export function uuidOf(name: string): string {
  const bytes = createHash('sha1').update(namespace).update(name, 'utf8').digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * Time of the last change, ISO 8601 in UTC with seconds, as `dcterms:modified` wants it.
 *
 * @param sourceDateEpoch seconds since 1970 (https://reproducible-builds.org/specs/source-date-epoch/)
 */
export function modifiedOf(issue: Issue, sourceDateEpoch?: number): string {
  const { date: published, edition } = issue.meta;
  const stated = edition?.date ?? published;
  const candidates = [
    sourceDateEpoch === undefined ? undefined : new Date(sourceDateEpoch * 1000),
    stated === undefined ? undefined : new Date(`${stated}${'-01-01'.slice(Math.max(0, stated.length - 4))}T00:00:00Z`),
    issue.meta.year === undefined ? undefined : new Date(Date.UTC(issue.meta.year, 0, 1)),
  ];
  const date = candidates.find((candidate) => candidate && isFourDigitYear(candidate));
  return (date ?? new Date(Date.UTC(1980, 0, 1))).toISOString().replace(/\.\d+Z$/, 'Z');
}

function isFourDigitYear(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 1000 && year <= 9999;
}
