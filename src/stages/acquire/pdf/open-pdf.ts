/**
 * Opens a PDF with pdf.js, shut in: no script, no network, no font of the system, no form.
 *
 * pdf.js 5.6 is the newest that runs on Node 20.19. It is wrapped here and in `read-operators.ts` alone.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Folder of pdf.js with its tables of character codes and its stand-ins for the standard fonts. */
const library = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string): string => path.join(library, name) + path.sep;

/** How a document is opened. */
export interface OpenOptions {
  /** Pictures of more than this many px are left out: to decode a scan takes ten times as long as to read its text. */
  maxPicture?: number;
  /** Keeps glyphs as outlines, for drawing. */
  forDrawing?: boolean;
  /** Says on the console all that it meets. */
  tellAll?: boolean;
}

/**
 * @param bytes of the file; pdf.js takes them over
 * @throws the errors of pdf.js: PasswordException, InvalidPDFException
 */
export async function openPdf(
  bytes: Uint8Array,
  { maxPicture, forDrawing = false, tellAll = false }: OpenOptions = {},
): Promise<PDFDocumentProxy> {
  return getDocument({
    data: bytes,
    verbosity: tellAll ? VerbosityLevel.INFOS : VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    disableFontFace: true,
    fontExtraProperties: !forDrawing,
    enableXfa: false,
    stopAtErrors: false,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    ...(maxPicture !== undefined && { maxImageSize: maxPicture }),
  }).promise;
}
