/** Keeps links to what is printed elsewhere: placed pages in, addresses that survive the print out. */
import { crossScheme } from '../plan/compose-types.js';
import type { PlacedPage } from './place.js';

/** A browser drops links into a document that it does not see. */
export function reachOut(pages: readonly PlacedPage[]): void {
  for (const { element } of pages) {
    for (const link of element.querySelectorAll('a[href^="#"]')) {
      const id = link.getAttribute('href')!.slice(1);
      if (!document.getElementById(id)) link.setAttribute('href', crossScheme + id);
    }
  }
}
