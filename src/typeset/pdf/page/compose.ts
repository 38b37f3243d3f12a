/**
 * Runs in the page: a document laid out once in one column in, pages out.
 *
 * measure (reads only) → fill (numbers only) → find the lines to split at (reads only) → place (writes only) →
 * number → contents → proof. One layout to measure, one to check.
 */
import { fillPages } from '../plan/fill-pages.js';
import type { ComposeInput, ComposeOutput } from '../plan/compose-types.js';
import { emptyPage, type Geometry, type PagePlan } from '../plan/types.js';
import { fillContents } from './contents.js';
import { measureDocument, noteSizes } from './measure.js';
import type { MeasuredDocument } from './measured.js';
import { NoteGalley } from './note-galley.js';
import { numberPages } from './number.js';
import { Placer, type PlacedPage } from './place.js';
import { provePages } from './proof.js';
import { settleHyphens } from './settle-hyphens.js';
import { setTablesOnGrid } from './tables.js';

/** @returns what was made, for Node to check against the edition */
export async function compose(input: ComposeInput): Promise<ComposeOutput> {
  const times: Record<string, number> = {};
  let since = performance.now();
  const clock = (step: string) => {
    const now = performance.now();
    times[step] = Math.round((now - since) * 10) / 10;
    since = now;
  };
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  const galley = document.querySelector<HTMLElement>('.galley')!;
  const paper = readPaper();
  const geometry = readGeometry();
  const noteGalley = new NoteGalley(
    document.querySelector<HTMLElement>('.note-galley')!,
    galley,
    input.words.titleMark,
  );
  for (const column of document.querySelectorAll<HTMLElement>('.galley, .note-galley')) settleHyphens(column);
  setTablesOnGrid(galley, geometry);
  clock('layout');

  const measured: { document: MeasuredDocument; plans: PagePlan[] }[] = [];
  noteGalley.measure(geometry);
  for (const { id } of input.documents) {
    const section = document.getElementById(id)!;
    measured.push({ document: measureDocument(section, geometry, (call) => noteGalley.notesOf(call)), plans: [] });
  }
  clock('measure');
  for (const entry of measured) {
    const { units, notes } = entry.document;
    entry.plans = units.length === 0 ? [emptyPage()] : fillPages(units, noteSizes(notes), geometry);
  }
  clock('fill');
  const placer = new Placer(document.querySelector<HTMLElement>('.book')!, input, geometry);
  const splits = measured.map(({ document, plans }) => placer.findSplits(document, plans));
  clock('split');
  const pages: PlacedPage[] = [];
  measured.forEach(({ document, plans }, d) => {
    const rest = measured.slice(d).reduce((sum, { plans }) => sum + plans.length, 0);
    pages.push(...placer.place(input.documents[d]!, document, plans, splits[d]!, rest));
  });
  placer.pad(0);
  galley.remove();
  noteGalley.remove();
  placer.finish();
  clock('place');
  numberPages(pages, input);
  const places = placer.placesOf();
  fillContents(places, pages);
  clock('number');
  const output = provePages(pages, places);
  clock('proof');
  return { ...output, paper, times };
}

/** Trim size in px, from the tokens. */
function readPaper(): { width: number; height: number } {
  const probe = document.createElement('div');
  // a hundred times as large: the browser keeps sixty-fourths of a px
  probe.style.cssText =
    'position: absolute; width: calc(100 * var(--trim-width)); height: calc(100 * var(--trim-height))';
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const paper = { width: parseFloat(style.width) / 100, height: parseFloat(style.height) / 100 };
  probe.remove();
  return paper;
}

/** Sizes as the styles make them. */
function readGeometry(): Geometry {
  const page = document.createElement('section');
  page.className = 'page';
  page.innerHTML = '<div class="page-body"></div><div class="page-notes"></div>';
  document.body.append(page);
  const [body, notes] = [...page.children].map((child) => getComputedStyle(child));
  const geometry = {
    height: parseFloat(body!.height),
    line: parseFloat(body!.lineHeight),
    noteLine: parseFloat(notes!.lineHeight),
    noteGap: parseFloat(notes!.paddingTop),
  };
  page.remove();
  return geometry;
}
