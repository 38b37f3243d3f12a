/** Everything that goes into the package, worked out: what the templates are filled with and what stands beside them. */
import type { EditionPicture } from '../../../model/index.js';
import type { BookFonts } from './book-fonts.js';
import type { Chapter } from './chapter.js';
import type { Ncx } from './ncx.js';

/** The picture on the cover. */
export interface CoverPicture {
  bytes: Uint8Array;
  mediaType: 'image/png' | 'image/jpeg';
}

export interface Book {
  identifier: string;
  title: string;
  author: string[];
  lang: string;
  chapters: Chapter[];
  styles: string;
  fonts: BookFonts;
  pictures: EditionPicture[];
  cover: CoverPicture;
  /** PNG that stands for calls of notes, in profiles that want one. */
  noteSign?: Uint8Array | undefined;
  contentsTitle: string;
  landmarksTitle: string;
  /** Markup. */
  metadata: string[];
  navList: string;
  landmarkList: string;
  /** Empty where the book has no page list. */
  pageList: string;
  pagesTitle: string;
  ncx: Ncx;
}
