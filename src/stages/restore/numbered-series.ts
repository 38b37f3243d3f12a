/**
 * Headings and paragraphs in, the paragraphs that fill a gap in the numbers of the headings out: an OCR has taken 1材料与方法
 * for text, between 0引言 and 1.1样品, which it took for headings.
 */
import type { RootContent } from 'mdast';
import { isTextBlock, roleOf, textOf } from './blocks.js';

const longest = 40;
/** Fewest headings with numbers that show how a text numbers its parts. */
const fewestHeadings = 3;
/** 3, 2.1, 1.5.4 before words, with a gap or without. Group 1: the number. */
export const numberOfHeading =
  /^(\d{1,2}(?:[.．]\d{1,2}){0,3})(?![\d.．、])[\s　]*(?=[\p{L}“《])(?![\s　]*[年月日世个%])/u;

interface Place {
  at: number;
  path: number[];
  isHeading: boolean;
}

export function gapsInNumbers(blocks: readonly RootContent[]): Set<number> {
  const places = blocks.flatMap((node, at): Place[] => {
    if (!isTextBlock(node) || roleOf(node) !== 'body' || node.data?.caption) return [];
    const text = textOf(node).trim();
    const number = numberOfHeading.exec(text)?.[1];
    const isHeading = node.type === 'heading';
    if (number === undefined || (!isHeading && (text.length > longest || /[，。；：！？,;:]|[.．]$/u.test(text))))
      return [];
    return [{ at, path: number.split(/[.．]/u).map(Number), isHeading }];
  });
  if (places.filter(({ isHeading }) => isHeading).length < fewestHeadings) return new Set();
  const fills = places.filter(({ isHeading, path }, i) => {
    const [before, after] = [places[i - 1], places[i + 1]];
    const begins = before ? follows(before.path, path) : path.length === 1 && path[0]! <= 1;
    return !isHeading && begins && (!after || follows(path, after.path));
  });
  return new Set(fills.map(({ at }) => at));
}

/** Does a number follow upon another: 2 and 2.1, 2.1 and 2.2, 2.1.3 and 2.2, 2.4 and 3? */
function follows(before: readonly number[], path: readonly number[]): boolean {
  if (path.length === before.length + 1) return path.at(-1) === 1 && before.every((part, i) => part === path[i]);
  if (path.length > before.length) return false;
  const shared = path.length - 1;
  return path.slice(0, shared).every((part, i) => part === before[i]) && path[shared] === before[shared]! + 1;
}
