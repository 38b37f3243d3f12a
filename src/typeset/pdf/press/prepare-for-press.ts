/**
 * Makes a printed document ready for a press: trim, bleed, marks, one ink and the keys of PDF/X-4 (ISO 15930-7).
 *
 * Links leave the pages: the standard allows no annotation within the bleed.
 */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHeader,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { cropMarks, slug, type Box } from './crop-marks.js';
import { grayContent } from './gray-content.js';
import { grayProfile } from './gray-profile.js';

export const pdfxVersion = 'PDF/X-4';

/** From the edge of the sheet to the trim, pt. */
export const slugWidth = (slug / 25.4) * 72;

/** sRGB for what is left in colour: a device colour would be undefined under a gray output condition. */
const calibratedRgb = {
  WhitePoint: [0.9505, 1, 1.089],
  Gamma: [2.2, 2.2, 2.2],
  Matrix: [0.4124, 0.2126, 0.0193, 0.3576, 0.7152, 0.1192, 0.1805, 0.0722, 0.9505],
};

/**
 * @param bleed and size of the trim in pt; what was printed is the trim with its bleed on all sides
 * @returns sheets with colour, from 1
 */
export function prepareForPress(
  pdf: PDFDocument,
  { width, height, bleed }: { width: number; height: number; bleed: number },
): number[] {
  const { context } = pdf;
  context.header = PDFHeader.forVersion(1, 6);
  const margin = slugWidth;
  const trim: Box = [margin, margin, margin + width, margin + height];
  // the sheet begins at 0: what was printed moves into it
  const shift = round(margin - bleed);
  const marks = context.register(context.flateStream(`${cropMarks(trim)}1 0 0 1 ${shift} ${shift} cm\n`));
  const coloured: number[] = [];
  const rgb = context.register(context.obj([PDFName.of('CalRGB'), context.obj(calibratedRgb)]));
  pdf.getPages().forEach((page, index) => {
    page.setMediaBox(0, 0, round(width + 2 * margin), round(height + 2 * margin));
    page.setBleedBox(shift, shift, round(width + 2 * bleed), round(height + 2 * bleed));
    page.setTrimBox(round(margin), round(margin), width, height);
    page.node.delete(PDFName.of('Annots'));
    if (grayPage(pdf, page)) {
      coloured.push(index + 1);
      giveDefaultRgb(page.node.Resources(), rgb);
    }
    const contents = page.node.get(PDFName.of('Contents'))!;
    const list = contents instanceof PDFArray ? contents.asArray() : [contents];
    page.node.set(PDFName.of('Contents'), context.obj([marks, ...list]));
  });
  for (const [, object] of context.enumerateIndirectObjects()) {
    // pictures and groups: what they paint is under the same condition
    if (object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form')) {
      giveDefaultRgb(object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict), rgb);
    }
  }
  setOutputIntent(pdf);
  const info = context.lookup(context.trailerInfo.Info, PDFDict);
  info.set(PDFName.of('GTS_PDFXVersion'), PDFString.of(pdfxVersion));
  info.set(PDFName.of('Trapped'), PDFName.of('False'));
  return coloured;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Rewrites the streams of a page; tells whether a colour is left. */
function grayPage({ context }: PDFDocument, page: PDFPage): boolean {
  const contents = page.node.get(PDFName.of('Contents'));
  const refs = contents instanceof PDFArray ? contents.asArray() : [contents];
  let left = false;
  for (const ref of refs) {
    const stream = ref instanceof PDFRef ? context.lookup(ref) : undefined;
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    const { content, coloured } = grayContent(Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'));
    left ||= coloured;
    context.assign(ref, context.flateStream(Buffer.from(content, 'latin1')));
  }
  return left;
}

function giveDefaultRgb(resources: PDFDict | undefined, rgb: PDFRef): void {
  if (!resources) return;
  const spaces = resources.lookupMaybe(PDFName.of('ColorSpace'), PDFDict) ?? PDFDict.withContext(resources.context);
  spaces.set(PDFName.of('DefaultRGB'), rgb);
  resources.set(PDFName.of('ColorSpace'), spaces);
}

function setOutputIntent(pdf: PDFDocument): void {
  const { context, catalog } = pdf;
  const profile = context.register(context.flateStream(grayProfile(), { N: 1 }));
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: PDFString.of('Custom'),
    OutputCondition: PDFString.of('One black ink, dot gain 20%'),
    Info: PDFString.of('One black ink, dot gain 20%'),
    DestOutputProfile: profile,
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));
}
