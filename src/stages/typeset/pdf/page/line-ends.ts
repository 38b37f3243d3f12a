/**
 * What is blank at a line's end: the right half of closing marks, and the gap between Han and Latin. A browser takes it
 * off where a line has no room for more.
 *
 * Of marks it does so only where the text goes on below: the last line of a block is broken before such a mark. And
 * sometimes it breaks the line as if it had taken the blank off, and leaves it: it reaches out of the block then, though
 * nothing is printed there (seen in 1 of 50 articles made at random, Chromium 149).
 */
import { closingMark } from '../../../../vocabulary/marks.js';

/** clreq §3.1.6: closing marks, pauses and stops take half a square at a line's end. */
const blankBehind = `${closingMark}，、；：。！？`;
const marksAtEnd = new RegExp(`[${blankBehind}]+$`, 'u');
const tolerance = 0.5;

/** How far what is printed reaches out of a block on its right, px; 0 or less where it does not. */
export function reachBeyond(block: HTMLElement): number {
  const beyond = block.scrollWidth - block.clientWidth - 1;
  if (beyond <= 0 || beyond > parseFloat(getComputedStyle(block).fontSize) / 2) return beyond;
  const { right } = block.getBoundingClientRect();
  const range = document.createRange();
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const size = parseFloat(getComputedStyle(node.parentElement!).fontSize);
    for (let offset = 0; offset < node.length; offset++) {
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const printed = blankBehind.includes(node.data[offset]!) ? size / 2 : size;
      const isOut = ({ left, width }: DOMRect): boolean => left + Math.min(width, printed) > right + tolerance;
      if ([...range.getClientRects()].some(isOut)) return beyond;
    }
  }
  return 0;
}

/** Whether the line that ends before a place ends with a mark that has half its width, or reaches out of its block. */
export function endsTrimmed(block: HTMLElement, node: Text, offset: number): boolean {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  walker.currentNode = node;
  const text = offset > 0 ? node : (walker.previousNode() as Text | null);
  const last = (offset > 0 ? offset : (text?.length ?? 0)) - 1;
  if (!text || last < 0 || !blankBehind.includes(text.data[last]!)) return false;
  const range = document.createRange();
  range.setStart(text, last);
  range.setEnd(text, last + 1);
  const { width, right } = range.getBoundingClientRect();
  const size = parseFloat(getComputedStyle(text.parentElement!).fontSize);
  return width < size * 0.75 || right > block.getBoundingClientRect().right + tolerance;
}

/** Sets the marks at the end of a block half as wide: that is how they stood when more text followed. */
export function trimEnd(block: HTMLElement): void {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let last: Text | undefined;
  while (walker.nextNode()) if ((walker.currentNode as Text).length > 0) last = walker.currentNode as Text;
  const marks = last && marksAtEnd.exec(last.data)?.[0];
  if (!last || !marks) return;
  const end = last.splitText(last.length - marks.length);
  const half = document.createElement('span');
  half.className = 'half';
  end.replaceWith(half);
  half.append(end);
}
