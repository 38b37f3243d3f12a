/**
 * pdf.js, as it is loaded everywhere. pdf.js 5.6 is the newest that runs on Node 20.19.
 *
 * Its build for older engines puts a slow `Array.prototype.push` in place of the one of the whole program, for the sake of
 * arrays whose length cannot be written; there are none here, and with it everything that reads a page takes a third more.
 */
const { push } = Array.prototype;
const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
const worker = (await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string)) as {
  WorkerMessageHandler: WorkerHalf;
};
Array.prototype.push = push;

/** The half of pdf.js that reads files. */
export interface WorkerHalf {
  /** It answers what comes out of the port from now on. */
  initializeFromPort(port: unknown): void;
}

export const { AnnotationMode, getDocument, OPS, PDFWorker, VerbosityLevel } = library;
export const { WorkerMessageHandler } = worker;
export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
