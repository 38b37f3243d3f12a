/**
 * Pictures cut from the pages of a source: a box on a page in, what the tree calls it by, its scale and its file name out.
 *
 * The address says all that is needed to draw the picture; `PictureCollection` knows it again.
 */

/** Part of a page, pt from its left and upper edge. */
export interface PageCut {
  /** Number of the page in the file, from 1. */
  page: number;
  x: number;
  y: number;
  right: number;
  bottom: number;
}

/** Pixels for one of CSS (1/96 inch): 307 an inch, what a press asks for. */
const printScale = 3.2;
/** No side has more pixels: twice the width of the widest page of a book. */
const longestSide = 2600;
const pixelsPerPoint = 96 / 72;

/** How the tree calls the picture of a part of a page. */
export function cutAddress({ page, x, y, right, bottom }: PageCut): string {
  return `page:${[page, Math.floor(x), Math.floor(y), Math.ceil(right), Math.ceil(bottom)].join(',')}`;
}

/** The part of a page that an address names; nothing where it names something else. */
export function cutOf(address: string): PageCut | undefined {
  if (!/^page:\d+(?:,-?\d+){4}$/.test(address)) return undefined;
  const [page, x, y, right, bottom] = address.slice('page:'.length).split(',').map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return right > x && bottom > y ? { page, x, y, right, bottom } : undefined;
}

/** Pixels of the picture for one of CSS: fit for print at the size that it has on its page. */
export function scaleOf({ x, y, right, bottom }: PageCut): number {
  const longest = Math.max(right - x, bottom - y) * pixelsPerPoint;
  return Math.floor(Math.min(printScale, longestSide / longest) * 100) / 100;
}

/** Size of the picture, px. */
export function pixelsOf(cut: PageCut): { width: number; height: number; perPoint: number } {
  const perPoint = scaleOf(cut) * pixelsPerPoint;
  return {
    width: Math.ceil((cut.right - cut.x) * perPoint),
    height: Math.ceil((cut.bottom - cut.y) * perPoint),
    perPoint,
  };
}

/** Name of its file, without extension: `p12-80@3.2x` is the picture of page 12 that begins 80 pt below the edge. */
export function cutName(cut: PageCut): string {
  return `p${cut.page}-${Math.max(0, cut.y)}-${Math.max(0, cut.x)}@${scaleOf(cut)}x`;
}

/** How many pixels of a file stand for one of CSS, as its name says: `chart@2x.png`. */
export function densityOf(name: string): number {
  const said = /@(\d(?:\.\d{1,2})?)x$/.exec(name)?.[1];
  return said !== undefined && Number(said) >= 1 ? Number(said) : 1;
}
