/** A PDF read by position: its bytes in, its text in reading order and its pages out. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PagedText } from '../../../model/paged-text.js';
import type { PageRange } from '../../../model/config/page-ranges.js';
import { assemble } from '../pages/assemble.js';
import { layOut } from '../pages/page-layout.js';
import { preparePage, type PreparedPage } from '../pages/prepare-page.js';
import { openPdf } from './open-pdf.js';
import { faultOfOpening, PdfFault } from './pdf-fault.js';
import { pdfLimits, type PdfLimits } from './pdf-limits.js';
import { Fonts, readPage } from './read-page.js';

/** A PDF as paged text. */
export interface ReadPdf {
  text: string;
  paged: PagedText;
}

/** How a PDF is read. */
export interface ReadPdfOptions {
  /** Numbers of the pages to read, from 1; all where they are left out. */
  pages?: readonly PageRange[] | undefined;
  limits?: PdfLimits | undefined;
  /** Told of each page before it is read. */
  onPage?: ((page: number) => void) | undefined;
}

/**
 * @param bytes of the file; they are taken over
 * @throws PdfFault when nothing of it can be read, or a limit is passed
 */
export async function readPdf(
  bytes: Uint8Array,
  { pages, limits = pdfLimits, onPage }: ReadPdfOptions = {},
): Promise<ReadPdf> {
  const document = await openPdf(bytes, { maxPicture: limits.picture }).catch((error: unknown) => {
    throw faultOfOpening(error);
  });
  const fonts = new Fonts();
  const read: PreparedPage[] = [];
  const damaged: number[] = [];
  const pageCount = document.numPages;
  try {
    const wanted = wantedPages(document, pages);
    if (wanted.length > limits.pages) throw new PdfFault('pages', undefined, wanted.length);
    for (const number of wanted) {
      onPage?.(number);
      const page = await pageOf(document, number, fonts, limits);
      if (page) read.push(page);
      else damaged.push(number);
    }
  } finally {
    await document.loadingTask.destroy();
  }
  // what pdf.js holds of the file is let go before lines are made of it
  if (read.length === 0) throw new PdfFault('damaged');
  const { text, paged } = assemble(layOut(read.splice(0), fonts.facts), fonts.facts);
  return { text, paged: { ...paged, pageCount, damaged } };
}

/** Numbers of the pages that are read, in order, each once. */
function wantedPages({ numPages }: PDFDocumentProxy, ranges?: readonly PageRange[]): number[] {
  if (!ranges) return Array.from({ length: numPages }, (_, i) => i + 1);
  const wanted = new Set<number>();
  for (const { from, to } of ranges) {
    if (from > numPages) throw new PdfFault('no-such-pages', from, numPages);
    for (let number = from; number <= Math.min(to, numPages); number++) wanted.add(number);
  }
  return [...wanted].sort((a, b) => a - b);
}

/** @returns nothing where the page is damaged: the others are read all the same */
async function pageOf(
  document: PDFDocumentProxy,
  number: number,
  fonts: Fonts,
  limits: PdfLimits,
): Promise<PreparedPage | undefined> {
  try {
    return preparePage({ ...(await readPage(await document.getPage(number), fonts, limits)), number });
  } catch (error) {
    if (error instanceof PdfFault) throw new PdfFault(error.kind, number, error.count);
    return undefined;
  }
}
