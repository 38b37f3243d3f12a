/**
 * Takes one printed part into the file of the edition: bytes of a printed document in, its objects written under new
 * numbers out. Fonts, links into other parts and the structure tree are tied to those of the whole.
 */
import {
  ParseSpeeds,
  PDFArray,
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
import type { EditionFonts } from './edition-fonts.js';
import type { PdfWriter } from './pdf-writer.js';
import { readStructure } from './part-structure.js';
import { stableIds } from './stable-ids.js';

/** What the parts of a file share. */
export interface Binding {
  writer: PdfWriter;
  fonts: EditionFonts;
  /** The root of the page tree, and the top element of the structure tree. */
  pages: PDFRef;
  structure: PDFRef;
  /** Trimmed page and what is printed beyond it on each side, pt; bleed above 0 is for the press. */
  paper: { width: number; height: number; bleed: number };
  /** The leaves of the parent tree, in the order of their keys. */
  leaves: PDFRef[];
  /** First free key of the parent tree, and first free number of a named element. */
  nextKey: number;
  nextId: number;
}

/** A part in the file. */
export interface BoundPart {
  pages: PDFRef[];
  /** Its nodes of the page tree, and its elements of the structure tree. */
  nodes: PDFRef[];
  elements: PDFRef[];
  /** Pages that hold colour, from 0; looked for when the part is for the press. */
  coloured: number[];
}

const structureTypes: Record<string, string> = { article: 'Art', contents: 'TOC', 'english-contents': 'TOC' };

const name = (text: string): PDFName => PDFName.of(text);

/** Reads the prints of a part: what can be done before its turn to be bound. */
export function readPrints(prints: readonly Uint8Array[]): Promise<PDFDocument[]> {
  return Promise.all(
    prints.map((print) => PDFDocument.load(print, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })),
  );
}

/**
 * @param prints of the part, one after the other; they are used up
 * @param part kind and title of the document that was printed
 */
export function bindPart(
  binding: Binding,
  prints: readonly PDFDocument[],
  part: { kind: string; title: string },
): BoundPart {
  const bound: BoundPart = { pages: [], nodes: [], elements: [], coloured: [] };
  const type = structureTypes[part.kind] ?? 'Part';
  const [only, ...others] = prints;
  if (others.length === 0) {
    bindPrint(binding, only!, { type, title: part.title, parent: binding.structure }, bound);
    return bound;
  }
  const { writer } = binding;
  const whole = writer.reserve();
  for (const print of prints) bindPrint(binding, print, { type: 'Div', parent: whole }, bound);
  const title = PDFHexString.fromText(part.title);
  const element = { Type: 'StructElem', S: type, P: binding.structure, T: title, K: bound.elements };
  writer.write(writer.context.obj(element), whole);
  return { ...bound, elements: bound.elements.length > 0 ? [whole] : [] };
}

/** @param element what the print is in the structure tree, and what it stands in */
function bindPrint(
  binding: Binding,
  pdf: PDFDocument,
  element: { type: string; title?: string; parent: PDFRef },
  bound: BoundPart,
): void {
  const { writer, fonts, paper } = binding;
  const { context, catalog } = pdf;
  const numbers = new Map<PDFRef, PDFRef>();
  /** Stands within the part for what is outside of it. */
  const outside = (ref: PDFRef): PDFRef => {
    const inside = context.nextRef();
    numbers.set(inside, ref);
    return inside;
  };
  const node = writer.reserve();
  const pages = pdf.getPages();
  for (const page of pages) numbers.set(page.ref, writer.reserve());
  for (const [ref, face] of fonts.take(context)) numbers.set(ref, face);

  const structure = readStructure(context, catalog);
  const keys = structure && renumberKeys(binding, pages, structure.parents);
  binding.nextId += stableIds(pdf, binding.nextId);
  const parent = outside(node);
  const links = new Links(catalog);
  for (const page of pages) {
    // Chromium rounds the paper to its own raster (523.92 × 737.04 pt for 185 × 260 mm)
    page.setMediaBox(0, 0, paper.width, paper.height);
    links.settle(page, keys);
    page.node.set(name('Parent'), parent);
  }
  const coloured = paper.bleed > 0 ? preparePart(pdf, paper) : [];
  bound.coloured.push(...coloured.map((page) => bound.pages.length + page));
  if (structure) {
    const top = context.lookup(structure.top, PDFDict);
    top.set(name('S'), name(element.type));
    top.set(name('P'), outside(element.parent));
    if (element.title) top.set(name('T'), PDFHexString.fromText(element.title));
  }

  const copy = new Copier(writer, numbers, context.lookup.bind(context));
  for (const page of pages) copy.write(page.ref);
  const refs = pages.map(({ ref }) => numbers.get(ref)!);
  writer.write(context.obj({ Type: 'Pages', Parent: binding.pages, Count: refs.length, Kids: refs }), node);
  bound.nodes.push(node);
  bound.pages.push(...refs);
  if (!structure || !keys || keys.size === 0) return;
  copy.write(structure.top);
  bound.elements.push(numbers.get(structure.top)!);
  const sorted = [...keys].sort(([, a], [, b]) => a - b);
  const leaf = context.obj({
    Limits: [sorted[0]![1], sorted.at(-1)![1]],
    Nums: sorted.flatMap(([old, key]) => [PDFNumber.of(key), structure.parents.get(old)!]),
  });
  binding.leaves.push(copy.writeNew(leaf));
}

