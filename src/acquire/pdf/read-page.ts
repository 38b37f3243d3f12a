/** Reads one page: pdf.js' page in, all that it shows out. */
import { AnnotationMode, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Matrix } from './matrix.js';
import { readOperators } from './read-operators.js';
import { fontFacts, type FontObject } from './font-facts.js';
import type { Drawn, FontFacts, FontLookup } from './types.js';

/** A page with its size in pt. */
export interface ReadPage extends Drawn {
  width: number;
  height: number;
}

/** The fonts of a document, each once. */
export class Fonts implements FontLookup {
  readonly facts: FontFacts[] = [];
  private readonly known = new Map<string, { index: number; scale: number; vertical: boolean }>();
  private objects: { get(name: string): unknown; has(name: string): boolean } | undefined;

  /** Fonts are looked up among the objects of the page that is read. */
  readFrom(objects: PDFPageProxy['commonObjs']): void {
    this.objects = objects as typeof this.objects;
  }

  of(name: string): { index: number; scale: number; vertical: boolean } {
    const known = this.known.get(name);
    if (known) return known;
    const object = this.objects?.has(name) ? (this.objects.get(name) as FontObject) : {};
    const facts = fontFacts(object);
    const font = {
      index: this.facts.push(facts) - 1,
      scale: object.fontMatrix?.[0] ?? 0.001,
      vertical: facts.vertical,
    };
    this.known.set(name, font);
    return font;
  }
}

/** @throws RangeError when the page has more than `maxGlyphs` glyphs */
export async function readPage(page: PDFPageProxy, fonts: Fonts, maxGlyphs: number): Promise<ReadPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  fonts.readFrom(page.commonObjs);
  const drawn = readOperators(operators, transform as Matrix, fonts, maxGlyphs);
  page.cleanup();
  return { width, height, ...drawn };
}
