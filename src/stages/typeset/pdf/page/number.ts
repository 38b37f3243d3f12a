/** Numbers the notes of a page, ①②③ afresh: a placed page in, its marks written. Marks are all one em wide, so no line moves. */
import { circledNumber } from '../plan/circled-number.js';
import type { ComposeInput } from '../plan/compose-types.js';
import type { PlacedPage } from './place.js';

/** Numbers the pages of a document, in order. */
export class PageNumberer {
  /** Of notes that go on on a later page. */
  private readonly labels = new Map<string, number>();
  private last = 0;

  constructor(private readonly input: ComposeInput) {}

  number(pages: readonly PlacedPage[]): void {
    const { words, notes } = this.input;
    const calls = callsIn(pages.map(({ element }) => element));
    for (const page of pages) {
      this.last = numberPage(page, words, calls, this.labels, notes === 'page' ? 0 : this.last);
    }
  }
}

/**
 * Notes after the text are numbered through their article, in the order in which they stand, before there are pages.
 * Calls of theirs are marked: they may stand far away.
 */
export function numberEndnotes(galley: HTMLElement): void {
  const calls = callsIn([galley]);
  galley.querySelectorAll<HTMLElement>('.endnotes .note').forEach((note, k) => {
    for (const call of calls.get(note.dataset.key!) ?? []) {
      write(call, k + 1);
      call.classList.add('far-call');
    }
    const mark = note.querySelector('.note-number');
    if (mark) write(mark, k + 1);
  });
}

function callsIn(elements: readonly HTMLElement[]): Map<string, Element[]> {
  const calls = new Map<string, Element[]>();
  for (const call of elements.flatMap((element) => [...element.querySelectorAll<HTMLElement>('a.note-call')])) {
    const key = call.dataset.note!;
    calls.set(key, [...(calls.get(key) ?? []), call]);
  }
  return calls;
}

function numberPage(
  page: PlacedPage,
  words: ComposeInput['words'],
  calls: ReadonlyMap<string, Element[]>,
  labels: Map<string, number>,
  before: number,
): number {
  let number = before;
  const numbers = new Map<string, number>();
  for (const placed of [...page.notes]) {
    const { note, element, from } = placed;
    if (from > 0) {
      const sign = element.previousElementSibling;
      const label = labels.get(note.key);
      if (sign)
        sign.textContent = words.noteContinued.replace(
          '{number}',
          label === undefined ? '' : (circledNumber(label) ?? String(label)),
        );
      continue;
    }
    if (element.matches('.foot-note, .title-note')) continue;
    const original = element.dataset.repeats ?? note.key;
    const known = numbers.get(original);
    const label = known ?? ++number;
    numbers.set(original, label);
    labels.set(note.key, label);
    for (const call of calls.get(note.key) ?? []) {
      write(call, label);
      if (known !== undefined) call.setAttribute('href', `#${original}`);
    }
    if (known !== undefined) {
      // the same note already stands on this page: one copy serves both calls
      element.remove();
      page.notes.splice(page.notes.indexOf(placed), 1);
      continue;
    }
    const mark = element.querySelector('.note-number');
    if (mark) write(mark, label);
  }
  return number;
}

function write(element: Element, number: number): void {
  const character = circledNumber(number);
  if (character) {
    element.textContent = character;
    return;
  }
  const circle = document.createElement('span');
  circle.className = number > 99 ? 'circled wide' : 'circled';
  const digits = document.createElement('span');
  digits.textContent = String(number);
  circle.append(digits);
  element.replaceChildren(circle);
}
