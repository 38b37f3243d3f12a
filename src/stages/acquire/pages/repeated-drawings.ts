/** Drawings that many pages have at one place: signs of the journal, ornaments, water marks. They are no figures. */
import type { Box } from '../pdf/matrix.js';
import type { LaidOutPage } from './page-layout.js';

/** On so many pages a drawing of one place and size belongs to the sheet. */
const fewestPages = 3;
const leastShare = 0.15;
/** Boxes are alike that differ by less, pt. */
const step = 2;

/** @returns what gives a page without them; rules stay, since they part notes and tables */
export function repeatedDrawings(pages: readonly LaidOutPage[]): { without(page: LaidOutPage): LaidOutPage } {
  const seen = new Map<string, number>();
  for (const page of pages) {
    const own = new Set([...page.pictures, ...page.strokes.filter(({ kind }) => kind === 'shape')].map(keyOf));
    for (const key of own) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const least = Math.max(fewestPages, leastShare * pages.length);
  const isOften = (box: Box): boolean => (seen.get(keyOf(box)) ?? 0) >= least;
  return {
    without: (page) => ({
      ...page,
      pictures: page.pictures.filter((box) => !isOften(box)),
      strokes: page.strokes.filter((stroke) => stroke.kind !== 'shape' || !isOften(stroke)),
    }),
  };
}

const keyOf = ({ x, y, right, bottom }: Box): string =>
  [x, y, right, bottom].map((place) => Math.round(place / step)).join(',');
