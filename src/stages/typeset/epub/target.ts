/** The EPUB as an output: one file, read back as a reading system opens it. */
import type { Edition } from '../../../model/index.js';
import type { Target, TargetOptions, TargetOutput } from '../target.js';
import { warmUp } from './cover/lettering.js';
import { makeEpub } from './make-epub.js';
import { readDocument } from '../html/read-document.js';
import { bookDocuments } from './read-book.js';

export const target: Target = {
  warmUp() {
    void warmUp();
  },
  async make(edition: Edition, { notes, fonts, printedPages, remember }: TargetOptions): Promise<TargetOutput> {
    const said = edition.config.epub;
    let missing: string[] = [];
    const bytes = await makeEpub(edition, {
      notes: notes ?? said?.notes,
      fonts: fonts ?? said?.fonts,
      ibid: said?.ibid,
      printedPages: said?.pages === 'none' ? undefined : printedPages,
      onMissingCharacters: (found) => (missing = found),
      remember,
    });
    return { files: [{ name: `${edition.slug}.epub`, bytes }], missing, readBack: readBackBook(bytes) };
  },
};

/** @param bytes of a book, whoever made it */
export function readBackBook(bytes: Uint8Array): TargetOutput['readBack'] {
  let book: Map<string, Buffer> | undefined;
  return ({ id }) => {
    const file = (book ??= bookDocuments(bytes)).get(id);
    return { given: file ?? '', found: () => file && readDocument(file.toString()) };
  };
}
