/** What all targets render: documents in reading order. */
import type { ElementContent } from 'hast';
import type { IssueConfig } from './config/issue-config.js';
import type { Article, IssueMeta } from './issue.js';
import type { ReadFile } from './issue-source.js';

/** A note in an edition. Its calls are `a.note-call[data-note=id]` in the body. */
export interface EditionNote {
  /** ASCII, unique in the edition. */
  id: string;
  /** `title` hangs on a title and is marked with a star; `text` is numbered. */
  kind: 'text' | 'title';
  /** 1, 2, 3 … through the document; 0 for a title note. */
  number: number;
  /** Flow content: one `p` or more. */
  content: ElementContent[];
}

/** A heading inside a document, for the contents and the outline. */
export interface EditionHeading {
  /** Id of the heading element. */
  id: string;
  /** 2 to 6. */
  level: number;
  text: string;
}

/** One document of an edition in reading order: a spine item in EPUB, an opening in print. */
export interface EditionDocument {
  /** ASCII, unique: the file name in the EPUB and the id of its section in print. */
  id: string;
  kind:
    | 'cover'
    | 'title-page'
    | 'copyright'
    | 'contents'
    | 'english-contents'
    | 'article'
    | 'english-abstracts'
    | 'errata'
    | 'colophon';
  /** Plain text, without notes. */
  title: string;
  /** Names as printed, joined; empty where there is nobody. */
  byline: string;
  column?: string;
  /** Of a division of a book: 1 for the highest. */
  level?: number;
  lang: string;
  /** Flow content. Note calls are empty `a.note-call[data-note]` elements. */
  body: ElementContent[];
  notes: EditionNote[];
  headings: EditionHeading[];
  /** Present for `article`. */
  article?: Article;
}

/** Both targets render this; neither looks further back. */
export interface Edition {
  slug: string;
  meta: IssueMeta;
  config: IssueConfig;
  /** `urn:uuid:…` derived from what the edition is, or a DOI or ISBN when given. */
  identifier: string;
  /** ISO 8601, UTC, seconds: from SOURCE_DATE_EPOCH, else the issue's date, else 1980-01-01. */
  modified: string;
  documents: EditionDocument[];
  /** Pictures of the texts, as they are called in `img[src]`. */
  pictures: EditionPicture[];
  /** The files that the texts call, whether they could be shown or not. */
  read?: ReadFile[];
}

/** A picture that stands beside a text, or that was cut from its pages. */
export interface EditionPicture {
  /** What `img[src]` says: `images/<name>`, ASCII. */
  src: string;
  /** File name without extension. */
  name: string;
  /** Absolute path of the file, or the bytes of a picture that no file holds. */
  content: string | Uint8Array;
  mediaType: string;
  /** px of CSS: the size at which it is shown where there is room. */
  width: number;
  height: number;
}
