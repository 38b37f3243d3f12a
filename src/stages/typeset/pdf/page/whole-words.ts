/**
 * Keeps lines from ending within a word of Han: text in, the same text out with a place for a line end after each word.
 *
 * A browser breaks between any two Han. In running text that is right; in titles and the narrow cells of tables a word
 * that is torn apart is read twice (排字作|坊).
 */
import { closingMark } from '../../../../vocabulary/marks.js';
import { wordJoiner } from '../../html/bind-calls.js';

const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** What no line begins with, and what none ends with. */
const notFirst = new RegExp(`^[${closingMark}，、；：。！？…—·,.;:!?%％)${wordJoiner}\\]]`, 'u');
const notLast = new RegExp(`[（《〈【〔「『“‘(\\[${wordJoiner}]$`, 'u');
/** A number or a few letters stay with the words beside them: 第10号, 2020年, GDP总量. */
const longestTied = 6;
const isShort = (segment: string): boolean =>
  segment !== '' && segment.length <= longestTied && !isHan.test(segment) && /[\p{L}\p{N}]/u.test(segment);
const isHan = /\p{Script=Han}/u;
/** Elements that are one thing, or not of the text. */
const kept = '.bound, .note-call, .ruby, math, code, a';
const keptClass = 'whole-words';

/** @param block of which no word is parted from now on */
export function keepWords(block: HTMLElement): void {
  block.classList.add(keptClass);
  for (const node of textsOf(block)) {
    const pieces = piecesOf(node.data);
    if (pieces.length < 2) continue;
    const parts = pieces.flatMap((piece, i) => (i === 0 ? [piece] : [document.createElement('wbr'), piece]));
    node.replaceWith(...parts);
  }
}

/** Words may be parted again. */
export function releaseWords(block: HTMLElement): void {
  block.classList.remove(keptClass);
}

/** A text cut where a line may end. */
function piecesOf(text: string): string[] {
  if (!isHan.test(text)) return [text];
  const pieces: string[] = [];
  let before = '';
  for (const { segment } of words.segment(text)) {
    const last = pieces.at(-1);
    const stays = notFirst.test(segment) || notLast.test(before) || isShort(segment) || isShort(before);
    if (last === undefined || !stays) pieces.push(segment);
    else pieces[pieces.length - 1] = last + segment;
    before = segment;
  }
  return pieces;
}

function textsOf(block: HTMLElement): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Text
      ? NodeFilter.FILTER_ACCEPT
      : (node as Element).matches(kept)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_SKIP,
  );
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}
