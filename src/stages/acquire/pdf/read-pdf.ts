/** A PDF read by position: its bytes in, its text in reading order and its pages out. */
import type { PDFDocumentProxy } from '../../../system/pdfjs.js';
import type { PagedText } from '../../../model/paged-text.js';
import type { PageRange } from '../../../model/config/page-ranges.js';
import { assemble } from '../pages/assemble.js';
import { layOut } from '../pages/page-layout.js';
import { preparePage, type PreparedPage } from '../pages/prepare-page.js';
import { hearDamage, type HeardDamage } from './hear-library.js';
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
  const heard = hearDamage();
  const fonts = new Fonts();
  try {
    const document = await openPdf(bytes, { maxPicture: limits.picture, tellAll: true }).catch((error: unknown) => {
      throw faultOfOpening(error);
    });
    const pageCount = document.numPages;
    const { read, damaged, readInPart } = await readPages(document, fonts, heard, { pages, limits, onPage }).finally(
      // what pdf.js holds of the file is let go before lines are made of it
      () => document.loadingTask.destroy(),
    );
    if (read.length === 0) throw new PdfFault('damaged');
    const { text, paged } = assemble(layOut(read.splice(0), fonts.facts), fonts.facts);
    return { text, paged: { ...paged, pageCount, damaged, readInPart } };
  } finally {
    heard.end();
  }
}

/** The pages that are wanted, and which of them could not be read, or not all of it. */
async function readPages(
  document: PDFDocumentProxy,
  fonts: Fonts,
  heard: HeardDamage,
  { pages, limits = pdfLimits, onPage }: ReadPdfOptions,
): Promise<{ read: PreparedPage[]; damaged: number[]; readInPart: number[] }> {
  const wanted = wantedPages(document, pages);
  if (wanted.length > limits.pages) throw new PdfFault('pages', undefined, wanted.length);
  const read = new Map<number, PreparedPage>();
  for (const number of wanted) {
    onPage?.(number);
    heard.begin(number);
    const page = await pageOf(document, number, fonts, limits);
    if (page) read.set(number, page);
  }
  const readInPart: number[] = [];
  for (const number of await heard.damagedPages()) {
    const { level = 0, turned = 0 } = read.get(number)?.tally ?? {};
    if (level + turned > 0) readInPart.push(number);
    else read.delete(number);
  }
  return { read: [...read.values()], damaged: wanted.filter((number) => !read.has(number)), readInPart };
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
