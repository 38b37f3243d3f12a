/**
 * Divides the pages of a long document into prints: page plans in, the end of each print out. What a browser needs for a
 * print grows faster than its pages.
 */
import type { PagePlan } from './types.js';

/** Pages of one print, where nothing goes on over its end. */
const printSize = 100;

/**
 * A print ends where no block and no note goes on: what is parted is parted in one go.
 *
 * @param places line of its block at which each unit begins
 * @returns for each print the page after its last
 */
export function batchEnds(
  plans: readonly PagePlan[],
  places: readonly { line: number }[],
  size: number = printSize,
): number[] {
  const ends: number[] = [];
  let from = 0;
  plans.forEach(({ from: unit, notes }, page) => {
    const fresh = places[unit]?.line === 0 && notes.every((part) => part.from === 0);
    if (page - from < size || !fresh) return;
    ends.push(page);
    from = page;
  });
  return [...ends, plans.length];
}
