/** An edition in, the bytes of an EPUB 3.3 book out. */
import { forgetful, type Remember } from '../../../cache/remember.js';
import type { FontChoice, NoteProfile } from '../../../model/choices.js';
import type { Edition, EditionDocument } from '../../../model/index.js';
import { editionStrings, type EditionStrings } from '../html/edition-strings.js';
import type { Book } from './book.js';
import { bookFonts, type BookFonts } from './book-fonts.js';
import { BookPackage } from './book-package.js';
import { bookStyles } from './book-styles.js';
import { chapterFile, rememberedChapter, type Chapter, type ChapterFrame } from './chapter.js';
import { coverPicture } from './cover-picture.js';
import { coverChapter } from './cover-chapter.js';
import { pageList, PageMarks, type PageStart } from './page-marks.js';
import { packageMetadata } from './metadata.js';
import { completeIbid } from './complete-ibid.js';
import { drawNoteSign } from './note-sign.js';
import { usesSign } from './note-profiles.js';
import { landmarkList, navigationOf, navList } from './navigation.js';
import { ncxOf } from './ncx.js';

export interface EpubOptions {
  /** Whether the book carries its fonts, cut down to its characters. Default `embed`. */
  fonts?: FontChoice | undefined;
  /** The reading system that notes are written for. Default `standard`. */
  notes?: NoteProfile | undefined;
  /** `complete` says in brackets what 同上 and Ibid. mean. Default `keep`. */
  ibid?: 'keep' | 'complete' | undefined;
  /** Where the pages of the print edition begin; its source's own page numbers come before them. */
  printedPages?: readonly PageStart[] | Promise<readonly PageStart[]> | undefined;
  /** Is told the characters that none of the fonts has, in code point order. */
  onMissingCharacters?: (characters: string[]) => void;
  /** Spares work that was done before. */
  remember?: Remember | undefined;
}

const noFonts: BookFonts = { fonts: [], licences: [], missing: [] };

/**
 * The same edition gives the same bytes.
 *
 * @throws when the edition contradicts itself: a call of a note it does not have, a link to nothing
 */
export async function makeEpub(edition: Edition, options: EpubOptions = {}): Promise<Uint8Array> {
  const strings = editionStrings(edition.meta.language);
  const { meta } = edition;
  const { notes: profile = 'standard' } = options;
  const documents = options.ibid === 'complete' ? edition.documents.map(withIbid(strings)) : edition.documents;
  const navigation = navigationOf(documents, meta.language, strings);
  const added = [
    strings.notes.titleMark,
    strings.notes.backMark,
    '[]0123456789',
    strings.documents.contents,
    strings.nav.pages,
  ].join('');
  const beside = Promise.all([
    options.fonts === 'none' ? noFonts : bookFonts(documents, added + labelsOf(navigation), options.remember),
    coverPicture(edition, strings, options.remember),
    usesSign(profile) ? drawNoteSign(strings.notes.sign) : undefined,
  ]);
  // a failure is told where it is asked for
  beside.catch(() => undefined);
  const marks = new PageMarks(documents, await options.printedPages, strings);
  const frame: ChapterFrame = { language: meta.language, strings, fileOf: filesById(edition), profile, marks };
  // texts are written while fonts are read
  const written = await Promise.all(
    documents.map((document) =>
      document.kind === 'cover' ? undefined : rememberedChapter(document, frame, options.remember ?? forgetful),
    ),
  );
  const [fonts, cover, noteSign] = await beside;
  if (fonts.missing.length > 0) options.onMissingCharacters?.(fonts.missing);
  const chapters = documents.map(
    (document, index): Chapter => written[index] ?? coverChapter(document, cover, meta, strings),
  );
  const pages = chapters.flatMap((chapter) => chapter.pages);
  const book: Book = {
    identifier: edition.identifier,
    title: meta.title,
    author:
      meta.contributors?.map(({ name }) => name) ??
      documents.flatMap(({ article }) => article?.contributors.map(({ name }) => name) ?? []),
    lang: meta.language,
    chapters,
    styles: bookStyles(fonts.fonts),
    fonts,
    pictures: edition.pictures,
    cover,
    noteSign,
    contentsTitle: strings.documents.contents,
    pagesTitle: strings.nav.pages,
    pageList: pageList(pages),
    landmarksTitle: strings.nav.landmarks,
    metadata: packageMetadata(edition, strings, marks.source),
    navList: navList(navigation),
    landmarkList: landmarkList(documents, strings),
    ncx: ncxOf(navigation, pages, chapters),
  };
  return new BookPackage(book).pack(options.remember);
}

const withIbid =
  (strings: EditionStrings) =>
  (document: EditionDocument): EditionDocument => ({ ...document, notes: completeIbid(document, strings) });

/** The file that each id of a document or a heading lies in. */
function filesById({ documents }: Edition): (id: string) => string | undefined {
  const files = new Map<string, string>();
  for (const document of documents) {
    files.set(document.id, chapterFile(document));
    for (const { id } of document.headings) files.set(id, chapterFile(document));
  }
  return (id) => files.get(id);
}

function labelsOf(points: ReturnType<typeof navigationOf>): string {
  return points.map(({ label, children }) => label + labelsOf(children)).join('');
}
