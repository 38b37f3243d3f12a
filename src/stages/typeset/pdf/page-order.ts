/**
 * Where the parts of an edition begin: page counts in, sides, folios and blank pages out. Numbers only.
 *
 * Pages are counted so that odd ones are right pages: front matter from 1 and without folios, then afresh from the first
 * folio; what follows the last article goes on from there, again without folios.
 */
import type { PartStart } from './plan/compose-types.js';

interface Ordered {
  /** Front and back matter: no folio. */
  plain: boolean;
}

/** Front matter is everything before the first part with folios, back matter everything after the last. */
export function divide<Part extends Ordered>(parts: readonly Part[]): Record<'front' | 'main' | 'back', Part[]> {
  const first = parts.findIndex(({ plain }) => !plain);
  if (first < 0) return { front: [...parts], main: [], back: [] };
  const end = parts.findLastIndex(({ plain }) => !plain) + 1;
  return { front: parts.slice(0, first), main: parts.slice(first, end), back: parts.slice(end) };
}

export interface PartPlace extends PartStart {
  folio: number;
  /** Blank pages before the part. */
  blank: number;
}

/**
 * Where each part of a sequence begins.
 *
 * @param parts those before the last one with their pages
 * @param first number of the page after everything before the sequence
 * @param opening whether a part with folios waits for the next right page; the first never does
 * @returns the place of the part after those
 */
export function placeAfter(
  parts: readonly (Ordered & { pages: number })[],
  next: Ordered,
  first: number,
  opening: 'page' | 'recto',
): PartPlace {
  let number = first;
  const place = ({ plain }: Ordered, k: number): PartPlace => {
    const blank = opening === 'recto' && !plain && k > 0 && number % 2 === 0 ? 1 : 0;
    number += blank;
    return { right: number % 2 === 1, folio: number, blank };
  };
  parts.forEach((part, k) => {
    place(part, k);
    number += part.pages;
  });
  return place(next, parts.length);
}

/** Blank pages between front matter and the first folio: the side of a page is that of its number. */
export function blanksAfterFront(frontPages: number, firstFolio: number): number {
  return frontPages > 0 && (frontPages + 1 - firstFolio) % 2 !== 0 ? 1 : 0;
}

/** Blank pages that bring a number of pages to a multiple. */
export function padding(pages: number, multiple: number): number {
  return (multiple - (pages % multiple)) % multiple;
}
