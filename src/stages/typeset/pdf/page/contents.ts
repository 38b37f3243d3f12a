/** Writes the page numbers into the contents: numbers by id in, filled slots out. The slots have a fixed width. */
import type { ComposeOutput } from '../plan/compose-types.js';
import type { PlacedPage } from './place.js';

export function fillContents(pages: readonly PlacedPage[], folios: Readonly<Record<string, string>>): void {
  for (const { slot, target } of slotsOf(pages)) {
    slot.dataset.repeated = '';
    slot.textContent = folios[target] ?? '';
  }
}

/** What the entries state, as it stands on the pages. */
export function readEntries(pages: readonly PlacedPage[]): ComposeOutput['entries'] {
  return slotsOf(pages).map(({ slot, target, page }) => ({
    page,
    entry: slot.closest('a')?.textContent ?? '',
    target,
    stated: slot.textContent ?? '',
  }));
}

function slotsOf(pages: readonly PlacedPage[]): { slot: HTMLElement; target: string; page: number }[] {
  return pages.flatMap(({ body, index }) =>
    [...body.querySelectorAll<HTMLElement>('.contents-page')].map((slot) => {
      // the entry leads into another part: its address is `scheme:id`
      const target = /[:#](.*)$/.exec(slot.closest('a')?.getAttribute('href') ?? '')?.[1] ?? '';
      return { slot, target, page: index };
    }),
  );
}
