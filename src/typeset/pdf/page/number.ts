/** Numbers the notes of a page, ①②③ afresh: a placed page in, its marks written. Marks are all one em wide, so no line moves. */
import { circledNumber } from '../plan/circled-number.js';
import type { ComposeInput } from '../plan/compose-types.js';
import type { PlacedPage } from './place.js';

/** Numbers all pages, in order. */
export function numberPages(pages: readonly PlacedPage[], { words, notes: numbering }: ComposeInput): void {
  const calls = new Map<string, Element[]>();
  for (const call of document.querySelectorAll<HTMLElement>('a.note-call')) {
    const key = call.dataset.note!;
    calls.set(key, [...(calls.get(key) ?? []), call]);
  }
  /** Of notes that go on on a later page. */
  const labels = new Map<string, number>();
  let last = 0;
  for (const page of pages) last = numberPage(page, words, calls, labels, numbering === 'page' ? 0 : last);
  if (numbering === 'end') numberEndnotes(pages, calls);
}

/** Endnotes are numbered through their article, in the order in which they stand. */
function numberEndnotes(pages: readonly PlacedPage[], calls: ReadonlyMap<string, Element[]>): void {
  let number = 0;
  for (const { body } of pages) {
    for (const note of body.querySelectorAll<HTMLElement>('.endnotes .note:not(.continued)')) {
      number += 1;
      for (const mark of [...(calls.get(note.dataset.key!) ?? []), note.querySelector('.note-number')]) {
        if (mark) write(mark, number);
      }
    }
  }
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
