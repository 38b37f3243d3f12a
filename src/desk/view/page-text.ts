/** The words of a printed page and where they stand: a page of pdf.js in, words without blanks and boxes out. */
import type { PDFPageProxy } from './pdf-library.js';

/** A box on a page, pt from its left and upper edge. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PageText {
  /** All words, white space left out. */
  words: string;
  items: { start: number; end: number; box: Box }[];
}

export async function readPageText(page: PDFPageProxy): Promise<PageText> {
  const { items } = await page.getTextContent();
  const [, , , height = 0] = page.view as [number, number, number, number];
  const text: PageText = { words: '', items: [] };
  for (const item of items) {
    if (!('str' in item)) continue;
    const words = bare(item.str);
    if (words === '') continue;
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    const size = Math.hypot(c, d) || item.height;
    const start = text.words.length;
    text.words += words;
    text.items.push({
      start,
      end: text.words.length,
      box: { x, y: height - y - size * 0.88, width: item.width, height: size * 1.12 },
    });
  }
  return text;
}

/** Words as they are compared: two programs put blanks and widths in different places. */
export const bare = (words: string): string => words.normalize('NFKC').replace(/[\s\u200b\u00ad]+/gu, '');

/** Signs of a passage that are enough to find it by. */
const enough = 14;

/** Where a passage begins on a page; -1 where it does not. */
export function placeIn({ words }: PageText, passage: string): number {
  const wanted = bare(passage);
  for (let n = Math.min(enough, wanted.length); n >= Math.min(5, wanted.length); n -= 3) {
    const at = words.indexOf(wanted.slice(0, n));
    if (at >= 0) return at;
  }
  return -1;
}

/** Boxes of the words between two places of a page, those of one line as one. */
export function boxesOf({ items }: PageText, start: number, end: number): Box[] {
  const boxes: Box[] = [];
  for (const item of items) {
    if (item.end <= start || item.start >= end) continue;
    const length = item.end - item.start;
    const from = Math.max(0, start - item.start) / length;
    const to = Math.min(length, end - item.start) / length;
    const box = { ...item.box, x: item.box.x + item.box.width * from, width: item.box.width * (to - from) };
    const last = boxes.at(-1);
    if (
      last &&
      Math.abs(last.y - box.y) < box.height * 0.5 &&
      box.x >= last.x - 1 &&
      box.x - last.x - last.width < box.height
    )
      last.width = Math.max(last.width, box.x + box.width - last.x);
    else boxes.push(box);
  }
  return boxes;
}
