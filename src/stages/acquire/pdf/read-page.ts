/** Reads one page: pdf.js' page in, all that it shows out. */
import { AnnotationMode, type PDFPageProxy } from '../../../system/pdfjs.js';
import type { Matrix } from './matrix.js';
import { PdfFault } from './pdf-fault.js';
import type { PdfLimits } from './pdf-limits.js';
import { readOperators } from './read-operators.js';
import { fontFacts, type FontObject } from './font-facts.js';
import type { Directions, Drawn, FontFacts, FontLookup, KnownFont } from './types.js';

/** A page with its size in pt. */
export interface ReadPage extends Drawn {
  width: number;
  height: number;
}

/** The fonts of a document, each once. */
export class Fonts implements FontLookup {
  readonly facts: FontFacts[] = [];
  private readonly known = new Map<string, KnownFont>();
  private objects: { get(name: string): unknown; has(name: string): boolean } | undefined;

  /** Fonts are looked up among the objects of the page that is read. */
  readFrom(objects: PDFPageProxy['commonObjs']): void {
    this.objects = objects as typeof this.objects;
  }

  of(name: string): KnownFont {
    const known = this.known.get(name);
    if (known) return known;
    const found = this.objects?.has(name) ? this.objects.get(name) : {};
    // of a font that it cannot read pdf.js keeps the reason
    const broken = typeof found === 'string';
    const object = broken ? {} : (found as FontObject);
    const facts = fontFacts(object);
    if (broken) facts.mapped = false;
    const font = {
      index: this.facts.push(facts) - 1,
      scale: object.fontMatrix?.[0] ?? 0.001,
      vertical: facts.vertical,
      broken,
    };
    this.known.set(name, font);
    return font;
  }
}

/** Share of a page's signs that lead one way, from which the page lies on its side. */
const turnedShare = 0.8;
/** Fewer signs may be a label. */
const fewestTurned = 40;

/** @throws PdfFault when the page has more than the limits allow */
export async function readPage(page: PDFPageProxy, fonts: Fonts, limits: PdfLimits): Promise<ReadPage> {
  const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  if (operators.fnArray.length > limits.operators) throw new PdfFault('operators');
  fonts.readFrom(page.commonObjs);
  const read = (turn: number): ReadPage => {
    const { width, height, transform } = page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 });
    return { width, height, ...readOperators(operators, transform as Matrix, fonts, limits.glyphs) };
  };
  const upright = read(0);
  const turn = turnOf(upright.directions);
  page.cleanup();
  return turn === 0 ? upright : read(turn);
}

/** By how much (degrees, clockwise) a page is to be turned to be read: wide tables stand on their side. */
function turnOf(directions: Directions): number {
  const all = directions.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...directions);
  if (most < turnedShare * all || all < fewestTurned) return 0;
  return (360 - 90 * directions.indexOf(most)) % 360;
}
