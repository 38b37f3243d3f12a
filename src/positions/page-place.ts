/** Where an offset of a paged text stands on paper: the text's pages and an offset in, page, line and measures out. */
import { firstAt } from './first-at.js';
import type { PagedLine, PagedText } from '../model/paged-text.js';

/** A place on a page of the source. */
export interface PagePlace {
  /** Number of the page in the file, from 1. */
  page: number;
  /** The number printed on it. */
  folio?: string;
  /** Which line of the page in reading order, from 1, heads and folios not counted; absent for those. */
  line?: number;
  /** Left end and baseline of the line, pt from the left and upper edge. */
  x?: number;
  y?: number;
}

/** Is a line no part of the text? */
const isFurniture = ({ area }: PagedLine): boolean => area === 'furniture' || area === 'stamp';

export function pagePlaceAt({ pages }: Pick<PagedText, 'pages'>, offset: number): PagePlace | undefined {
  const page = pages[Math.max(0, firstAt(pages, ({ start }) => start > offset) - 1)];
  if (!page) return undefined;
  const { number, folio, lines } = page;
  const place: PagePlace = { page: number, ...(folio !== undefined && { folio }) };
  const at = firstAt(lines, ({ end }) => end > offset);
  const line = lines[at];
  // what stands at the head of a page without lines concerns the whole page
  if (!line) return place;
  const before = lines.slice(0, at).filter((other) => !isFurniture(other)).length;
  return {
    ...place,
    ...(!isFurniture(line) && { line: before + 1 }),
    x: rounded(line.runs.find((run) => run.end > offset)?.x ?? line.x),
    y: rounded(line.y),
  };
}

/** To a tenth of a point. */
const rounded = (measure: number): number => Math.round(measure * 10) / 10;
