/**
 * Opens a PDF with pdf.js, shut in: no script, no network, no font of the system, no form.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  getDocument,
  PDFWorker,
  VerbosityLevel,
  WorkerMessageHandler,
  type PDFDocumentProxy,
} from '../../../system/pdfjs.js';
import { portPair } from './port-pair.js';

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
  const verbosity = tellAll ? VerbosityLevel.INFOS : VerbosityLevel.ERRORS;
  return getDocument({
    data: bytes,
    verbosity,
    // whoever draws changes what comes, so that it needs a copy
    ...(!forDrawing && { worker: workerInThisThread(verbosity) }),
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

/** Both halves of pdf.js in this thread, without a copy of every glyph between them. */
function workerInThisThread(verbosity: number): InstanceType<typeof PDFWorker> {
  const [ours, theirs] = portPair();
  WorkerMessageHandler.initializeFromPort(theirs);
  return new PDFWorker({ port: ours as never, verbosity });
}
