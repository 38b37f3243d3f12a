/**
 * Where the pages of a text may end: what the rules for furniture ask before a line may go.
 *
 * In: the blocks, and of each its text without white space or undefined where it is no line of the text. A line that
 * belongs to the page and not to the text comes back a page later, and cuts a sentence wherever a page ends in one, or
 * stands below the notes of a page.
 */
import type { RootContent } from 'mdast';
import { headingNumeralOf } from '../../vocabulary/headings.js';
import { noteLead } from '../../vocabulary/note-markers.js';
import { dataOf, isComplete, isTextBlock, textOf } from './blocks.js';

/** Characters that the smallest page of a book holds: lines that come back sooner belong to the text. */
const shortestPage = 250;
/** A chain of page numbers may lack as many. */
const mostMissing = 4;
/** A line below this length says nothing about whether a sentence goes on, characters. */
const shortestText = 9;
/** Blocks above a line among which the text that it may cut is looked for. */
const reach = 3;
/** As many numbers tell how the pages are counted. */
const shortestChain = 3;
/** A number so far from the margin stands in the middle of its line, em. */
const farIn = 8;
/** A running head has two parts at most. */
const shortestPassage = 3;
/** Of the numbers of a chain, the share that cuts a sentence or stands at a page's edge. */
const leastCut = 0.2;

export interface Pages {
  /** Is there a page of text between most of these lines? */
  pageApart(places: readonly number[]): boolean;
  /** Share of these lines that cut a sentence or stand where a page begins. */
  cutShare(places: readonly number[]): number;
  /** Is a line one of several that came again together, as on a page that was read twice? */
  inRepeatedPassage(at: number): boolean;
  /** Those among lines with a number that are page numbers. */
  folios(places: readonly number[]): number[];
}

export function readPages(blocks: readonly RootContent[], lines: readonly (string | undefined)[]): Pages {
  const starts: number[] = [];
  let length = 0;
  for (const text of lines) {
    starts.push(length);
    length += text?.length ?? 0;
  }
  const gap = (from: number, to: number): number => Math.abs(starts[to]! - starts[from]!);
  const belowNotes = (at: number): boolean => blocks.slice(Math.max(0, at - reach), at).some(opensNote);
  const atEdge = (at: number): boolean =>
    opensPage(blocks[at]) || opensPage(blocks[at + 1]) || belowNotes(at) || indentOf(blocks[at]) >= farIn;
  const cuts = (at: number): boolean => atEdge(at) || cutsSentence(lines, at);
  const pageApart = (places: readonly number[]): boolean => {
    const gaps = places.slice(1).map((at, i) => gap(places[i]!, at));
    return gaps.length > 0 && gaps.toSorted((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)]! >= shortestPage;
  };
  const cutShare = (places: readonly number[]): number => places.filter(cuts).length / (places.length || 1);
  const valueAt = (at: number): number => Number(/\d+/u.exec(lines[at] ?? '')?.[0] ?? NaN);
  const standsAlone = (at: number, places: readonly number[]): boolean =>
    places.every((other) => other === at || gap(at, other) >= shortestPage / 2);
  /** The chain of numbers that counts most pages; those at a page's edge count twice. */
  const longestChain = (places: readonly number[]): number[] => {
    const worth: number[] = [];
    const before: number[] = [];
    places.forEach((at, i) => {
      worth[i] = atEdge(at) ? 2 : 1;
      before[i] = -1;
      const own = worth[i];
      for (let k = 0; k < i; k++) {
        const step = valueAt(at) - valueAt(places[k]!);
        if (!(step >= 1 && step <= mostMissing) || gap(places[k]!, at) < step * shortestPage * 0.6) continue;
        if (worth[k]! + own > worth[i]!) [worth[i], before[i]] = [worth[k]! + own, k];
      }
    });
    const chain: number[] = [];
    for (let i = worth.indexOf(Math.max(...worth)); i >= 0; i = before[i]!) chain.unshift(places[i]!);
    return chain;
  };
  const again = repeatedPassages(lines);
  return {
    pageApart,
    cutShare,
    inRepeatedPassage: (at) => again.has(at),
    folios(places) {
      const chain = longestChain(places);
      if (chain.length >= shortestChain && cutShare(chain) >= leastCut) {
        // where pages are counted, another number is that of a page where it goes on counting, or far from these
        const next = (at: number): boolean => {
          const [first, last] = [chain[0]!, chain.at(-1)!];
          const step = at > last ? valueAt(at) - valueAt(last) : valueAt(first) - valueAt(at);
          const proved = cuts(at) || at === lines.length - 1 || (step === 1 && at > last && parted(blocks[at]));
          return (at > last || at < first) && step >= 1 && step <= mostMissing && proved;
        };
        const lone = places.filter(
          (at) => next(at) || (cuts(at) && chain.every((one) => gap(at, one) >= shortestPage / 2)),
        );
        return [...new Set([...chain, ...lone])];
      }
      return places.filter((at) => cuts(at) && (atEdge(at) || standsAlone(at, places)));
    },
  };
}

/** Lines that come again in the same company: three and more of them in a row. */
function repeatedPassages(lines: readonly (string | undefined)[]): Set<number> {
  const places = new Map<string, number>();
  const found = new Set<number>();
  const key = (at: number): string | undefined => {
    const passage = lines.slice(at, at + shortestPassage);
    return passage.length < shortestPassage || passage.includes(undefined) ? undefined : passage.join('\n');
  };
  lines.forEach((_, at) => {
    const passage = key(at);
    const before = passage === undefined ? undefined : places.get(passage);
    if (passage !== undefined && before === undefined) places.set(passage, at);
    if (before === undefined) return;
    for (let i = 0; i < shortestPassage; i++) found.add(before + i).add(at + i);
  });
  return found;
}

function opensNote(node: RootContent): boolean {
  if (!isTextBlock(node)) return false;
  const [first] = node.children;
  return noteLead.test(textOf(node)) || (first?.type === 'text' && first.data?.raised === true);
}

function indentOf(node: RootContent | undefined): number {
  return node === undefined ? 0 : (dataOf(node).line?.indent ?? 0);
}

/** Does an empty line part a line from what stands above it? */
function parted(node: RootContent | undefined): boolean {
  return node !== undefined && (dataOf(node).line?.blankBefore ?? 0) > 0;
}

function opensPage(node: RootContent | undefined): boolean {
  return node !== undefined && (dataOf(node).line?.pageStart === true || dataOf(node).pageBefore === true);
}

/** Does a line stand in the middle of a sentence: the last long line above it does not end one? */
export function cutsSentence(lines: readonly (string | undefined)[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - reach); i--) {
    const text = lines[i];
    if (text && text.length >= shortestText && !headingNumeralOf(text)) return !isComplete(text);
  }
  return false;
}
