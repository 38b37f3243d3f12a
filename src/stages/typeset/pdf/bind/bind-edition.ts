/**
 * Binds printed parts into the PDF of an edition: each part is taken in as it comes, and what belongs to the whole (page
 * tree, structure, fonts, outline, page labels, metadata) is written at the end. No clock, and the same parts in the
 * same order give the same bytes.
 */
import { createHash } from 'node:crypto';
import { PDFContext, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { Remember } from '../../../../cache/remember.js';
import type { Edition } from '../../../../model/index.js';
import type { SubsetFace } from '../../fonts.js';
import { blankSheet, outputIntent, pdfxVersion, pressBoxes, slugWidth } from '../press/prepare-for-press.js';
import { xmpPacket } from '../xmp.js';
import type { BoundPart, Paper } from './bind-part.js';
import { EditionFonts } from './edition-fonts.js';
import { writeOutline } from './outline.js';
import { pageLabels } from './page-labels.js';
import { PdfWriter } from './pdf-writer.js';
import { gap, writeRecorded } from './recorded-objects.js';
import { elementName } from './name-elements.js';

const maker = 'kanben';
const pxToPt = 0.75;

/** A part in the file. */
export interface PlacedPart {
  pages: PDFRef[];
  /** Its nodes of the page tree, and its elements of the structure tree. */
  nodes: PDFRef[];
  elements: PDFRef[];
  /** Pages that hold colour, from 0. */
  coloured: number[];
}

/** The pages of the finished file, in order. */
export interface BindingPlan {
  /** Parts, and blank pages between them. */
  sheets: (PlacedPart | 'blank')[];
  /** Number printed on each page, empty where none is. */
  folios: string[];
  /** Where everything stands that a link may lead to: page from 0, px from its head. */
  places: { id: string; page: number; top: number }[];
  /** Documents and their headings; those without a place are left out. */
  outline: { id: string; text: string; level: number }[];
}

export class Binder {
  private readonly writer: PdfWriter;
  private readonly fonts: EditionFonts;
  /** The root of the page tree, and the top element of the structure tree. */
  private readonly pages: PDFRef;
  private readonly structure: PDFRef;
  /** The leaves of the parent tree, in the order of their keys. */
  private readonly leaves: PDFRef[] = [];
  /** First free key of the parent tree, and first free number of a named element. */
  private nextKey = 0;
  private nextName = 1;

  constructor(
    private readonly edition: Edition,
    faces: readonly SubsetFace[],
    private readonly paper: Paper,
    remember?: Remember,
  ) {
    // PDF/X-4 is made of PDF 1.6
    this.writer = new PdfWriter(PDFContext.create(), paper.bleed > 0 ? '1.6' : '1.7');
    this.fonts = new EditionFonts(this.writer, faces, remember);
    this.pages = this.writer.reserve();
    this.structure = this.writer.reserve();
  }

  /** PostScript names of the fonts that all parts share. */
  get fontNames(): ReadonlySet<string> {
    return this.fonts.names;
  }

  /** Takes a part in. The order in which parts are taken is part of the input. */
  add({ objects, fonts, ...part }: BoundPart): PlacedPart {
    const { writer, pages, structure, nextKey, nextName } = this;
    const first = writer.reserveMany(objects.numbers);
    const faces = fonts.map((font) => this.fonts.take(font));
    writeRecorded(writer, objects, first, (kind, value) => {
      switch (kind) {
        case gap.object:
          return `${first + value} 0 R`;
        case gap.font:
          return faces[value]!.toString();
        case gap.pages:
          return pages.toString();
        case gap.structure:
          return structure.toString();
        case gap.key:
          return String(nextKey + value);
        case gap.name:
          return `(${elementName(nextName + value)})`;
      }
    });
    this.nextKey += part.keys;
    this.nextName += part.names;
    const refs = (numbers: number[]) => numbers.map((number) => PDFRef.of(first + number));
    this.leaves.push(...refs(part.leaves));
    return {
      pages: refs(part.pages),
      nodes: refs(part.nodes),
      elements: refs(part.elements),
      coloured: part.coloured,
    };
  }

  /** Closes the file. */
  async finish(plan: BindingPlan): Promise<Uint8Array> {
    const { edition, writer, forPress } = this;
    const { context } = writer;
    await this.fonts.write();
    const sheets = plan.sheets.map((sheet) => (sheet === 'blank' ? this.blankPage() : sheet));
    const pages = sheets.flatMap(({ pages }) => pages);
    const kids = sheets.flatMap(({ nodes }) => nodes);
    writer.write(context.obj({ Type: 'Pages', Count: pages.length, Kids: kids }), this.pages);
    const root = this.writeStructure(plan.sheets);

    const head = this.paper.height + this.paper.bleed + (forPress ? slugWidth : 0);
    const spots = new Map(
      plan.places.map(({ id, page, top }) => [
        id,
        { page: pages[page]!, top: Math.round((head - top * pxToPt) * 100) / 100 },
      ]),
    );
    const outline = writeOutline(
      writer,
      plan.outline.flatMap(({ id, ...entry }) => {
        const spot = spots.get(id);
        return spot ? [{ ...entry, ...spot }] : [];
      }),
    );
    const names = [...spots].sort(([a], [b]) => (a < b ? -1 : 1));
    const labels = pageLabels(plan.folios).flatMap(({ from, style, start, prefix }) => [
      from,
      { S: style, St: start, ...(prefix && { P: PDFString.of(prefix) }) },
    ]);
    const digest = createHash('sha256')
      .update(`${edition.identifier}\n${edition.modified}\n${pages.length}`)
      .digest('hex')
      .slice(0, 32);
    const { info, metadata } = this.writeMetadata(digest);
    const catalog = writer.write(
      context.obj({
        Type: 'Catalog',
        Pages: this.pages,
        Lang: PDFString.of(edition.meta.language),
        MarkInfo: { Marked: true },
        ...(root && { StructTreeRoot: root }),
        ViewerPreferences: { DisplayDocTitle: true },
        ...(outline && { Outlines: outline }),
        PageLabels: { Nums: labels },
        Names: {
          Dests: {
            Names: names.flatMap(([id, { page, top }]) => [PDFString.of(id), [page, 'XYZ', null, top, null]]),
          },
        },
        Metadata: metadata,
        ...(forPress && { OutputIntents: [outputIntent(writer)] }),
      }),
    );
    return writer.finish(catalog, info, digest);
  }

  private get forPress(): boolean {
    return this.paper.bleed > 0;
  }

  private blankPage(): Pick<PlacedPart, 'nodes' | 'pages'> {
    const { writer, paper, forPress } = this;
    const { width, height } = paper;
    const page = { Type: 'Page', Parent: this.pages, Resources: {} };
    const boxes = forPress ? pressBoxes(paper) : { MediaBox: [0, 0, width, height] };
    const marks = forPress && { Contents: [writer.writeStream(Buffer.from(blankSheet(paper), 'latin1'))] };
    const node = writer.write(writer.context.obj({ ...page, ...boxes, ...marks }));
    return { nodes: [node], pages: [node] };
  }

  /** The parts of the structure one after the other in one document. */
  private writeStructure(sheets: BindingPlan['sheets']): PDFRef | undefined {
    const { writer, edition } = this;
    const { context } = writer;
    const elements = sheets.flatMap((sheet) => (sheet === 'blank' ? [] : sheet.elements));
    if (elements.length === 0) return undefined;
    const root = writer.reserve();
    writer.write(
      context.obj({
        Type: 'StructElem',
        S: 'Document',
        P: root,
        Lang: PDFString.of(edition.meta.language),
        K: elements,
      }),
      this.structure,
    );
    const tree = writer.write(context.obj({ Kids: this.leaves }));
    const next = this.nextKey;
    writer.write(
      context.obj({ Type: 'StructTreeRoot', K: this.structure, ParentTree: tree, ParentTreeNextKey: next }),
      root,
    );
    return root;
  }

  private writeMetadata(digest: string): { info: PDFRef; metadata: PDFRef } {
    const { edition, writer, forPress } = this;
    const { meta, documents, modified } = edition;
    const articles = documents.filter(({ kind }) => kind === 'article');
    const authors = [
      ...new Set(articles.flatMap(({ article }) => article?.contributors.map(({ name }) => name) ?? [])),
    ];
    const keywords = [...new Set(articles.flatMap(({ article }) => article?.keywords ?? []))];
    const subject = meta.description ?? [meta.journal, meta.year, meta.number].filter(Boolean).join(' ');
    const date = PDFString.fromDate(new Date(modified));
    const pdfx = forPress ? pdfxVersion : undefined;
    const text = (value: string) => PDFHexString.fromText(value);
    const info = writer.write(
      writer.context.obj({
        Title: text(meta.title),
        ...(authors.length > 0 && { Author: text(authors.join(', ')) }),
        ...(subject && { Subject: text(subject) }),
        ...(keywords.length > 0 && { Keywords: text(keywords.join(' ')) }),
        Creator: text(maker),
        Producer: text(maker),
        CreationDate: date,
        ModDate: date,
        ...(pdfx && { GTS_PDFXVersion: PDFString.of(pdfx), Trapped: PDFName.of('False') }),
      }),
    );
    const xmp = xmpPacket(edition, { authors, keywords, subject, maker, digest, pdfx });
    // not deflated: programs that know nothing of PDF look for it
    const metadata = writer.write(writer.context.stream(Buffer.from(xmp), { Type: 'Metadata', Subtype: 'XML' }));
    return { info, metadata };
  }
}
