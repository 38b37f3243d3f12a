/** Draws parts of pages with pdf.js: an open document in, a picture of each part out. */
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { AnnotationMode, type PDFDocumentProxy, type PDFPageProxy } from '../../../system/pdfjs.js';
import { pixelsOf, type PageCut } from '../../../model/page-pictures.js';
import { registerStandIns } from './stand-in-fonts.js';

type RenderContext = Parameters<PDFPageProxy['render']>[0]['canvasContext'];

/** A JPEG takes the place of a PNG where it is this much smaller: photographs. Lines and letters stay sharp in a PNG. */
const photographShare = 0.35;
const jpegQuality = 88;

/** Draws; made once, since fonts are large. */
export interface Drawer {
  draw(document: PDFDocumentProxy, cut: PageCut): Promise<Uint8Array>;
}

/** @throws where the library that draws is not installed */
export async function makeDrawer(): Promise<Drawer> {
  const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas');
  registerStandIns((file, family) => GlobalFonts.registerFromPath(file, family));
  return {
    async draw(document, cut) {
      const { width, height, perPoint } = pixelsOf(cut);
      const canvas = createCanvas(width, height);
      const context = canvas.getContext('2d');
      context.fillStyle = 'white';
      context.fillRect(0, 0, width, height);
      const page = await document.getPage(cut.page);
      const viewport = page.getViewport({
        scale: perPoint,
        offsetX: -cut.x * perPoint,
        offsetY: -cut.y * perPoint,
      });
      await page.render({
        canvas: null,
        canvasContext: context as unknown as NonNullable<RenderContext>,
        viewport,
        annotationMode: AnnotationMode.DISABLE,
      }).promise;
      return encoded(canvas, context);
    },
  };
}

function encoded(canvas: Canvas, context: SKRSContext2D): Uint8Array {
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const png = canvas.encodeSync('png');
  if (!hasManyTones(data)) return png;
  const jpeg = canvas.encodeSync('jpeg', jpegQuality);
  return jpeg.length < photographShare * png.length ? jpeg : png;
}

/** Do neighbouring pixels differ a little almost everywhere, as in a photograph? */
function hasManyTones(data: Uint8ClampedArray): boolean {
  let graded = 0;
  let seen = 0;
  for (let i = 0; i + 7 < data.length; i += 44) {
    const step =
      Math.abs(data[i]! - data[i + 4]!) + Math.abs(data[i + 1]! - data[i + 5]!) + Math.abs(data[i + 2]! - data[i + 6]!);
    if (step > 0 && step < 48) graded++;
    seen++;
  }
  return graded > 0.3 * seen;
}
