/** The lists of operators of a PDF, by pdf.js as it is published, shut in as kanben shuts it in. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { AnnotationMode, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pdfLimits } from '../../../src/stages/acquire/pdf/pdf-limits.js';

const library = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** @returns how many pages it has */
export async function read(bytes: Uint8Array): Promise<number> {
  const document = await getDocument({
    data: bytes,
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    fontExtraProperties: true,
    cMapUrl: `${library}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${library}/standard_fonts/`,
    maxImageSize: pdfLimits.picture,
  }).promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
    page.cleanup();
  }
  await document.loadingTask.destroy();
  return document.numPages;
}
