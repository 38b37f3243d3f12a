/**
 * Put right the letters of a Latin word, and part two words that have run together.
 *
 * Damage: Deve丨opment, JVew, 77ie; BuildingMeasures, where the space between two words is lost.
 * Evidence: a stroke between small letters is an l; a word mixes letters as no name does, and with the letters that are
 * read so it is a word that the text has elsewhere; both words stand elsewhere in the text, one behind the other.
 * Leaves alone: names that mix letters (ChatGPT, McDonald), words without a witness or written so twice, addresses.
 *
 * @example
 *   before: The deve丨opment of movable types: JVew types, and new types. New lists.
 *   after:  The development of movable types: New types, and new types. New lists.
 */
import { restoreRule } from '../../diagnostics/index.js';
import { letterShapes, maybeOdd, oddShape, strokeForL, wordShape } from '../../vocabulary/latin-shapes.js';
import { blocksWithWords, type BlockWords } from './block-words.js';
import { emend, type Emendation } from './emend.js';
import { latinTokens } from './latin-tokens.js';

const letter = /[\p{Script=Latin}\d]/u;
const ranTogether = /^(\p{Lu}?\p{Ll}{2,})(\p{Lu}\p{Ll}{2,})$/u;

export const mendLatinWords = restoreRule({
  name: 'mend-latin-words',
  touches: 'letters',
  apply(root, context) {
    if (context.survey.kind === 'markdown') return;
    const blocks = blocksWithWords(root);
    for (const words of blocks) {
      const strokes = Array.from(words.text.matchAll(strokeForL), ({ index }): Emendation => ({
        start: index,
        end: index + 1,
        text: 'l',
        confidence: 'certain',
      }));
      emend(words, strokes, context);
    }
    const odd = blocks.map(({ text }) =>
      maybeOdd.test(text) ? latinTokens(text).filter(({ word }) => oddShape.test(word)) : [],
    );
    const times = new Map<string, number>();
    for (const { word } of odd.flat()) times.set(word, (times.get(word) ?? 0) + 1);
    // what is written so again is a name
    const once = [...times.keys()].filter((word) => times.get(word) === 1);
    const known = wordsThere(blocks, once.flatMap(readings));
    for (const [i, words] of blocks.entries()) {
      const found = odd[i]!.flatMap(({ word, start }): Emendation[] => {
        const text = times.get(word) === 1 ? readings(word).find((reading) => known.has(reading)) : undefined;
        return text === undefined ? [] : [{ start, end: start + word.length, text, confidence: 'likely' }];
      });
      emend(words, found, context);
    }
  },
});

/** What a word may be, the surest first. */
function readings(word: string): string[] {
  const parts = ranTogether.exec(word);
  const apart = parts ? [' ', '-'].map((gap) => parts[1]! + gap + parts[2]!) : [];
  const anew = letterShapes.flatMap(([read, right]) =>
    Array.from(
      word.matchAll(new RegExp(read, 'gu')),
      ({ index }) => word.slice(0, index) + right + word.slice(index + read.length),
    ),
  );
  return [...apart, ...anew.filter((text) => wordShape.test(text))];
}

/** Those of a list that stand in the text as words of their own. */
function wordsThere(blocks: BlockWords[], wanted: string[]): Set<string> {
  const found = new Set<string>();
  if (wanted.length === 0) return found;
  const any = new RegExp(`(?:${[...new Set(wanted)].join('|')})(?![\\p{Script=Latin}\\d])`, 'gu');
  for (const { text } of blocks) {
    for (const { 0: word, index } of text.matchAll(any)) if (!letter.test(text[index - 1] ?? '')) found.add(word);
  }
  return found;
}
