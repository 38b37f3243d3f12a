/** Builds the pages: page plans and measured blocks in, page elements out. Measured nodes are moved, not made again. */
import type { ComposeInput, PartStart } from '../plan/compose-types.js';
import type { Geometry, PagePlan } from '../plan/types.js';
import type { Leaf, MeasuredDocument, MeasuredNote } from './measured.js';
import { fullPage } from './measure.js';
import { findLine, splitAt, type TextPlace } from './split-lines.js';
import { tablePiece } from './tables.js';

export interface PlacedPiece {
  element: HTMLElement;
  /** Planned distance from the head of the type area, and height: lines must come out the same as they were measured. */
  top: number;
  height: number;
}

export interface PlacedNote {
  note: MeasuredNote;
  element: HTMLElement;
  /** First line of the note on this page. */
  from: number;
  lines: number;
}

export interface PlacedPage {
  element: HTMLElement;
  body: HTMLElement;
  index: number;
  folio: string;
  pieces: PlacedPiece[];
  notes: PlacedNote[];
  plan: PagePlan;
  blank: number;
}

/** Where blocks and notes are to be split; found while everything still stands in the galley. */
export interface Splits {
  leaves: Map<number, { line: number; place: TextPlace }[]>;
  notes: Map<number, { line: number; paragraph: number; place?: TextPlace }[]>;
}

export class Placer {
  private readonly opened = new Set<HTMLElement>();

  constructor(
    private readonly input: ComposeInput,
    private readonly geometry: Geometry,
    private readonly measured: MeasuredDocument,
    private readonly plans: readonly PagePlan[],
    private readonly start: PartStart,
  ) {}

  /** Reads where some pages part their blocks and notes; these stand in the galley as they were measured. */
  findSplits(from: number, to: number): Splits {
    const { leaves, places, notes } = this.measured;
    const splits: Splits = { leaves: new Map(), notes: new Map() };
    for (const plan of this.plans.slice(from, to)) {
      const { leaf: l, line } = places[plan.from] ?? { leaf: 0, line: 0 };
      const leaf = leaves[l];
      // a page of notes alone begins where the next one does: the block is parted there once
      if (leaf?.kind === 'text' && line > 0 && plan.to > plan.from) {
        const place = findLine(leaf.element, leaf.element.getBoundingClientRect().top, leaf.line, line);
        if (place) push(splits.leaves, l, { line, place });
      }
      for (const part of plan.notes) {
        if (part.from > 0) push(splits.notes, part.note, noteLine(notes[part.note]!, part.from, this.geometry));
      }
    }
    return splits;
  }

  /** Makes some pages of the document, in order; they stand nowhere yet. */
  place(from: number, to: number, splits: Splits): PlacedPage[] {
    const { section, leaves, notes } = this.measured;
    const pieces = new Map<number, { line: number; element: HTMLElement }[]>();
    for (const [l, found] of splits.leaves) {
      const elements = splitAt(
        leaves[l]!.element,
        found.map(({ place }) => place),
      );
      pieces.set(
        l,
        elements.map((element, k) => ({ element, line: k === 0 ? 0 : found[k - 1]!.line })),
      );
    }
    const notePieces = new Map<number, HTMLElement[]>();
    for (const [n, found] of splits.notes) notePieces.set(n, splitNote(notes[n]!.element, found));
    return this.plans.slice(from, to).map((plan, k) => {
      const page = this.newPage(plan, from + k);
      this.fillBody(page, this.measured, pieces);
      const picture = page.index === 0 && section.querySelector(fullPage);
      if (picture) this.containerOf(section, section, page, new Map()).append(picture);
      this.fillNotes(page, notes, notePieces);
      return page;
    });
  }

  private newPage(plan: PagePlan, index: number): PlacedPage {
    const { document, versoHead } = this.input;
    const right = this.start.right === (index % 2 === 0);
    const element = pageElement(right, `page-${document.kind}`);
    const folio = document.plain || this.start.folio === undefined ? '' : String(this.start.folio + index);
    if (folio) element.append(furniture('folio', folio));
    const head = right ? document.title : versoHead;
    if (!document.plain && index > 0 && head) element.append(furniture('running-head', head));
    const body = element.querySelector<HTMLElement>('.page-body')!;
    const last = index === this.plans.length - 1;
    const blank = last ? 0 : Math.floor(plan.slack / this.geometry.line + 0.001);
    return { element, body, index, folio, pieces: [], notes: [], plan, blank };
  }

  private fillBody(
    page: PlacedPage,
    measured: MeasuredDocument,
    split: Map<number, { line: number; element: HTMLElement }[]>,
  ): void {
    const { line } = this.geometry;
    const containers = new Map<HTMLElement, HTMLElement>();
    let top = 0;
    for (let u = page.plan.from; u < page.plan.to;) {
      const { leaf: l, line: start } = measured.places[u]!;
      const leaf = measured.leaves[l]!;
      const first = u;
      while (u < page.plan.to && measured.places[u]!.leaf === l) u += 1;
      const element = pieceOf(leaf, start, start + u - first, split.get(l));
      const added = page.plan.stretched.filter((unit) => unit === first).length * line;
      // what goes on over the page keeps the grid where something may follow that stands on it
      const goesOn = start > 0 && leaf.kind !== 'table';
      const atHead = first === page.plan.from;
      const before = added + (goesOn ? 0 : atHead ? measured.units[first]!.lead! : leaf.before);
      element.dataset.leaf = '';
      element.style.marginTop = `${before}px`;
      element.style.marginBottom = '0';
      if (leaf.kind === 'box') {
        element.style.paddingTop = `${leaf.padding[0] + leaf.extra / 2}px`;
        element.style.paddingBottom = `${leaf.padding[1] + leaf.extra / 2}px`;
      }
      this.containerOf(leaf.parent, measured.section, page, containers).append(element);
      let height = leaf.kind === 'box' ? leaf.height : leaf.kind === 'text' ? (u - first) * leaf.line : 0;
      if (leaf.kind === 'table') {
        for (let r = start; r < start + u - first; r++) height += leaf.heights[r]!;
        if (start > 0) height += leaf.repeated;
      }
      page.pieces.push({ element, top: top + before, height });
      top += before + height;
    }
  }

