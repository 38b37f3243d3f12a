/** Which notes of two editions of an article are the same: rows of notes in, pairs out; a note alone was added or removed. */
import type { TextNote } from '../article-text.js';
import { commonStretches } from './common-stretches.js';
import { likeness } from './likeness.js';

export interface NotePair {
  before?: TextNote;
  after?: TextNote;
}

/** Notes less alike are two notes. */
const leastLikeness = 0.4;
/** Notes of a gap that are all compared with each other. */
const mostCompared = 200;

/** Equal notes are found first, in their order; those between them are paired by their likeness. */
export function pairNotes(before: readonly TextNote[], after: readonly TextNote[]): NotePair[] {
  const pairs: NotePair[] = [];
  commonStretches([before.length, after.length], (a, b) => sameNote(before[a]!, after[b]!), {
    gap: (a, b) => pairs.push(...pairGap(before.slice(...a), after.slice(...b))),
    common: (length, a, b) => {
      for (let n = 0; n < length; n++) pairs.push({ before: before[a + n]!, after: after[b + n]! });
    },
  });
  return pairs;
}

// the note of a title is no numbered one
const sameNote = (a: TextNote, b: TextNote): boolean => a.text === b.text && (a.number === 0) === (b.number === 0);

function pairGap(before: readonly TextNote[], after: readonly TextNote[]): NotePair[] {
  const pairs: NotePair[] = [];
  let from = 0;
  for (const note of before) {
    let best = -1;
    let most = leastLikeness;
    for (let j = from; j < Math.min(after.length, from + mostCompared); j++) {
      const alike = (note.number === 0) === (after[j]!.number === 0) ? likeness(note.text, after[j]!.text) : 0;
      if (alike > most) [best, most] = [j, alike];
    }
    if (best < 0) pairs.push({ before: note });
    else {
      for (; from < best; from++) pairs.push({ after: after[from]! });
      pairs.push({ before: note, after: after[best]! });
      from = best + 1;
    }
  }
  return [...pairs, ...after.slice(from).map((note) => ({ after: note }))];
}