/** Gives the keys of the parent tree numbers that no other part has; the pages are told, annotations by `Links`. */
function renumberKeys(
  binding: Binding,
  pages: readonly PDFPage[],
  parents: ReadonlyMap<number, PDFObject>,
): Map<number, number> {
  const keys = new Map([...parents.keys()].sort((a, b) => a - b).map((key) => [key, binding.nextKey++]));
  for (const { node } of pages) renumberKey(node, 'StructParents', keys);
  return keys;
}

function renumberKey(dictionary: PDFDict, entry: string, keys: ReadonlyMap<number, number>): void {
  const key = dictionary.lookupMaybe(name(entry), PDFNumber)?.asNumber();
  const known = key === undefined ? undefined : keys.get(key);
  if (known === undefined) dictionary.delete(name(entry));
  else dictionary.set(name(entry), PDFNumber.of(known));
}

/** Ties links to places: those of their own part directly, those of other parts by name. */
class Links {
  private readonly places: PDFDict | undefined;

  constructor(catalog: PDFDict) {
    this.places = catalog.lookupMaybe(name('Dests'), PDFDict);
  }

  settle(page: PDFPage, keys: ReadonlyMap<number, number> | undefined): void {
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

  /** @param numbers new numbers by old ones; what has one already is written only when it is asked for */
  constructor(
    private readonly writer: PdfWriter,
    private readonly numbers: Map<PDFRef, PDFRef>,
    private readonly lookup: (ref: PDFRef) => PDFObject | undefined,
  ) {}

  write(ref: PDFRef): void {
    if (!this.numbers.has(ref)) this.numbers.set(ref, this.writer.reserve());
    this.waiting.push(ref);
    this.writeWaiting();
  }

  /** Writes an object made for the file. */
  writeNew(object: PDFObject): PDFRef {
    this.renumber(object);
    const ref = this.writer.write(object);
    this.writeWaiting();
    return ref;
  }

  private writeWaiting(): void {
    for (let ref = this.waiting.pop(); ref; ref = this.waiting.pop()) {
      const object = this.lookup(ref);
      if (!object || this.written.has(ref)) continue;
      this.written.add(ref);
      this.renumber(object);
      this.writer.write(object, this.numbers.get(ref)!);
    }
  }

  private renumber(object: PDFObject): void {
    if (object instanceof PDFStream) this.renumber(object.dict);
    else if (object instanceof PDFDict) {
      for (const [key, value] of object.entries()) {
        if (value instanceof PDFRef) object.set(key, this.numberOf(value));
        else this.renumber(value);
      }
    } else if (object instanceof PDFArray) {
      object.asArray().forEach((value, k) => {
        if (value instanceof PDFRef) object.set(k, this.numberOf(value));
        else this.renumber(value);
      });
    }
  }

  private numberOf(ref: PDFRef): PDFRef {
    let number = this.numbers.get(ref);
    if (!number) {
      number = this.writer.reserve();
      this.numbers.set(ref, number);
      this.waiting.push(ref);
    }
    return number;
  }
}
