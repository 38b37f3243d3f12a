/** Words are found by the index where reading the texts through finds them. */
import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { WordIndex, type Found } from '../../src/stages/revise/word-index.js';

/** Few characters, so that words stand often and over themselves. */
const wording = (most: number) =>
  fc.array(fc.constantFrom('木', '活', '字', 'a', ' ', '𠮷'), { maxLength: most }).map((parts) => parts.join(''));

function readThrough(texts: string[], words: string): Found[] {
  return texts.flatMap((content, text) => {
    const found: Found[] = [];
    for (let at = content.indexOf(words); at >= 0; at = content.indexOf(words, at + words.length))
      found.push({ text, at });
    return found;
  });
}

test('finds what reading through finds', () => {
  fc.assert(
    fc.property(
      fc.array(wording(40), { maxLength: 6 }),
      wording(5).filter((words) => words !== ''),
      (texts, words) => deepEqual(new WordIndex(texts).find(words), readThrough(texts, words)),
    ),
  );
});

test('finds words of one character as often as it is asked', () => {
  const index = new WordIndex(['木活字', '活']);
  const found = [
    { text: 0, at: 1 },
    { text: 1, at: 0 },
  ];
  deepEqual([index.find('活'), index.find('活'), index.find('□')], [found, found, []]);
});