  /** The container of a piece on a page: the galley's own containers, opened again on each page. */
  private containerOf(
    original: HTMLElement,
    section: HTMLElement,
    page: PlacedPage,
    containers: Map<HTMLElement, HTMLElement>,
  ): HTMLElement {
    const known = containers.get(original);
    if (known) return known;
    const copy = original.cloneNode(false) as HTMLElement;
    if (this.opened.has(original)) {
      copy.removeAttribute('id');
      copy.classList.add('continued');
    } else this.opened.add(original);
    containers.set(original, copy);
    const parent =
      original === section ? page.body : this.containerOf(original.parentElement!, section, page, containers);
    parent.append(copy);
    return copy;
  }

  private fillNotes(page: PlacedPage, notes: readonly MeasuredNote[], split: Map<number, HTMLElement[]>): void {
    if (page.plan.notes.length === 0) return;
    const area = document.createElement('div');
    area.className = 'page-notes';
    for (const { note: n, from, to } of page.plan.notes) {
      const note = notes[n]!;
      const element = from === 0 ? note.element : split.get(n)!.shift()!;
      if (from > 0) area.append(sign('note-sign from-before', ''));
      area.append(element);
      if (to < note.lines) area.append(sign('note-sign', this.input.words.noteContinues));
      page.notes.push({ note, element, from, lines: to - from });
    }
    page.body.after(area);
  }
}

/** Where everything stands that links may lead to from outside of the pages. */
export function placesOf(pages: readonly PlacedPage[]): { id: string; page: number; top: number }[] {
  return pages.flatMap(({ element, body, index }) => {
    const head = element.getBoundingClientRect().top;
    const targets = body.querySelectorAll(linkTargets);
    return [...targets].map((target) => {
      const box = (target.tagName === 'SECTION' && target.firstElementChild) || target;
      return { id: target.id, page: index, top: box.getBoundingClientRect().top - head };
    });
  });
}

/** Documents and headings; where notes stand after the text, they and their calls may be far from each other. */
const linkTargets = 'section[id], h1[id], h2[id], h3[id], h4[id], h5[id], h6[id], .endnotes .note[id], .far-call[id]';

function pieceOf(
  leaf: Leaf,
  from: number,
  to: number,
  pieces: { line: number; element: HTMLElement }[] | undefined,
): HTMLElement {
  if (leaf.kind === 'table') return tablePiece(leaf, from, to);
  return pieces?.find(({ line }) => line === from)?.element ?? leaf.element;
}

function pageElement(right: boolean, kind: string): HTMLElement {
  const element = document.createElement('div');
  element.className = `page ${right ? 'recto' : 'verso'} ${kind}`;
  const body = document.createElement('div');
  body.className = 'page-body';
  element.append(body);
  return element;
}

/** What repeats on pages and is no part of the text: left out of the reading order. */
function furniture(name: string, text: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  element.setAttribute('aria-hidden', 'true');
  element.textContent = text;
  return element;
}

function sign(name: string, text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = name;
  element.dataset.repeated = '';
  element.textContent = text;
  return element;
}

function noteLine(
  note: MeasuredNote,
  line: number,
  { noteLine }: Geometry,
): { line: number; paragraph: number; place?: TextPlace } {
  const top = note.element.getBoundingClientRect().top + line * noteLine;
  const paragraphs = [...note.element.children] as HTMLElement[];
  const paragraph = Math.max(
    0,
    paragraphs.findLastIndex((p) => p.getBoundingClientRect().top <= top + 1),
  );
  const element = paragraphs[paragraph]!;
  const start = element.getBoundingClientRect().top;
  const within = Math.round((top - start) / noteLine);
  const place = within > 0 ? findLine(element, start, noteLine, within) : undefined;
  return { line, paragraph, ...(place && { place }) };
}

/** Parts a note; gives the pieces after the first, which stays in the note's own element. */
function splitNote(note: HTMLElement, places: readonly { paragraph: number; place?: TextPlace }[]): HTMLElement[] {
  const pieces: HTMLElement[] = [];
  for (const { paragraph, place } of [...places].reverse()) {
    const piece = note.cloneNode(false) as HTMLElement;
    piece.removeAttribute('id');
    piece.classList.add('continued-note');
    const paragraphs = [...note.children] as HTMLElement[];
    const rest = paragraphs.slice(place ? paragraph + 1 : paragraph);
    if (place) piece.append(splitAt(paragraphs[paragraph]!, [place])[1]!);
    piece.append(...rest);
    pieces.unshift(piece);
  }
  return pieces;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
