/**
 * Lays a long column out piece by piece: what sleeps takes no room and no memory. A column that is not long is laid out
 * as a whole. Where a piece ends depends on the text alone.
 */

/** Characters of one piece. */
const windowSize = 400_000;

/** Blocks that are looked at together, and their place among the blocks of their column. */
export interface Window {
  blocks: HTMLElement[];
  from: number;
}

/** Puts a column to sleep that is too long to be laid out as a whole. */
export function putToSleep(column: HTMLElement): void {
  if (windowEnds(blocksOf(column)).length === 1) return;
  column.dataset.windowed = '';
  for (const block of blocksOf(column)) block.dataset.asleep = '';
}

/** Calls work for one piece after the other; the blocks beside it are awake as well, so that the space between is right. */
export function inWindows(column: HTMLElement, work: (window: Window) => void): void {
  const blocks = blocksOf(column);
  if (column.dataset.windowed === undefined) {
    work({ blocks, from: 0 });
    return;
  }
  let from = 0;
  for (const to of windowEnds(blocks)) {
    const awake = blocks.slice(Math.max(0, from - 1), to + 1);
    for (const block of awake) delete block.dataset.asleep;
    work({ blocks: blocks.slice(from, to), from });
    for (const block of awake) block.dataset.asleep = '';
    from = to;
  }
}

/** Lays out those blocks alone that hold the elements; nothing changes in a column that is laid out as a whole. */
export function wakeOnly(column: HTMLElement, elements: readonly Element[]): void {
  if (column.dataset.windowed === undefined) return;
  for (const block of column.querySelectorAll<HTMLElement>(':scope > :not([data-asleep])')) block.dataset.asleep = '';
  for (const element of elements) {
    let block: Element | null = element;
    while (block && block.parentElement !== column) block = block.parentElement;
    if (block instanceof HTMLElement) delete block.dataset.asleep;
  }
}

function blocksOf(column: HTMLElement): HTMLElement[] {
  return [...column.children] as HTMLElement[];
}

/** A piece begins after a paragraph: what is before its first line can then be measured from that one. */
function windowEnds(blocks: readonly HTMLElement[]): number[] {
  const ends: number[] = [];
  let length = 0;
  blocks.forEach((block, k) => {
    length += block.textContent!.length;
    if (length < windowSize || k === blocks.length - 1 || !block.matches('p, .note')) return;
    ends.push(k + 1);
    length = 0;
  });
  return [...ends, blocks.length];
}
