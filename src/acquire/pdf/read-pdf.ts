/** A PDF read by position: its bytes in, its text in reading order and its pages out. */
import type { PagedText } from '../../paged-text.js';
import { assemble } from '../pages/assemble.js';
import { layOut } from '../pages/page-layout.js';
import { openPdf } from './open-pdf.js';
import { Fonts, readPage, type ReadPage } from './read-page.js';

/** What a PDF may hold at most: more is no article and no book, but an attack or a mistake. */
export const pdfLimits = {
  pages: 3000,
  glyphsPerPage: 60_000,
  /** px: larger pictures are not decoded. */
  picture: 40_000_000,
};

/** A PDF as paged text. */
export interface ReadPdf {
  text: string;
  paged: PagedText;
}

/**
 * @param bytes of the file; they are taken over
 * @param pages numbers of the pages to read, from 1; all where it is left out
 * @throws PasswordException, InvalidPDFException of pdf.js; RangeError where a limit is passed
 */
export async function readPdf(bytes: Uint8Array, pages?: { from: number; to: number }): Promise<ReadPdf> {
  const document = await openPdf(bytes, { maxPicture: pdfLimits.picture });
  try {
    const { from, to } = pages ?? { from: 1, to: document.numPages };
    const last = Math.min(to, document.numPages);
    if (last - from + 1 > pdfLimits.pages) throw new RangeError(`more than ${pdfLimits.pages} pages`);
    const fonts = new Fonts();
    const read: (ReadPage & { number: number })[] = [];
    for (let number = from; number <= last; number++) {
      const page = await document.getPage(number);
      read.push({ ...(await readPage(page, fonts, pdfLimits.glyphsPerPage)), number });
    }
    return assemble(layOut(read), fonts.facts);
  } finally {
    await document.loadingTask.destroy();
  }
}
