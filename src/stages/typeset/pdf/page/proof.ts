/** Looks at the finished pages: what stands where, and everything that does not stand as planned. */
import type { ComposeOutput, PageFault } from '../plan/compose-types.js';
import { isBroken } from './fit-tables.js';
import { reachBeyond } from './line-ends.js';
import type { PlacedPage } from './place.js';

/** Rounding of lengths over a page, px. */
const tolerance = 0.75;

/** @param onGrid whether every block is to stand where it was planned: front matter may be moved by its styles */
export function provePages(
  pages: readonly PlacedPage[],
  onGrid: boolean,
): Pick<ComposeOutput, 'pages' | 'flow' | 'notes' | 'faults' | 'pictures'> {
  const texts = pages.map(({ body }) => textOf(body));
  const notes: ComposeOutput['notes'] = {};
  const add = (key: string, element: HTMLElement, begins: boolean): void => {
    const entry = (notes[key] ??= { text: '', times: 0 });
    entry.text += textOf(element);
    entry.times += begins ? 1 : 0;
  };
  for (const page of pages) {
    for (const { note, element, from } of page.notes) add(note.key, element, from === 0);
    for (const element of page.body.querySelectorAll<HTMLElement>(endnote))
      add(element.dataset.key!, element, !element.classList.contains('continued'));
  }
  return {
    pages: pages.map(({ folio, blank }, p) => ({ folio, blank, characters: texts[p]!.replace(/\s+/g, '').length })),
    flow: texts.join(''),
    notes,
    faults: pages.flatMap((page) => [...boxFaults(page, onGrid), ...noteFaults(page), ...tableFaults(page)]),
    pictures: pages.flatMap(picturesOf),
  };
}

function picturesOf({ element, index }: PlacedPage): ComposeOutput['pictures'] {
  return [...element.querySelectorAll('img')].flatMap((image) => {
    const box = image.getBoundingClientRect();
    if (image.naturalWidth === 0 || box.width === 0 || image.src.startsWith('data:image/svg')) return [];
    // a picture that covers its box is cut on two sides
    const scale = Math.max(box.width / image.naturalWidth, box.height / image.naturalHeight);
    return [{ page: index, what: image.alt, resolution: 96 / scale }];
  });
}

/** A note set after the text is no part of it. */
const endnote = '.endnotes .note';

/** Text without marks, numbers and what repeats. */
function textOf(element: HTMLElement): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof HTMLElement &&
    (node.matches('.note-call, .note-number') ||
      (node !== element && node.matches(endnote)) ||
      node.dataset.repeated !== undefined)
      ? NodeFilter.FILTER_REJECT
      : node instanceof Text
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_SKIP,
  );
  let text = '';
  while (walker.nextNode()) text += (walker.currentNode as Text).data;
  // joiners and soft hyphens are layout
  return text.replace(/[\u2060\u00ad]/g, '');
}

function boxFaults({ element, body, index: page, pieces, plan, notes }: PlacedPage, onGrid: boolean): PageFault[] {
  const faults: PageFault[] = [];
  if (plan.oversize) faults.push({ kind: 'oversize', page, what: start(pieces[0]?.element ?? body) });
  const area = body.getBoundingClientRect();
  const notesArea = element.querySelector('.page-notes')?.getBoundingClientRect();
  const bottom = notesArea?.top ?? area.bottom;
  for (const { element: piece, top, height } of pieces) {
    const box = piece.getBoundingClientRect();
    const what = start(piece);
    if (Math.abs(box.height - height) > tolerance) {
      faults.push({ kind: 'unstable', page, what, planned: height, found: round(box.height) });
    }
    const beyond = Math.max(box.right - area.right, reachBeyond(piece), box.bottom - bottom);
    if (beyond > tolerance && !plan.oversize) faults.push({ kind: 'overflow', page, what, by: round(beyond) });
    const found = round(box.top - area.top);
    if (Math.abs(found - top) > tolerance && onGrid) {
      faults.push({ kind: 'misplaced', page, what, planned: round(top), found });
    }
  }
  if (notesArea && notesArea.top < area.top - tolerance && !plan.oversize) {
    faults.push({ kind: 'overflow', page, what: start(notes[0]!.element), by: round(area.top - notesArea.top) });
  }
  return faults;
}

/** Tables whose numbers are broken, because they have more columns than their page can hold. */
function tableFaults({ pieces, index }: PlacedPage): PageFault[] {
  return pieces
    .filter(({ element }) => isBroken(element))
    .map(({ element }) => ({ kind: 'broken-numbers', page: index, what: start(element) }));
}

function noteFaults({ element, index, notes }: PlacedPage): PageFault[] {
  const faults: PageFault[] = [];
  const here = new Set(notes.filter(({ from }) => from === 0).map(({ element }) => element.id));
  for (const call of element.querySelectorAll<HTMLAnchorElement>('a.note-call')) {
    const id = call.getAttribute('href')!.slice(1);
    if (call.classList.contains('far-call')) continue;
    if (!here.has(id)) faults.push({ kind: 'away', page: index, note: id });
  }
  return faults;
}

function start(element: HTMLElement): string {
  return (element.textContent ?? '').trim().slice(0, 24) || element.tagName.toLowerCase();
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
