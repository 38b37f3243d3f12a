/** Words that do not stand in a text in, the words there that are most like them out. */
import { distance } from 'fastest-levenshtein';
import { placeOf, searchable, type Passage } from './passages.js';

/** Windows compared for one record: a very common pair of characters must not stop the build. */
const mostWindows = 20_000;

/**
 * @returns the nearest words and their place, as a message shows them; undefined when less than half is alike
 */
export function nearestPassage(passages: Passage[], find: string): string | undefined {
  const { searched: wanted } = searchable(find);
  let best: { passage: Passage; start: number; end: number; far: number } | undefined;
  let windows = 0;
  for (const passage of passages) {
    for (const start of windowStarts(passage.searched, wanted)) {
      if (windows++ > mostWindows) break;
      const end = Math.min(passage.searched.length, start + wanted.length);
      const far = distance(passage.searched.slice(start, end), wanted);
      if (!best || far < best.far) best = { passage, start, end, far };
    }
  }
  if (!best || best.far > wanted.length / 2) return undefined;
  const span = { start: best.passage.places[best.start]!, end: best.passage.places[best.end]! };
  return `"${best.passage.text.slice(span.start, span.end).trim()}" (${placeOf(best.passage, span)})`;
}

/** Where a window may begin so that two neighbouring characters of the wanted words stand in their place. */
function windowStarts(text: string, wanted: string): Set<number> {
  const starts = new Set<number>();
  for (let i = 0; i + 2 <= wanted.length; i++) {
    const pair = wanted.slice(i, i + 2);
    for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 1)) starts.add(Math.max(0, at - i));
  }
  return starts;
}
