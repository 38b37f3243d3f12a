/**
 * An issue in, an edition out: hast documents in reading order, the core that both targets share.
 *
 * Nothing here knows which target asked. The same issue gives the same edition: no clock, no chance.
 */
import type { IssueConfig } from '../../../model/config/issue-config.js';
import type { Edition, EditionDocument, Issue } from '../../../model/index.js';
import { articleDocument } from './article-document.js';
import { shortDigest } from './ascii-id.js';
import { titlePageDocument } from './book-documents.js';
import { editionStrings } from './edition-strings.js';
import {
  colophonDocument,
  contentsDocument,
  copyrightDocument,
  coverDocument,
  englishContentsDocument,
} from './front-documents.js';
import { identifierOf, modifiedOf } from './identity.js';
import { linkTargets } from './link-targets.js';
import { PictureCollection } from './pictures.js';

export interface ComposeOptions {
  /** Seconds since 1970, from the variable SOURCE_DATE_EPOCH: the time of the edition's last change. */
  sourceDateEpoch?: number;
  /** Errata of an earlier edition, to stand after the articles. */
  errata?: EditionDocument | undefined;
}

/** Ids of the documents that frame the articles, and of the EPUB's own. */
const taken = [
  'cover',
  'title-page',
  'copyright',
  'contents',
  'english-contents',
  'errata',
  'colophon',
  'nav',
  'toc',
  'notes',
];

/**
 * Order: cover, copyright page, contents, English contents, articles, errata, colophon. A document that would be empty or
 * of no use is left out: an edition of one article has no contents.
 *
 * @param issue definitions of notes at the end of each body, identifiers unique in their article
 * @throws on a tree that earlier stages must not hand on: unknown nodes, a call without its note
 */
export function composeEdition(issue: Issue, options: ComposeOptions = {}): Edition {
  const strings = editionStrings(issue.meta.language);
  const pictures = new PictureCollection();
  const ids = new Set(taken);
  const idOf = new Map(issue.articles.map((article) => [article, uniqueId(article.id, ids)]));
  const targets = linkTargets(issue.articles, (article) => idOf.get(article)!);
  const articles = issue.articles.map((article) =>
    articleDocument(article, idOf.get(article)!, issue.meta.language, strings, pictures, targets),
  );
  const documents: (EditionDocument | undefined)[] = [
    coverDocument(issue, articles, strings),
    issue.meta.kind === 'book' ? titlePageDocument(issue, strings) : undefined,
    copyrightDocument(issue, articles, strings),
    contentsDocument(issue, articles, strings),
    englishContentsDocument(articles, strings),
    ...articles,
    options.errata,
    colophonDocument(issue, strings),
  ];
  return {
    slug: issue.slug,
    meta: issue.meta,
    config: issue.meta.kind === 'book' ? bookConfig(issue.config) : issue.config,
    identifier: identifierOf(issue),
    modified: modifiedOf(issue, options.sourceDateEpoch),
    documents: documents.filter((document) => document !== undefined),
    pictures: pictures.all,
    read: pictures.read,
  };
}

/** A book is set as one unless a person says otherwise, its chapters on the next page, left or right. */
function bookConfig(config: IssueConfig): IssueConfig {
  return { ...config, print: { theme: 'book', opening: 'page', ...config.print } };
}

/** An id that XML and every file system accept, and that no other document has. */
function uniqueId(id: string, ids: Set<string>): string {
  const plain = /^[a-z][a-z0-9-]{0,79}$/.test(id) ? id : `article-${shortDigest(id)}`;
  let unique = plain;
  for (let n = 2; ids.has(unique); n++) unique = `${plain}-${n}`;
  ids.add(unique);
  return unique;
}
