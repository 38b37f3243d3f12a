/** A PDF read as kanben does. */
import { readPdf } from '../../../src/stages/acquire/pdf/read-pdf.js';

/** @returns how many pages it has */
export async function read(bytes: Uint8Array): Promise<number> {
  return (await readPdf(bytes)).paged.pages.length;
}
