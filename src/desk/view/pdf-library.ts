/** pdf.js, which stands beside the view and is loaded when the first page is to be shown. */
import type * as Library from 'pdfjs-dist';

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

let loading: Promise<typeof Library> | undefined;

const beside = (name: string): string => new URL(name, import.meta.url).href;

export async function openPdf(address: string): Promise<Library.PDFDocumentProxy> {
  loading ??= import(beside('pdf.min.mjs')).then((library: typeof Library) => {
    library.GlobalWorkerOptions.workerSrc = beside('pdf.worker.min.mjs');
    return library;
  });
  const { getDocument } = await loading;
  return getDocument({
    url: new URL(address, document.baseURI).href,
    cMapUrl: beside('cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: beside('standard_fonts/'),
    isEvalSupported: false,
    useWasm: false,
  }).promise;
}
