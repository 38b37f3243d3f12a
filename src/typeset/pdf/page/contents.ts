/** Writes the page numbers into the contents: where everything stands in, filled slots out. The slots have a fixed width. */
import type { PlacedPage } from './place.js';

export function fillContents(places: readonly { id: string; page: number }[], pages: readonly PlacedPage[]): void {
  const folios = new Map(places.map(({ id, page }) => [id, pages.find(({ index }) => index === page)?.folio ?? '']));
  for (const slot of document.querySelectorAll<HTMLElement>('.contents-page')) {
    const target = slot.closest('a')?.getAttribute('href')?.slice(1) ?? '';
    slot.dataset.repeated = '';
    slot.textContent = folios.get(target) ?? '';
  }
}
