/** Words that do not stand in a text in, the words there that are most like them out. */
import { distance } from 'fastest-levenshtein';
import { placeName, searchable, type Flow, type Place } from './flows.js';

/** Places that are compared letter by letter: those that share most pairs of characters. */
const mostCompared = 400;

/** Words of a text that are like other words. */
export interface Near {
  place: Place;
  /** Share of the characters that are the same, 0 to 1. */
  alike: number;
}

/** @returns undefined where nothing shares two neighbouring characters */
export function nearest(flows: Flow[], words: string): Near | undefined {
  const { searched: wanted } = searchable(words);
  if (wanted.length < 2) return undefined;
  const candidates = flows.flatMap((flow) =>
    [...votes(flow.searched, wanted)].map(([start, shared]) => ({ flow, start, shared })),
  );
  candidates.sort((a, b) => b.shared - a.shared);
  let best: { flow: Flow; start: number; end: number; far: number } | undefined;
  for (const { flow, start } of candidates.slice(0, mostCompared)) {
    const end = Math.min(flow.searched.length, start + wanted.length);
    const far = distance(flow.searched.slice(start, end), wanted);
    if (!best || far < best.far) best = { flow, start, end, far };
  }
  if (!best) return undefined;
  const { flow, start, end, far } = best;
  const place = { flow, start: flow.places[start]!, end: flow.places[end - 1]! + 1 };
  return { place, alike: 1 - far / wanted.length };
}

/** @returns the nearest words and their place, as a message shows them; undefined when less than half is alike */
export function nearestWords(flows: Flow[], words: string): string | undefined {
  const near = nearest(flows, words);
  if (!near || near.alike < 0.5) return undefined;
  const { flow, start, end } = near.place;
  return `"${flow.text.slice(start, end).trim().replaceAll('\n', ' | ')}" (${placeName(near.place)})`;
}

/** The one of some texts that is most like words; undefined when less than half is alike. */
export function nearestText(texts: string[], words: string): string | undefined {
  const far = (text: string): number => distance(text.slice(0, words.length), words);
  const best = texts.toSorted((a, b) => far(a) - far(b))[0];
  return best !== undefined && far(best) <= words.length / 2 ? best : undefined;
}

/** How many pairs of neighbouring characters of the wanted words stand in their place, by where the words would begin. */
function votes(text: string, wanted: string): Map<number, number> {
  const shared = new Map<number, number>();
  for (let i = 0; i + 2 <= wanted.length; i++) {
    const pair = wanted.slice(i, i + 2);
    for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 1)) {
      const start = Math.max(0, at - i);
      shared.set(start, (shared.get(start) ?? 0) + 1);
    }
  }
  return shared;
}
