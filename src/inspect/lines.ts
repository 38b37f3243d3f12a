/** Makes lines of the words of a page: large words make them, raised marks join the line that they stand in. */
import type { Line, Word } from './types.js';

export function linesOf(words: readonly Word[]): Line[] {
  const groups: { y: number; size: number; words: Word[] }[] = [];
  for (const word of [...words].sort((a, b) => b.size - a.size || a.y - b.y)) {
    const group = groups.find(
      ({ y, size }) => (word.y <= y + 1 && word.y >= y - size * 0.7) || Math.abs(word.y - y) < word.size * 0.2,
    );
    if (group) group.words.push(word);
    else groups.push({ y: word.y, size: word.size, words: [word] });
  }
  groups.sort((a, b) => a.y - b.y);
  return groups.map(({ y, size, words }, k): Line => {
    words.sort((a, b) => a.x - b.x);
    return {
      number: k + 1,
      text: words.map(({ text }) => text).join(''),
      words,
      x: words[0]!.x,
      right: Math.max(...words.map(({ right }) => right)),
      y,
      size,
    };
  });
}
