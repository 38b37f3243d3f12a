/** Finds where a line of a block begins in its text, and parts the block there. */
import { endsTrimmed, trimEnd } from './line-ends.js';

/** A place in the text of a block. */
export interface TextPlace {
  node: Text;
  offset: number;
  /** Whether the line before ends with a mark of half its width. */
  trimmed: boolean;
}

/**
 * The first character of a line. Reads the layout, so everything must still stand as it was measured.
 *
 * @param top of the block's first line, px
 * @param line from 1: where line 0 begins needs no looking for
 */
export function findLine(block: HTMLElement, top: number, lineHeight: number, line: number): TextPlace | undefined {
  const edge = top + line * lineHeight;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  /** Whether a character stands on the line or after it; undefined for one without a place (collapsed white space). */
  const isBelow = (node: Text, offset: number): boolean | undefined => {
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    const rects = range.getClientRects();
    const rect = rects[rects.length - 1];
    return rect && (rect.top + rect.bottom) / 2 >= edge;
  };
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.length === 0) continue;
    range.selectNodeContents(node);
    const rects = range.getClientRects();
    let last = -Infinity;
    for (const rect of rects) last = Math.max(last, (rect.top + rect.bottom) / 2);
    if (last < edge) continue;
    let low = 0;
    let high = node.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      let probe = middle;
      let below = isBelow(node, probe);
      while (below === undefined && probe < high) below = isBelow(node, ++probe);
      if (below ?? true) high = middle;
      else low = probe + 1;
    }
    // never between the halves of a character beyond the basic plane
    if (low > 0 && /[\udc00-\udfff]/.test(node.data[low]!)) low -= 1;
    return { node, offset: low, trimmed: endsTrimmed(block, node, low) };
  }
  return undefined;
}

/**
 * Parts a block at places found before, in ascending order.
 *
 * @returns the pieces; the first is the block itself
 */
export function splitAt(block: HTMLElement, places: readonly TextPlace[]): HTMLElement[] {
  const pieces: HTMLElement[] = [];
  for (const { node, offset, trimmed } of [...places].reverse()) {
    const range = document.createRange();
    range.setStart(node, offset);
    range.setEndAfter(block.lastChild!);
    const piece = block.cloneNode(false) as HTMLElement;
    piece.removeAttribute('id');
    piece.classList.add('continued');
    const before = precedingBreak(node, offset, block);
    piece.append(range.extractContents());
    for (const element of piece.querySelectorAll('[id]')) {
      if (element.textContent !== '' && block.querySelector(`[id="${element.id}"]`)) element.removeAttribute('id');
    }
    if (trimmed) trimEnd(block);
    if (/\u00ad\s*$/.test(block.textContent ?? '')) block.append(hyphen());
    if (!before) block.classList.add('to-be-continued');
    pieces.unshift(piece);
  }
  // a piece between two splits goes on as well
  pieces.slice(0, -1).forEach((piece) => piece.classList.add('to-be-continued'));
  return [block, ...pieces];
}

/** A soft hyphen shows at the end of a line, not at the end of a block. */
function hyphen(): HTMLElement {
  const element = document.createElement('span');
  element.dataset.repeated = '';
  element.textContent = '-';
  return element;
}

/** Whether the line before ends because the text says so (`br`, a line end in `pre`), not because it is full. */
function precedingBreak(node: Text, offset: number, block: HTMLElement): boolean {
  if (offset > 0) return node.data[offset - 1] === '\n' && /^pre/.test(getComputedStyle(block).whiteSpace);
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  walker.currentNode = node;
  for (let before = walker.previousNode(); before; before = walker.previousNode()) {
    if (before instanceof HTMLBRElement) return true;
    if (before instanceof Text && before.data.trim() !== '') return false;
  }
  return false;
}
