/** The stage `typeset/pdf`: an edition in, a print PDF out. */
export { makePdf } from './make-pdf.js';
export { target, readBackPages, type PageFlows } from './target.js';
export { BrowserError } from './browser/browser-error.js';
export type { PartStore, Pdf, PdfFinding, PdfOptions, PdfPageStart, PdfPlace, PrintedPart } from './types.js';
