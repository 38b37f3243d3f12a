/**
 * Find where the pages of the printed source begin, and what numbers they bear.
 *
 * Damage: the page numbers went with the furniture; old citations still name them.
 * Evidence: a folio at the foot of a page says that the next page follows it, one at the head that its own begins; pages
 * between two folios are counted when their number fits.
 * Leaves alone: texts that show the numbers of fewer than half of their pages.
 *
 * @example wrapped
 *   before: （无页码的短文不标页。）
 *   after:  （无页码的短文不标页。）
 */
import type { RootContent } from 'mdast';
import { restoreRule } from '../../diagnostics/index.js';
import { dataOf, isTextBlock, roleOf, type TextBlock } from './blocks.js';

/** A block of text with which a page begins. */
interface PageStart {
  block: TextBlock;
  number?: number;
}

export const numberPages = restoreRule({
  name: 'number-pages',
  touches: 'structure',
  apply(root) {
    const pages = findPages(root.children);
    count(pages);
    const known = pages.filter(({ number }) => number !== undefined);
    if (known.length < 2 || known.length * 2 < pages.length || !rises(known)) return;
    for (const { block, number } of known) anchor(block, String(number));
  },
});

/** The first block of running text of every page but the first, with the number that a folio gives it. */
function findPages(blocks: RootContent[]): PageStart[] {
  const pages: PageStart[] = [];
  let turned = false;
  let number: number | undefined;
  for (const node of blocks) {
    const { folio, line, pageBefore } = dataOf(node);
    if (folio) number = folio.place === 'foot' ? folio.number + 1 : folio.number;
    turned ||= pageBefore === true || line?.pageStart === true || folio !== undefined;
    if (!turned || !isTextBlock(node) || roleOf(node) !== 'body' || node.data?.caption || node.data?.source) continue;
    pages.push({ block: node, ...(number !== undefined && { number }) });
    turned = false;
    number = undefined;
  }
  return pages;
}

/** Counts the pages between two known ones, where as many lie between them as their numbers say. */
function count(pages: PageStart[]): void {
  let last = -1;
  pages.forEach((page, i) => {
    if (page.number === undefined) return;
    const from = pages[last]?.number;
    if (from !== undefined && page.number - from === i - last) {
      for (let j = last + 1; j < i; j++) pages[j]!.number = from + (j - last);
    }
    last = i;
  });
}

function rises(pages: PageStart[]): boolean {
  return pages.every(({ number }, i) => i === 0 || number! > pages[i - 1]!.number!);
}

/** Sets the anchor of a page at the head of the block with which it begins. */
function anchor(block: TextBlock, page: string): void {
  if (block.children[0]?.type === 'pageBreak') return;
  const at = block.position!.start;
  block.children.unshift({ type: 'pageBreak', page, position: { start: at, end: at } });
}
