/** The texts of all lines in, out: which of them come back, how far apart, and whether a number in them counts up. */
import { withoutBlanks } from '../../../vocabulary/characters.js';
import type { Returns } from './line.js';

/** A longer line is text: nothing asks whether that comes back. */
const longestReturn = 60;

const number = /\d+/u;

/** @returns for each line how it comes back, or undefined */
export function findReturns(texts: readonly string[]): (Returns | undefined)[] {
  const places = new Map<string, number[]>();
  const starts: number[] = [];
  let length = 0;
  const bare = texts.map(withoutBlanks);
  bare.forEach((text, at) => {
    starts.push(length);
    length += text.length;
    if (text === '' || text.length > longestReturn) return;
    const key = text.normalize('NFKC').replace(number, '#');
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  });
  const returns: (Returns | undefined)[] = texts.map(() => undefined);
  for (const all of places.values()) {
    const groups = countsUp(all.map((at) => bare[at]!)) ? [all] : [...sameLines(all, bare).values()];
    for (const group of groups) {
      if (group.length < 2) continue;
      const gaps = group.slice(1).map((at, i) => starts[at]! - starts[group[i]!]!);
      const counts = number.test(bare[group[0]!]!) && countsUp(group.map((at) => bare[at]!));
      for (const at of group) returns[at] = { times: group.length, period: median(gaps), counts };
    }
  }
  return returns;
}

function sameLines(places: number[], texts: string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const at of places) groups.set(texts[at]!, [...(groups.get(texts[at]!) ?? []), at]);
  return groups;
}

/** Do the numbers of lines rise from each to the next? */
function countsUp(texts: string[]): boolean {
  const numbers = texts.map((text) => Number(number.exec(text.normalize('NFKC'))?.[0]));
  return numbers.every((value, i) => i === 0 || value > numbers[i - 1]!);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
