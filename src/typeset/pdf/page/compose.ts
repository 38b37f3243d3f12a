/**
 * Runs in the page: one document laid out in one column in, its pages out.
 *
 * `layOut`: measure (reads only) → fill (numbers only); the number of pages is known. `setPages`, once it is known where
 * in the edition the document begins: find the lines to split at (reads only) → place (writes only) → number → proof.
 * One layout to measure, one to check.
 */
import { fillPages } from '../plan/fill-pages.js';
import type { ComposeInput, ComposeOutput, PartStart } from '../plan/compose-types.js';
import { emptyPage, type Geometry, type PagePlan } from '../plan/types.js';
import { fillContents, readEntries } from './contents.js';
import { measureDocument, noteSizes } from './measure.js';
import type { MeasuredDocument } from './measured.js';
import { NoteGalley } from './note-galley.js';
import { numberPages } from './number.js';
import { Placer } from './place.js';
import { provePages } from './proof.js';
import { settleHyphens } from './settle-hyphens.js';
import { setTablesOnGrid } from './tables.js';

interface LaidOut {
  input: ComposeInput;
  geometry: Geometry;
  measured: MeasuredDocument;
  plans: PagePlan[];
  times: Record<string, number>;
}

let laidOut: LaidOut | undefined;

/**
 * Takes a document into the page and finds where its pages begin.
 *
 * @param html the galley and the galley of its notes
 * @returns the number of its pages
 */
export async function layOut(html: string, input: ComposeInput): Promise<number> {
  const clock = startClock();
  document.body.innerHTML = html;
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  const [galley, notes] = galleys();
  const geometry = readGeometry();
  const noteGalley = new NoteGalley(notes, galley, input.words.titleMark);
  for (const column of [galley, notes]) settleHyphens(column);
  setTablesOnGrid(galley, geometry);
  clock.stop('layout');
  noteGalley.measure(geometry);
  const section = document.getElementById(input.document.id)!;
  const measured = measureDocument(section, geometry, (call) => noteGalley.notesOf(call));
  clock.stop('measure');
  const plans =
    measured.units.length === 0 ? [emptyPage()] : fillPages(measured.units, noteSizes(measured.notes), geometry);
  clock.stop('fill');
  laidOut = { input, geometry, measured, plans, times: clock.times };
  return plans.length;
}

/** @returns what was made of the document last laid out, for Node to check against the edition */
export function setPages(start: PartStart): ComposeOutput {
  if (!laidOut) throw new Error('No document is laid out.');
  const { input, geometry, measured, plans, times } = laidOut;
  laidOut = undefined;
  const clock = startClock(times);
  const placer = new Placer(input, geometry);
  const splits = placer.findSplits(measured, plans);
  clock.stop('split');
  const pages = placer.place(measured, plans, splits, start);
  document.body.replaceChildren(...pages.map(({ element }) => element));
  clock.stop('place');
  numberPages(pages, input);
  fillContents(pages, start.folios ?? {});
  const places = placer.placesOf();
  clock.stop('number');
  const proof = provePages(pages, input.document.kind === 'article');
  clock.stop('proof');
  return { ...proof, entries: readEntries(pages), places, paper: readPaper(), times };
}

/** Measures the steps of the work, ms. */
function startClock(times: Record<string, number> = {}) {
  let since = performance.now();
  const stop = (step: string): void => {
    const now = performance.now();
    times[step] = Math.round((now - since) * 10) / 10;
    since = now;
  };
  return { times, stop };
}

function galleys(): [text: HTMLElement, notes: HTMLElement] {
  return ['.galley', '.note-galley'].map((name) => document.querySelector<HTMLElement>(name)!) as [
    HTMLElement,
    HTMLElement,
  ];
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
