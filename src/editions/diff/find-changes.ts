/**
 * Where two rows of tokens differ: rows in, ranges out, in order.
 *
 * What is equal is found coarse to fine, so that the work does not grow with the square of a text: whole blocks first,
 * then, in a stretch that is long, passages that stand once in either row; what is left between them is compared token
 * by token (Myers, O(ND) in linear space).
 */
import { firstAt } from '../../positions/first-at.js';
import { commonStretches } from './common-stretches.js';
import type { TokenStream } from './token-stream.js';

/** Half-open ranges of tokens that stand for each other; one of them may be empty. */
export interface ChangedRange {
  a: [from: number, to: number];
  b: [from: number, to: number];
}

/** Tokens of a stretch that are compared one by one: what differs altogether would take the square of it. */
const longest = 12_000;
/** Tokens of a passage that anchors a long stretch. */
const anchorLength = 10;

export function findChanges(a: TokenStream, b: TokenStream): ChangedRange[] {
  const changes: ChangedRange[] = [];
  const fingerprints = (stream: TokenStream): string[] =>
    stream.blocks.map((_, i) => keysOf(stream, stream.edges[i]!, stream.edges[i + 1]!).join('\u0000'));
  const [blocksA, blocksB] = [fingerprints(a), fingerprints(b)];
  between(blocksA, blocksB, 0, blocksA.length, 0, blocksB.length, (gap) => {
    const at = (stream: TokenStream, [from, to]: [number, number]): [number, number] => [
      stream.edges[from]!,
      stream.edges[to]!,
    ];
    inStretch(a, b, { a: at(a, gap.a), b: at(b, gap.b) }, changes);
  });
  return changes;
}

function inStretch(a: TokenStream, b: TokenStream, range: ChangedRange, changes: ChangedRange[]): void {
  const keysA = keysOf(a, ...range.a);
  const keysB = keysOf(b, ...range.b);
  const add = (gap: ChangedRange): void => {
    const shifted = ([from, to]: [number, number], by: number): [number, number] => [from + by, to + by];
    changes.push({ a: shifted(gap.a, range.a[0]), b: shifted(gap.b, range.b[0]) });
  };
  let [fromA, fromB] = [0, 0];
  const anchors = keysA.length + keysB.length > longest ? anchorsOf(keysA, keysB) : [];
  for (const [atA, atB] of [...anchors, [keysA.length, keysB.length] as const]) {
    const tooLong = atA - fromA + (atB - fromB) > longest;
    if (tooLong) add({ a: [fromA, atA], b: [fromB, atB] });
    else between(keysA, keysB, fromA, atA, fromB, atB, add);
    [fromA, fromB] = [atA, atB];
  }
}

/** Tells of every stretch that the two rows do not have in common. */
function between(
  a: readonly string[],
  b: readonly string[],
  fromA: number,
  toA: number,
  fromB: number,
  toB: number,
  tell: (gap: ChangedRange) => void,
): void {
  const same = (i: number, j: number): boolean => a[fromA + i] === b[fromB + j];
  commonStretches([toA - fromA, toB - fromB], same, {
    gap: ([a0, a1], [b0, b1]) => tell({ a: [fromA + a0, fromA + a1], b: [fromB + b0, fromB + b1] }),
  });
}

/** Places of passages that stand once in either row, in the same order in both. */
function anchorsOf(a: readonly string[], b: readonly string[]): [number, number][] {
  const inB = oncePlaces(b);
  const pairs = [...oncePlaces(a)]
    .flatMap(([passage, at]): [number, number][] => {
      const there = inB.get(passage);
      return there === undefined || there < 0 || at < 0 ? [] : [[at, there]];
    })
    .sort(([x], [y]) => x - y);
  return risingPairs(pairs);
}

/** Where each passage stands; -1 for one that stands more than once. */
function oncePlaces(keys: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (let i = 0; i + anchorLength <= keys.length; i++) {
    const passage = keys.slice(i, i + anchorLength).join('\u0000');
    places.set(passage, places.has(passage) ? -1 : i);
  }
  return places;
}

/** The longest selection in which the second numbers rise, too. */
function risingPairs(pairs: readonly [number, number][]): [number, number][] {
  /** Index of the pair that ends the best selection of each length. */
  const ends: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, second], i) => {
    const length = firstAt(ends, (end) => pairs[end]![1] >= second);
    if (length > 0) before[i] = ends[length - 1]!;
    ends[length] = i;
  });
  const chosen: [number, number][] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) chosen.push(pairs[i]!);
  return chosen.reverse();
}

function keysOf({ tokens }: TokenStream, from: number, to: number): string[] {
  const keys: string[] = [];
  for (let i = from; i < to; i++) keys.push(tokens[i]!.key);
  return keys;
}
