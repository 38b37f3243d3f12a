/**
 * Makes printed pages ready for a press: trim, bleed, marks, one ink and the keys of PDF/X-4 (ISO 15930-7).
 *
 * Links leave the pages: the standard allows no annotation within the bleed.
 */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { PdfWriter } from '../bind/pdf-writer.js';
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

/** A page for the press: its trim, and what was printed beyond it on each side, pt. */
export interface PressPaper {
  width: number;
  height: number;
  bleed: number;
}

const trimOf = ({ width, height }: PressPaper): Box => [slugWidth, slugWidth, slugWidth + width, slugWidth + height];

/** Boxes of a sheet as lower left and upper right corner: the sheet begins at 0, what was printed lies in its bleed. */
export function pressBoxes(paper: PressPaper): Record<'MediaBox' | 'BleedBox' | 'TrimBox', number[]> {
  const { width, height, bleed } = paper;
  const shift = slugWidth - bleed;
  return {
    MediaBox: [0, 0, width + 2 * slugWidth, height + 2 * slugWidth].map(round),
    BleedBox: [shift, shift, shift + width + 2 * bleed, shift + height + 2 * bleed].map(round),
    TrimBox: trimOf(paper).map(round),
  };
}

/** Operators of a sheet without text. */
export function blankSheet(paper: PressPaper): string {
  return cropMarks(trimOf(paper));
}

/** @returns pages with colour, from 0 */
export function preparePart(pdf: PDFDocument, paper: PressPaper): number[] {
  const { context } = pdf;
  const boxes = pressBoxes(paper);
  const shift = round(slugWidth - paper.bleed);
  const marks = context.register(context.flateStream(`${cropMarks(trimOf(paper))}1 0 0 1 ${shift} ${shift} cm\n`));
  const coloured: number[] = [];
  const rgb = context.register(context.obj([PDFName.of('CalRGB'), context.obj(calibratedRgb)]));
  pdf.getPages().forEach((page, index) => {
    for (const [name, box] of Object.entries(boxes)) page.node.set(PDFName.of(name), context.obj(box));
    page.node.delete(PDFName.of('Annots'));
    if (grayPage(pdf, page)) {
      coloured.push(index);
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

/** The output condition, for the catalog. */
export function outputIntent(writer: PdfWriter): PDFRef {
  const { context } = writer;
  const profile = writer.writeStream(grayProfile(), { N: 1 });
  return writer.write(
    context.obj({
      Type: 'OutputIntent',
      S: 'GTS_PDFX',
      OutputConditionIdentifier: PDFString.of('Custom'),
      OutputCondition: PDFString.of('One black ink, dot gain 20%'),
      Info: PDFString.of('One black ink, dot gain 20%'),
      DestOutputProfile: profile,
    }),
  );
}
