/** Reads one PDF beside the main thread: its bytes in, each page's number as it comes, then its pages or what is wrong. */
import { parentPort, workerData } from 'node:worker_threads';
import { PdfFault, type PdfFaultFacts } from './pdf-fault.js';
import type { PdfLimits } from './pdf-limits.js';
import { readPdf, type ReadPdf } from './read-pdf.js';
import type { PageRange } from '../../../model/config/page-ranges.js';

/** What the worker is given. */
export interface ReadingAsked {
  bytes: Uint8Array;
  pages?: readonly PageRange[] | undefined;
  limits: PdfLimits;
}

/** What it says. */
export type ReadingSaid = { page: number } | { read: ReadPdf } | { fault: PdfFaultFacts } | { error: unknown };

// what pdf.js promises to nobody fails in damaged files: what it promises to us fails beside it, or the time limit ends it
process.on('unhandledRejection', () => {});

const say = (said: ReadingSaid): void => parentPort?.postMessage(said);
const { bytes, pages, limits } = workerData as ReadingAsked;
try {
  say({ read: await readPdf(bytes, { pages, limits, onPage: (page) => say({ page }) }) });
} catch (error) {
  if (error instanceof PdfFault) say({ fault: { kind: error.kind, page: error.page, count: error.count } });
  else say({ error });
}
