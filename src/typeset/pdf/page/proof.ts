/** Looks at the finished pages: what stands where, and everything that does not stand as planned. */
import type { ComposeOutput, PageFault } from '../plan/compose-types.js';
import type { PlacedPage } from './place.js';

/** Rounding of lengths over a page, px. */
const tolerance = 0.75;

export function provePages(
  pages: readonly PlacedPage[],
  places: ComposeOutput['places'],
): Omit<ComposeOutput, 'paper' | 'times'> {
  const faults = pages.flatMap((page) => [...boxFaults(page), ...noteFaults(page)]);
  faults.push(...contentsFaults(places, pages));
  const flows: Record<string, string> = {};
  const notes: ComposeOutput['notes'] = {};
  for (const page of pages) {
    flows[page.document.id] = (flows[page.document.id] ?? '') + textOf(page.body);
    for (const { note, element, from } of page.notes) {
      const entry = (notes[note.key] ??= { text: '', times: 0 });
      entry.text += textOf(element);
      entry.times += from === 0 ? 1 : 0;
    }
    for (const element of page.body.querySelectorAll<HTMLElement>(endnote)) {
      const entry = (notes[element.dataset.key!] ??= { text: '', times: 0 });
      entry.text += textOf(element);
      entry.times += element.classList.contains('continued') ? 0 : 1;
    }
  }
  return {
    pages: [...document.querySelectorAll<HTMLElement>('.book > .page')].map((element, index) => {
      const page = pages.find((candidate) => candidate.element === element);
      return {
        document: page?.document.id ?? '',
        folio: page?.folio ?? '',
        blank: page?.blank ?? 0,
        characters: page ? textOf(page.body).replace(/\s+/g, '').length : 0,
        index,
      };
    }),
    places,
    flows,
    notes,
    faults,
    pictures: pages.flatMap(picturesOf),
  };
}

function picturesOf({ element, index }: PlacedPage): ComposeOutput['pictures'] {
  return [...element.querySelectorAll('img')].flatMap((image) => {
    const box = image.getBoundingClientRect();
    if (image.naturalWidth === 0 || box.width === 0 || image.src.startsWith('data:image/svg')) return [];
    // a picture that covers its box is cut on two sides
    const scale = Math.max(box.width / image.naturalWidth, box.height / image.naturalHeight);
    return [{ page: index + 1, what: image.alt, resolution: 96 / scale }];
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

function boxFaults({ element, body, index, pieces, plan, notes, document }: PlacedPage): PageFault[] {
  const faults: PageFault[] = [];
  const page = index + 1;
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
    const beyond = Math.max(box.right - area.right, piece.scrollWidth - piece.clientWidth - 1, box.bottom - bottom);
    if (beyond > tolerance && !plan.oversize) faults.push({ kind: 'overflow', page, what, by: round(beyond) });
    const found = round(box.top - area.top);
    if (Math.abs(found - top) > tolerance && document.kind === 'article') {
      faults.push({ kind: 'misplaced', page, what, planned: round(top), found });
    }
  }
  if (notesArea && notesArea.top < area.top - tolerance && !plan.oversize) {
    faults.push({ kind: 'overflow', page, what: start(notes[0]!.element), by: round(area.top - notesArea.top) });
  }
  return faults;
}

function noteFaults({ element, index, notes }: PlacedPage): PageFault[] {
  const faults: PageFault[] = [];
  const here = new Set(notes.filter(({ from }) => from === 0).map(({ element }) => element.id));
  for (const call of element.querySelectorAll<HTMLAnchorElement>('a.note-call')) {
    const id = call.getAttribute('href')!.slice(1);
    if (document.getElementById(id)?.matches(endnote)) continue;
    const documentId = call.closest('section')?.id ?? '';
    if (!here.has(id)) faults.push({ kind: 'away', page: index + 1, document: documentId, note: id });
  }
  return faults;
}

function contentsFaults(places: ComposeOutput['places'], pages: readonly PlacedPage[]): PageFault[] {
  const folioAt = new Map(pages.map(({ index, folio }) => [index, folio]));
  return pages.flatMap(({ element, index }) =>
    [...element.querySelectorAll('.contents-page')].flatMap((slot): PageFault[] => {
      const target = slot.closest('a')?.getAttribute('href')?.slice(1);
      const found = folioAt.get(places.find(({ id }) => id === target)?.page ?? -1) ?? '';
      const stated = slot.textContent ?? '';
      if (stated === found && found !== '') return [];
      return [{ kind: 'contents', page: index + 1, entry: slot.closest('a')?.textContent ?? '', stated, found }];
    }),
  );
}

function start(element: HTMLElement): string {
  return (element.textContent ?? '').trim().slice(0, 24) || element.tagName.toLowerCase();
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
