/**
 * Runs in the page: one document laid out in one column in, its pages out.
 *
 * `layOut`: measure → fill (numbers only); the number of pages is known. `setPages`, once it is known where in the
 * edition the document begins, and again for each further print of a long one: find the lines to split at (reads only)
 * → place (writes only) → number → proof. One layout to measure, one to check.
 */
import { batchEnds } from '../plan/batches.js';
import { fillPages } from '../plan/fill-pages.js';
import type { ComposeInput, ComposeOutput, PartStart } from '../plan/compose-types.js';
import { emptyPage, type Geometry, type PagePlan } from '../plan/types.js';
import { Column } from './column.js';
import { fillContents, readEntries } from './contents.js';
import { reachOut } from './far-links.js';
import { measureDocument, noteSizes } from './measure.js';
import type { MeasuredDocument } from './measured.js';
import { NoteGalley } from './note-galley.js';
import { numberEndnotes, PageNumberer } from './number.js';
import { Placer, placesOf } from './place.js';
import { provePages } from './proof.js';

interface LaidOut {
  input: ComposeInput;
  geometry: Geometry;
  galleys: [text: HTMLElement, notes: HTMLElement];
  column: Column;
  noteGalley: NoteGalley;
  measured: MeasuredDocument;
  plans: PagePlan[];
  times: Record<string, number>;
  /** Last pages of the prints still to be made. */
  ends: number[];
  /** Where the next print begins. */
  next: number;
  setting?: { placer: Placer; numberer: PageNumberer };
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
  document.body.replaceChildren();
  const geometry = readGeometry();
  // nothing is laid out before it is known how much of it is to be
  document.body.dataset.asleep = '';
  document.body.innerHTML = html;
  const galleys = ['.galley', '.note-galley'].map((name) => document.querySelector(name)) as LaidOut['galleys'];
  const section = document.getElementById(input.document.id)!;
  numberEndnotes(document.body);
  const noteGalley = new NoteGalley(galleys[1], galleys[0], input.words.titleMark);
  const column = new Column(section);
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  delete document.body.dataset.asleep;
  noteGalley.measure(geometry);
  const measured = measureDocument(section, column, geometry, input.words, (call) => noteGalley.notesOf(call));
  clock.stop('measure');
  const { units, notes, places } = measured;
  const plans = units.length === 0 ? [emptyPage()] : fillPages(units, noteSizes(notes), geometry);
  clock.stop('fill');
  const ends = batchEnds(plans, places);
  laidOut = { input, geometry, galleys, column, noteGalley, measured, plans, times: clock.times, ends, next: 0 };
  return plans.length;
}

/**
 * Sets the next pages of the document last laid out: those of one print.
 *
 * @returns what was made, for Node to check against the edition, and whether there is more to come
 */
export function setPages(start: PartStart): ComposeOutput & { more: boolean } {
  if (!laidOut) throw new Error('No document is laid out.');
  const { input, geometry, measured, plans, times, ends, next: from } = laidOut;
  const clock = startClock(times);
  const { placer, numberer } = (laidOut.setting ??= {
    placer: new Placer(input, geometry, measured, plans, start),
    numberer: new PageNumberer(input),
  });
  const to = (laidOut.next = ends.shift()!);
  showFor(laidOut, from, to);
  const splits = placer.findSplits(from, to);
  clock.stop('split');
  const pages = placer.place(from, to, splits);
  document.body.replaceChildren(...pages.map(({ element }) => element));
  clock.stop('place');
  numberer.number(pages);
  fillContents(pages, start.folios ?? {});
  reachOut(pages);
  const places = placesOf(pages);
  clock.stop('number');
  const proof = provePages(pages, input.document.kind === 'article');
  const more = to < plans.length;
  if (!more) laidOut = undefined;
  clock.stop('proof');
  return { ...proof, entries: readEntries(pages), places, times, more };
}

/** Lays out what some pages part. */
function showFor({ measured, plans, galleys, column, noteGalley }: LaidOut, from: number, to: number): void {
  const { leaves, places, notes } = measured;
  const range = plans.slice(from, to);
  if (from > 0) document.body.replaceChildren(...galleys);
  column.show(range.flatMap((plan) => places.slice(plan.from, plan.to).map(({ leaf }) => leaves[leaf]!.element)));
  noteGalley.show(range.flatMap((plan) => plan.notes.map(({ note }) => notes[note]!)));
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
