/** Counts short pieces of text in one walk: blocks and the pieces in, how often each stands there out. */
import type { BlockWords } from './block-words.js';

/** @param pieces of any length; those that overlap are counted each */
export function countAll(blocks: BlockWords[], pieces: string[]): Map<string, number> {
  const times = new Map(pieces.map((piece) => [piece, 0]));
  const lengths = [...new Set(pieces.map(({ length }) => length))];
  const firsts = new Set(pieces.map((piece) => piece[0]));
  if (times.size === 0) return times;
  for (const { text } of blocks) {
    for (let i = 0; i < text.length; i++) {
      if (!firsts.has(text[i])) continue;
      for (const length of lengths) {
        const piece = text.slice(i, i + length);
        const count = times.get(piece);
        if (count !== undefined) times.set(piece, count + 1);
      }
    }
  }
  return times;
}
