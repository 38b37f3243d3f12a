/**
 * Figures and tables with their captions and sources: lines of a page in, what stands apart from the running text out.
 *
 * A paragraph goes on below a figure as if it were not there.
 */
import { captionPattern, continuedCaption, sourceLinePattern } from '../../../vocabulary/labels.js';
import type { PageBlock, PagedPage } from '../../../model/paged-text.js';
import { linesByPage, type MeasuredLine } from './measured-line.js';

/** A figure or table with what is said of it. */
export interface Float {
  page: PagedPage;
  block: PageBlock;
  /** Index of the block on its page. */
  index: number;
  /** Lines within it. */
  labels: MeasuredLine[];
  captions: MeasuredLine[][];
  sources: MeasuredLine[][];
}

/** Captions stand this near to their figure, em of the text. */
const captionReach = 3.4;

/** What the numbers of a table are numbers of: 单位：万元. */
const unitLine = /^[（(]?\s*(?:计量)?(?:单位|單位|Unit)\s*[：:]/iu;
/** A further note of a table. */
const furtherNote = /^(?:[（(]\s*\d{1,2}\s*[）)]|\d{1,2}\s*[.．、]|[a-z]\s*[.)）]|[*＊†‡])/u;

/** @returns floats by page, and every line that belongs to one */
export function findFloats(lines: readonly MeasuredLine[], em: number): { floats: Float[]; taken: Set<MeasuredLine> } {
  const floats: Float[] = [];
  const taken = new Set<MeasuredLine>();
  for (const [page, onPage] of linesByPage(lines)) {
    const own = page.blocks.map((block, index): Float => {
      const labels = onPage.filter(({ line }) => line.block === index);
      for (const line of labels) taken.add(line);
      return { page, block, index, labels, captions: [], sources: [] };
    });
    const free = onPage.filter((line) => line.line.area === 'body');
    for (const float of own) giveWords(float, free, taken, em);
    floats.push(...own);
  }
  return { floats, taken };
}

/** Does a block stand before a line of its page: higher in the same columns, or in a column to the left? */
export function isBefore(block: PageBlock, line: { x: number; right: number; y: number }): boolean {
  if (block.right <= line.x) return true;
  if (block.x >= line.right) return false;
  return block.y < line.y;
}

/** Page by page, column by column. */
export function inReadingOrder(floats: readonly Float[]): Float[] {
  const ordered: Float[] = [];
  for (const float of floats) {
    const at = ordered.findIndex((other) => other.page === float.page && !isBefore(other.block, float.block));
    ordered.splice(at < 0 ? ordered.length : at, 0, float);
  }
  return ordered;
}

function giveWords(float: Float, free: readonly MeasuredLine[], taken: Set<MeasuredLine>, em: number): void {
  const { block } = float;
  // what stands beside the block in its row is said of a neighbour
  const beside = float.page.blocks.some((other) => other !== block && other.y < block.bottom && other.bottom > block.y);
  const reach = beside ? 0 : 2 * em;
  const overlapsBlock = ({ line }: MeasuredLine): boolean =>
    line.x < block.right + reach && line.right > block.x - reach;
  const candidates = free.filter((line) => overlapsBlock(line) && !taken.has(line));
  const above = candidates.filter(({ line }) => line.y <= block.y + 0.5 * em).sort((a, b) => b.line.y - a.line.y);
  const below = candidates
    .filter(({ line }) => line.y - 0.6 * line.size >= block.bottom - 0.6 * em)
    .sort((a, b) => a.line.y - b.line.y);
  takeAbove(float, above, taken, em);
  takeBelow(float, below, taken, em);
}

/** From the block upwards to a line that is a caption; small lines between (a unit of measure) go with it. */
function takeAbove(float: Float, above: readonly MeasuredLine[], taken: Set<MeasuredLine>, em: number): void {
  let edge = float.block.y;
  const passed: MeasuredLine[] = [];
  for (const line of above) {
    if (edge - line.line.y > captionReach * em || passed.length > 2) return;
    const text = line.text.trim();
    if (captionPattern.test(text) || (float.block.rows && continuedCaption.test(text))) {
      if (looksLikeText(line)) return;
      const caption = [line];
      for (const part of passed.reverse()) {
        if (goesOn(caption.at(-1)!, part)) caption.push(part);
        else float.captions.push([part]);
      }
      float.captions.unshift(caption);
      for (const part of float.captions.flat()) taken.add(part);
      return;
    }
    if (line.ratio > 0.97 && line.textFace && !line.centred) return;
    passed.push(line);
    edge = line.line.y - line.line.size;
  }
}

/** The second line of a caption is set like the first, in the middle, too; a unit of measure is not. */
function goesOn(line: MeasuredLine, next: MeasuredLine): boolean {
  return (
    line.line.font === next.line.font &&
    Math.abs(line.ratio - next.ratio) <= 0.04 &&
    next.line.y - line.line.y < 2 * next.line.size &&
    !unitLine.test(next.text.trim())
  );
}

/** Downwards: a caption below a figure, then notes and sources in small type. */
function takeBelow(float: Float, below: readonly MeasuredLine[], taken: Set<MeasuredLine>, em: number): void {
  let edge = float.block.bottom;
  let open: MeasuredLine[] | undefined;
  for (const line of below) {
    const text = line.text.trim();
    const step = line.line.y - line.line.size - edge;
    if (step > captionReach * em) return;
    const last = open?.at(-1);
    if (
      captionPattern.test(text) &&
      float.captions.length === 0 &&
      float.sources.length === 0 &&
      !looksLikeText(line)
    ) {
      open = [line];
      float.captions.push(open);
    } else if (
      sourceLinePattern.test(text) ||
      (furtherNote.test(text) && line.ratio < 0.97 && isNext(float, step, em))
    ) {
      open = [line];
      float.sources.push(open);
    } else if (
      open &&
      last &&
      Math.abs(last.line.size - line.line.size) <= 0.06 * em &&
      step < 0.9 * em &&
      (line.ratio < 0.97 || line.centred)
    )
      open.push(line);
    else return;
    taken.add(line);
    edge = line.line.y;
  }
}

/** A note of a table: (1), a), *, after another or right below the table. */
function isNext({ block, sources }: Float, step: number, em: number): boolean {
  return block.kind === 'table' && (sources.length > 0 || step < 0.9 * em);
}

/** 图 1 显示了……: a sentence of the text that begins with the name of a figure. */
function looksLikeText(line: MeasuredLine): boolean {
  return line.textFace && Math.abs(line.ratio - 1) <= 0.04 && !line.centred && line.short < 2;
}
