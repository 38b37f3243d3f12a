/**
 * Reads a PDF in a thread of its own: bytes in, paged text out. Browser and fonts start meanwhile, and a file that would
 * never end or fill the memory ends with its thread.
 */
import { PdfFault } from './pdf-fault.js';
import { pdfLimits } from './pdf-limits.js';
import type { ReadPdf, ReadPdfOptions } from './read-pdf.js';
import type { ReadingAsked, ReadingSaid } from './read-worker.js';
import { startThread } from './start-thread.js';

/** How often (ms) time and memory are looked at. */
const watchEvery = 100;
const megabyte = 1024 * 1024;

/** Reads a PDF in one thread or another. */
export type PdfReader = (bytes: Uint8Array<ArrayBuffer>, options: ReadPdfOptions) => Promise<ReadPdf>;

/**
 * @param bytes of the file; they are taken over
 * @throws PdfFault when nothing of it can be read, or a limit is passed
 */
export const readPdfApart: PdfReader = async (bytes, { pages, limits = pdfLimits, onPage }) => {
  const worker = startThread('read-worker', {
    workerData: { bytes, pages, limits } satisfies ReadingAsked,
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.heap },
  });
  let watch: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      let page: number | undefined;
      const begun = performance.now();
      let pageBegun = begun;
      const before = process.memoryUsage.rss();
      watch = setInterval(() => {
        const now = performance.now();
        if (now - pageBegun > limits.pageTime * 1000) reject(new PdfFault('page-time', page, limits.pageTime));
        else if (now - begun > limits.time * 1000) reject(new PdfFault('time', page, limits.time));
        else if (process.memoryUsage.rss() - before > limits.memory * megabyte) reject(new PdfFault('memory', page));
      }, watchEvery);
      worker.on('message', (said: ReadingSaid) => {
        if ('read' in said) resolve(said.read);
        else if ('fault' in said) reject(new PdfFault(said.fault.kind, said.fault.page, said.fault.count));
        else if ('error' in said) reject(said.error as Error);
        else {
          [page, pageBegun] = [said.page, performance.now()];
          onPage?.(page);
        }
      });
      worker.on('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new PdfFault('memory', page) : error),
      );
      worker.on('exit', (code) => reject(new Error(`the thread that reads ended with ${code} on page ${page}`)));
    });
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
};
