/**
 * Makes a printed part ready to be bound: bytes of a printed document in, its objects out, with gaps where the file that
 * takes them has numbers of its own. Fonts, links into other parts and the structure tree are tied to those of the whole.
 */
import {
  ParseSpeeds,
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib';
import { crossScheme } from '../plan/compose-types.js';
import { preparePart } from '../press/prepare-for-press.js';
import { readStructure } from './part-structure.js';
import { printedFonts, type PrintedFont } from './printed-fonts.js';
import { gap, ObjectRecorder, type RecordedObjects } from './recorded-objects.js';
import { nameElements } from './name-elements.js';

/** Trimmed page and what is printed beyond it on each side, pt; bleed above 0 is for the press. */
export interface Paper {
  width: number;
  height: number;
  bleed: number;
}

/** A part that can be bound into any file: plain data, the same wherever the part stands. */
export interface BoundPart {
  objects: RecordedObjects;
  /** Its pages, nodes of the page tree, elements of the structure tree and leaves of the parent tree, by their numbers. */
  pages: number[];
  nodes: number[];
  elements: number[];
  leaves: number[];
  /** How many keys of the parent tree and how many names of elements it uses. */
  keys: number;
  names: number;
  fonts: PrintedFont[];
  /** Pages that hold colour, from 0; looked for when the part is for the press. */
  coloured: number[];
}

/** What a part is made ready with. */
export interface PartFrame {
  /** Kind and title of the document that was printed. */
  kind: string;
  title: string;
  paper: Paper;
  /** PostScript names of the fonts that the whole file shares. */
  fontNames: ReadonlySet<string>;
}

const structureTypes: Record<string, string> = { article: 'Art', contents: 'TOC', 'english-contents': 'TOC' };

const name = (text: string): PDFName => PDFName.of(text);

/** @param prints of the part, one after the other */
export async function bindPart(prints: readonly Uint8Array[], frame: PartFrame): Promise<BoundPart> {
  const binding = new PartBinding(frame);
  const type = structureTypes[frame.kind] ?? 'Part';
  const structure = binding.recorder.gap(gap.structure);
  if (prints.length === 1) await binding.add(prints[0]!, { type, title: frame.title, parent: structure });
  else {
    const whole = binding.recorder.reserve();
    const parent = binding.recorder.gap(gap.object, whole);
    for (const print of prints) await binding.add(print, { type: 'Div', parent });
    binding.encloseElements(whole, { type, title: frame.title, parent: structure });
  }
  return binding.finish();
}

/** What a print, or the whole part, is in the structure tree, and what it stands in. */
interface TopElement {
  type: string;
  title?: string;
  parent: PDFObject;
}

class PartBinding {
  readonly recorder = new ObjectRecorder();
  private readonly bound: Omit<BoundPart, 'objects' | 'fonts'> = {
    pages: [],
    nodes: [],
    elements: [],
    leaves: [],
    keys: 0,
    names: 0,
    coloured: [],
  };
  private readonly fonts: PrintedFont[] = [];

  constructor(private readonly frame: PartFrame) {}

  async add(print: Uint8Array, element: TopElement): Promise<void> {
    const pdf = await PDFDocument.load(print, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
    const { recorder, bound, frame } = this;
    const { context, catalog } = pdf;
    const gaps = new Map<PDFRef, PDFObject>();
    const numbers = new Map<PDFRef, number>();
    /** Stands within the print for what is outside of it. */
    const outside = (object: PDFObject): PDFRef => {
      const inside = context.nextRef();
      gaps.set(inside, object);
      return inside;
    };
    const reserve = (ref: PDFRef): number => {
      const number = recorder.reserve();
      numbers.set(ref, number);
      gaps.set(ref, recorder.gap(gap.object, number));
      return number;
    };
    const node = recorder.reserve();
    const pages = pdf.getPages();
    const pageNumbers = pages.map((page) => reserve(page.ref));
    for (const [ref, font] of printedFonts(context)) {
      if (frame.fontNames.has(font.name)) gaps.set(ref, recorder.gap(gap.font, this.fontOf(font)));
    }

    const structure = readStructure(context, catalog);
    const keys = new Map<number, PDFObject>();
    const sorted = [...(structure?.parents.keys() ?? [])].sort((a, b) => a - b);
    for (const key of sorted) keys.set(key, recorder.gap(gap.key, bound.keys++));
    bound.names += nameElements(pdf, (k) => recorder.gap(gap.name, bound.names + k));
    const parent = outside(recorder.gap(gap.object, node));
    const links = new Links(catalog);
    for (const page of pages) {
      // Chromium rounds the paper to its own raster (523.92 × 737.04 pt for 185 × 260 mm)
      page.setMediaBox(0, 0, frame.paper.width, frame.paper.height);
      if (structure) renumberKey(page.node, 'StructParents', keys);
      links.settle(page, structure && keys);
      page.node.set(name('Parent'), parent);
    }
    const coloured = frame.paper.bleed > 0 ? preparePart(pdf, frame.paper) : [];
    bound.coloured.push(...coloured.map((page) => bound.pages.length + page));
    if (structure) {
      const top = context.lookup(structure.top, PDFDict);
      top.set(name('S'), name(element.type));
      top.set(name('P'), outside(element.parent));
      if (element.title) top.set(name('T'), PDFHexString.fromText(element.title));
    }

    const copy = new Copier(recorder, gaps, numbers, reserve, context.lookup.bind(context));
    for (const page of pages) copy.write(page.ref);
    const kids = pages.map(({ ref }) => gaps.get(ref)!);
    const entries = { Type: 'Pages', Parent: recorder.gap(gap.pages), Count: kids.length, Kids: kids };
    recorder.write(context.obj(entries), node);
    bound.nodes.push(node);
    bound.pages.push(...pageNumbers);
    if (!structure || sorted.length === 0) return;
    copy.write(structure.top);
    bound.elements.push(numbers.get(structure.top)!);
    const leaf = context.obj({
      Limits: [keys.get(sorted[0]!)!, keys.get(sorted.at(-1)!)!],
      Nums: sorted.flatMap((old) => [keys.get(old)!, structure.parents.get(old)!]),
    });
    bound.leaves.push(copy.writeNew(leaf));
  }

  /** Puts the elements so far into one. */
  encloseElements(number: number, { type, title = '', parent }: TopElement): void {
    const { recorder, bound } = this;
    const kids = bound.elements.map((element) => recorder.gap(gap.object, element));
    const context = PDFContext.create();
    const element = { Type: 'StructElem', S: type, P: parent, T: PDFHexString.fromText(title), K: kids };
    recorder.write(context.obj(element), number);
    if (kids.length > 0) bound.elements = [number];
  }

  finish(): BoundPart {
    return { ...this.bound, fonts: this.fonts, objects: this.recorder.finish() };
  }

  /** Place of a font in the list of the part; what this print draws with it is added. */
  private fontOf({ name, glyphs, unicode }: PrintedFont): number {
    const known = this.fonts.findIndex((font) => font.name === name);
    if (known < 0) return this.fonts.push({ name, glyphs, unicode }) - 1;
    for (const glyph of glyphs) this.fonts[known]!.glyphs.add(glyph);
    for (const [glyph, text] of unicode) this.fonts[known]!.unicode.set(glyph, text);
    return known;
  }
}

/** Puts the number that is to come in the place of a key of the parent tree. */
function renumberKey(dictionary: PDFDict, entry: string, keys: ReadonlyMap<number, PDFObject>): void {
  const key = dictionary.lookupMaybe(name(entry), PDFNumber)?.asNumber();
  const known = key === undefined ? undefined : keys.get(key);
  if (known === undefined) dictionary.delete(name(entry));
  else dictionary.set(name(entry), known);
}

/** Ties links to places: those of their own part directly, those of other parts by name. */
class Links {
  private readonly places: PDFDict | undefined;

  constructor(catalog: PDFDict) {
    this.places = catalog.lookupMaybe(name('Dests'), PDFDict);
  }

  settle(page: PDFPage, keys: ReadonlyMap<number, PDFObject> | undefined): void {
    const annotations = page.node.lookupMaybe(name('Annots'), PDFArray);
    for (let i = 0; annotations && i < annotations.size(); i++) {
      const annotation = annotations.lookup(i, PDFDict);
      if (keys) renumberKey(annotation, 'StructParent', keys);
      const place = annotation.lookup(name('Dest'));
      const target = place instanceof PDFName ? this.places?.lookup(place) : undefined;
      if (target) annotation.set(name('Dest'), target.clone());
      const address = annotation.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI'));
      const text = address instanceof PDFString ? address.asString() : '';
      if (!text.startsWith(crossScheme)) continue;
      annotation.delete(name('A'));
      annotation.set(name('Dest'), PDFString.of(text.slice(crossScheme.length)));
    }
  }
}

/** Writes objects and everything that they lead to, each once. */
class Copier {
  private readonly waiting: PDFRef[] = [];
  private readonly written = new Set<PDFRef>();

  /**
   * @param gaps what stands for a reference
   * @param numbers of the objects that belong to the part
   * @param reserve gives an object its number
   */
  constructor(
    private readonly recorder: ObjectRecorder,
    private readonly gaps: ReadonlyMap<PDFRef, PDFObject>,
    private readonly numbers: ReadonlyMap<PDFRef, number>,
    private readonly reserve: (ref: PDFRef) => number,
    private readonly lookup: (ref: PDFRef) => PDFObject | undefined,
  ) {}

  write(ref: PDFRef): void {
    if (!this.gaps.has(ref)) this.reserve(ref);
    this.waiting.push(ref);
    this.writeWaiting();
  }

  /** Writes an object made for the file. */
  writeNew(object: PDFObject): number {
    this.renumber(object);
    const number = this.recorder.write(object);
    this.writeWaiting();
    return number;
  }

  private writeWaiting(): void {
    for (let ref = this.waiting.pop(); ref; ref = this.waiting.pop()) {
      const object = this.lookup(ref);
      if (!object || this.written.has(ref)) continue;
      this.written.add(ref);
      this.renumber(object);
      this.recorder.write(object, this.numbers.get(ref)!);
    }
  }

  private renumber(object: PDFObject): void {
    if (object instanceof PDFStream) this.renumber(object.dict);
    else if (object instanceof PDFDict) {
      for (const [key, value] of object.entries()) {
        if (value instanceof PDFRef) object.set(key, this.gapOf(value));
        else this.renumber(value);
      }
    } else if (object instanceof PDFArray) {
      object.asArray().forEach((value, k) => {
        if (value instanceof PDFRef) object.set(k, this.gapOf(value));
        else this.renumber(value);
      });
    }
  }

  private gapOf(ref: PDFRef): PDFObject {
    if (!this.gaps.has(ref)) {
      this.reserve(ref);
      this.waiting.push(ref);
    }
    return this.gaps.get(ref)!;
  }
}
