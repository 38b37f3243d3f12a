/** An article in plain strings: what the model says and what an edition holds, in the same shape, to be compared. */

export interface PlainArticle {
  title: string;
  titleNote: string | undefined;
  authors: string[];
  abstract: string;
  keywords: string[];
  bios: string[];
  clc: string;
  documentCode: string;
  articleId: string;
  editor: string;
  english: { title: string; authors: string[]; abstract: string; keywords: string[] };
  /**
   * What stands between the opening and the end, a string a block: `## heading` by its level, paragraphs, captions and
   * lines of sources as they are, `| a | b |` a row of a table, `![words]` a picture. Calls of notes are `[^1]`.
   */
  flow: string[];
  /** Texts of the notes 1, 2, 3 … in the order of their calls. */
  notes: string[];
  /** The last words before each call whose note the source has lost. */
  orphanMarkers: string[];
}

/** White space between words of Latin is a space; beside Chinese it is none. Nothing else is folded: widths and marks count. */
export function tight(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/(?<=[^\u0021-\u007e‘-”–]) | (?=[^\u0021-\u007e‘-”–])/gu, '');
}
