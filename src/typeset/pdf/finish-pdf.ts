/** What Chromium leaves out of a PDF: printed bytes in, bytes with metadata, outline and page labels out, without a clock. */
import { createHash } from 'node:crypto';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRef,
  PDFString,
  ParseSpeeds,
} from '@cantoo/pdf-lib';
import type { Edition } from '../../model.js';
import type { ComposedPage } from './plan/compose-types.js';
import { pdfxVersion, prepareForPress, slugWidth } from './press/prepare-for-press.js';
import { stableIds } from './stable-ids.js';
import { xmpPacket } from './xmp.js';

/** A place of the outline. */
export interface OutlineEntry {
  text: string;
  /** 1 for documents, 2 and more for headings. */
  level: number;
  /** Index of the page. */
  page: number;
  /** px from the page's head. */
  top: number;
}

const pxToPt = 0.75;
const maker = 'kanben';

export interface Paper {
  /** Of the trimmed page, pt. */
  width: number;
  height: number;
  /** What was printed beyond the trim on each side, pt; above 0 for the press. */
  bleed: number;
}

export interface FinishedPdf {
  bytes: Uint8Array;
  /** For the press: sheets that hold colour, from 1. */
  coloured: number[];
}

/** @param pages and outline as composed */
export async function finishPdf(
  printed: Uint8Array,
  edition: Edition,
  pages: readonly ComposedPage[],
  outline: readonly OutlineEntry[],
  paper: Paper,
): Promise<FinishedPdf> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  const forPress = paper.bleed > 0;
  // Chromium rounds the paper to its own raster (523.92 × 737.04 pt for 185 × 260 mm)
  for (const page of pdf.getPages()) page.setMediaBox(0, 0, paper.width, paper.height);
  // the head of what was printed, as it will stand on the sheet
  setOutline(pdf, outline, paper.height + paper.bleed + (forPress ? slugWidth : 0));
  setPageLabels(pdf, pages);
  stableIds(pdf);
  const digest = createHash('sha256')
    .update(`${edition.identifier}\n${edition.modified}\n${pages.length}`)
    .digest('hex')
    .slice(0, 32);
  setMetadata(pdf, edition, digest, forPress);
  const coloured = forPress ? prepareForPress(pdf, paper) : [];
  const id = PDFHexString.of(digest);
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id]);
  const bytes = await pdf.save({ updateFieldAppearances: false, objectsPerTick: Infinity });
  return { bytes, coloured };
}

function setMetadata(pdf: PDFDocument, edition: Edition, digest: string, forPress: boolean): void {
  const { meta, documents, modified } = edition;
  const articles = documents.filter(({ kind }) => kind === 'article');
  const names = [...new Set(articles.flatMap(({ article }) => article?.contributors.map(({ name }) => name) ?? []))];
  const keywords = [...new Set(articles.flatMap(({ article }) => article?.keywords ?? []))];
  pdf.setTitle(meta.title, { showInWindowTitleBar: true });
  if (names.length > 0) pdf.setAuthor(names.join(', '));
  const subject = meta.description ?? [meta.journal, meta.year, meta.number].filter(Boolean).join(' ');
  if (subject) pdf.setSubject(subject);
  if (keywords.length > 0) pdf.setKeywords(keywords);
  pdf.setLanguage(meta.language);
  pdf.setCreator(maker);
  pdf.setProducer(maker);
  pdf.setCreationDate(new Date(modified));
  pdf.setModificationDate(new Date(modified));
  const pdfx = forPress ? pdfxVersion : undefined;
  const xmp = xmpPacket(edition, { authors: names, keywords, subject, maker, digest, pdfx });
  const metadata = pdf.context.stream(Buffer.from(xmp), { Type: 'Metadata', Subtype: 'XML' });
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(metadata));
}

interface OutlineNode extends OutlineEntry {
  ref: PDFRef;
  children: OutlineNode[];
}

function setOutline(pdf: PDFDocument, entries: readonly OutlineEntry[], height: number): void {
  if (entries.length === 0) return;
  const { context } = pdf;
  const root: OutlineNode = { text: '', level: 0, page: 0, top: 0, ref: context.nextRef(), children: [] };
  const path = [root];
  for (const entry of entries) {
    while (path.length > 1 && path.at(-1)!.level >= entry.level) path.pop();
    const node: OutlineNode = { ...entry, ref: context.nextRef(), children: [] };
    path.at(-1)!.children.push(node);
    path.push(node);
  }
  const sheets = pdf.getPages();
  const write = (node: OutlineNode, parent?: OutlineNode, index = 0): void => {
    const dictionary = PDFDict.withContext(context);
    if (parent) {
      const sheet = sheets[node.page]!;
      dictionary.set(PDFName.of('Title'), PDFHexString.fromText(node.text));
      dictionary.set(PDFName.of('Parent'), parent.ref);
      const top = Math.round((height - node.top * pxToPt) * 100) / 100;
      dictionary.set(PDFName.of('Dest'), context.obj([sheet.ref, PDFName.of('XYZ'), null, top, null]));
      if (index > 0) dictionary.set(PDFName.of('Prev'), parent.children[index - 1]!.ref);
      const next = parent.children[index + 1];
      if (next) dictionary.set(PDFName.of('Next'), next.ref);
    } else dictionary.set(PDFName.of('Type'), PDFName.of('Outlines'));
    if (node.children.length > 0) {
      dictionary.set(PDFName.of('First'), node.children[0]!.ref);
      dictionary.set(PDFName.of('Last'), node.children.at(-1)!.ref);
      // documents open, headings within them folded
      dictionary.set(PDFName.of('Count'), PDFNumber.of(parent ? -node.children.length : node.children.length));
    }
    context.assign(node.ref, dictionary);
    node.children.forEach((child, k) => write(child, node, k));
  };
  write(root);
  pdf.catalog.set(PDFName.of('Outlines'), root.ref);
}

/** The numbers that readers show beside the pages: roman before the first folio, then the folios, then roman again. */
function setPageLabels(pdf: PDFDocument, pages: readonly ComposedPage[]): void {
  const { context } = pdf;
  const numbers = PDFArray.withContext(context);
  let previous: { main: boolean; folio: number } | undefined;
  pages.forEach(({ folio: printed }, index) => {
    // a blank page between two numbered ones has its number without showing it
    const [before, after] = [Number(pages[index - 1]?.folio || NaN), Number(pages[index + 1]?.folio || NaN)];
    const folio = printed === '' && after - before === 2 ? String(before + 1) : printed;
    const main = folio !== '';
    if (previous && previous.main === main && (!main || Number(folio) === previous.folio + 1)) {
      previous.folio = Number(folio);
      return;
    }
    const back = !main && previous !== undefined;
    numbers.push(PDFNumber.of(index));
    numbers.push(
      context.obj({
        S: main ? 'D' : 'r',
        St: main ? Number(folio) : 1,
        ...(back && { P: PDFString.of('+') }),
      }),
    );
    previous = { main, folio: Number(folio) };
  });
  pdf.catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: numbers }));
}
