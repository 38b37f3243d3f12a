/**
 * What a source whose structure is marked hands on beside its text: a Word document, a web page, an ebook.
 *
 * Headings, notes, tables and paragraphs are what the file says they are; offsets are those of `RawText.text`.
 */
import type { Root } from 'mdast';

/** Why words that are in the file are not in the text. */
export type AsideReason =
  /** Navigation, advertising, lists of other pages: what a site puts round an article. */
  | 'page-frame'
  /** Running heads and feet of a document. */
  | 'page-furniture'
  /** Words that a change of the document has deleted. */
  | 'deleted'
  /** What a reader has written on the margin. */
  | 'comment'
  /** Marked as not to be seen. */
  | 'hidden'
  /** The number or arrow that leads from a note back to its call. */
  | 'backlink'
  /** The mark of a note, which the edition numbers itself. */
  | 'note-mark'
  /** Contents, cover and title page that an edition makes itself. */
  | 'made-page'
  /** Data about the file. */
  | 'metadata';

/** Words of the file that are not in the text. */
export interface AsideWords {
  reason: AsideReason;
  text: string;
  /** Offset of the text that follows them. */
  start: number;
}

/** A text whose structure its source marks. */
export interface StructuredText {
  /** Every node with its place in the raw text. */
  root: Root;
  aside: AsideWords[];
  /** Pictures that the file holds, by how the tree calls them. */
  pictures: Map<string, Uint8Array>;
  /** It has the parts of a book, not of an article. */
  book?: boolean;
  /** It is a page of a site, with lines of its own round the article. */
  page?: boolean;
}
