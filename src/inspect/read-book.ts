/** Reads a finished PDF: its bytes in, sheets with their lines and rules, fonts and properties out. */
import { PDFArray, PDFBool, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { getDocument, OPS } from '../system/pdfjs.js';
import { linesOf } from './lines.js';
import { measureType } from './measure-type.js';
import type { FontUse, PrintedBook, Rule, Sheet, Word } from './types.js';

/** @throws Error for what is no PDF, or one that is encrypted */
export async function readBook(bytes: Uint8Array): Promise<PrintedBook> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  const sheets: Sheet[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const [left, bottom] = page.view as [number, number];
    const { items } = await page.getTextContent();
    const words = items.flatMap((item): Word[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , size, x, y] = item.transform as [number, number, number, number, number, number];
      const start = item.str.length - item.str.trimStart().length;
      const text = item.str.trim();
      const lead = start > 0 ? (item.width * start) / item.str.length : 0;
      return [
        { text, x: x - left + lead, right: x - left + item.width, y: height - (y - bottom), size, font: item.fontName },
      ];
    });
    const { fnArray, argsArray } = await page.getOperatorList();
    sheets.push({
      number,
      width,
      height,
      lines: linesOf(words),
      rules: rulesOf(fnArray, argsArray, left, height + bottom),
    });
    page.cleanup();
  }
  const { info } = await pdf.getMetadata();
  const outline = await pdf.getOutline();
  const labels = await pdf.getPageLabels();
  await task.destroy();
  const { Title, Language } = info as { Title?: string; Language?: string };
  return {
    sheets,
    title: Title ?? '',
    language: Language ?? '',
    outline: countEntries(outline ?? []),
    labels: labels !== null,
    type: measureType(sheets),
    ...(await readObjects(bytes)),
  };
}

function countEntries(entries: { items: unknown[] }[]): number {
  return entries.reduce((sum, { items }) => sum + 1 + countEntries(items as { items: unknown[] }[]), 0);
}

/** Fonts, boxes and flags as they stand in the file. */
async function readObjects(bytes: Uint8Array): Promise<Pick<PrintedBook, 'fonts' | 'boxes' | 'tagged' | 'showsTitle'>> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const fonts: FontUse[] = [];
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.lookup(PDFName.of('Type')) !== PDFName.of('Font')) continue;
    const subtype = nameOf(object, 'Subtype');
    // the font that is drawn with stands under a composite one
    if (subtype === 'Type0') continue;
    const descriptor = object.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
    const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key)));
    fonts.push({ name: nameOf(object, 'BaseFont') || subtype, subtype, embedded: embedded || subtype === 'Type3' });
  }
  const boxes = pdf.getPages().map(({ node }) => {
    const box = (key: string): number[] | undefined =>
      node
        .lookupMaybe(PDFName.of(key), PDFArray)
        ?.asArray()
        .map((value) => Number(value.toString()));
    const { x, y, width, height } = node.MediaBox().asRectangle();
    const [trim, bleed] = [box('TrimBox'), box('BleedBox')];
    return { media: [x, y, x + width, y + height], ...(trim && { trim }), ...(bleed && { bleed }) };
  });
  const marks = pdf.catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict);
  const view = pdf.catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict);
  return {
    fonts,
    boxes,
    tagged: marks?.lookup(PDFName.of('Marked')) === PDFBool.True && pdf.catalog.has(PDFName.of('StructTreeRoot')),
    showsTitle: view?.lookup(PDFName.of('DisplayDocTitle')) === PDFBool.True,
  };
}

function nameOf(dictionary: PDFDict, key: string): string {
  return (
    dictionary
      .lookup(PDFName.of(key))
      ?.toString()
      .replace(/^\/(?:[A-Z]{6}\+)?/, '') ?? ''
  );
}

type Matrix = [number, number, number, number, number, number];

/** Thin level shapes of a page, in the order in which they are drawn. */
function rulesOf(operators: readonly number[], args: readonly unknown[], left: number, height: number): Rule[] {
  const rules: Rule[] = [];
  const stack: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  operators.forEach((operator, k) => {
    if (operator === OPS.save) stack.push(matrix);
    else if (operator === OPS.restore) matrix = stack.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = multiply(matrix, args[k] as Matrix);
    else if (operator === OPS.constructPath) {
      const box = (args[k] as unknown[])[2] as ArrayLike<number> | null;
      if (!box) return;
      const [a, , , d, e, f] = matrix;
      const [x0, x1] = [a * box[0]! + e, a * box[2]! + e];
      const [y0, y1] = [d * box[1]! + f, d * box[3]! + f];
      if (Math.abs(y1 - y0) > 1.6 || Math.abs(x1 - x0) < 12) return;
      rules.push({ x: Math.min(x0, x1) - left, y: height - (y0 + y1) / 2, width: Math.abs(x1 - x0) });
    }
  });
  return rules;
}

function multiply([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}
