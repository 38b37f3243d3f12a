/** The type of the running text: counts of all pages in, their usual size and font out. */
import { sizeStep, type PageTally } from './page-tally.js';

/** Sizes are counted in steps of a quarter of a point. */
const step = 0.25;
/** Share of a page's signs from which a size may be that of its text. */
const leastShare = 0.25;
/** Pages of fewer signs have no text of their own. */
const fewestSigns = 20;
/** Notes may outweigh the text on half of the pages: the largest size that has this share of the best vote is the text's. */
const leastVotes = 0.5;
/** Sizes of text that nobody could measure, pt. */
const usualSize = 10;
/** What is within this share of the text's size is set in it. */
const sameSize = 0.06;

/** @param pages counts of each page */
export function bodySize(pages: readonly PageTally[]): number {
  const votes = new Map<number, number>();
  for (const page of pages) {
    if (page.level < fewestSigns) continue;
    for (const [size, count] of sizesOf(page))
      if (count > leastShare * page.level) votes.set(size, (votes.get(size) ?? 0) + 1);
  }
  const most = Math.max(0, ...votes.values());
  if (most === 0) return commonest(pages.map(sizesOf)) || usualSize;
  return Math.max(...[...votes].filter(([, count]) => count >= leastVotes * most).map(([size]) => size));
}

/** The font that most signs of a size are in. */
export function bodyFont(pages: readonly PageTally[], size: number): number {
  const votes = new Map<number, number>();
  for (const { fonts } of pages) {
    for (const [font, { sizes }] of fonts) {
      for (const [own, count] of sizes)
        if (Math.abs(own * sizeStep - size) <= sameSize * size) votes.set(font, (votes.get(font) ?? 0) + count);
    }
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Signs of a page by size. */
function sizesOf({ fonts }: PageTally): Map<number, number> {
  const all = new Map<number, number>();
  for (const { sizes } of fonts.values()) {
    for (const [own, count] of sizes) {
      const size = Math.round((own * sizeStep) / step) * step;
      all.set(size, (all.get(size) ?? 0) + count);
    }
  }
  return all;
}

function commonest(pages: readonly Map<number, number>[]): number {
  const sums = new Map<number, number>();
  for (const sizes of pages) for (const [size, count] of sizes) sums.set(size, (sums.get(size) ?? 0) + count);
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
