/**
 * Put right the letters of a Latin word, and part two words that have run together.
 *
 * Damage: Deve丨opment, JVew, 77ie; BuildingMeasures, where the space between two words is lost.
 * Evidence: a stroke between small letters is an l; a word mixes letters as no name does, and with the letters that are
 * read so it is a word that the text has elsewhere; both words stand elsewhere in the text, one behind the other.
 * Leaves alone: names that mix letters (ChatGPT, McDonald), words without a witness, addresses.
 *
 * @example
 *   before: The deve丨opment of movable types: JVew types, and new types. New lists.
 *   after:  The development of movable types: New types, and new types. New lists.
 */
import { restoreRule } from '../diagnostics.js';
import { letterShapes, oddShape, strokeForL, wordShape } from '../vocabulary/latin-shapes.js';
import { blocksWithWords } from './block-words.js';
import { emend, type Emendation } from './emend.js';
import { latinTokens, type LatinToken } from './latin-tokens.js';

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
    const odd = blocks.map(({ text }) => latinTokens(text).filter((one) => oddShape.test(one.word)));
    if (!odd.some((found) => found.length > 0)) return;
    const { known, pairs } = wordsOfAll(blocks.map(({ text }) => text));
    for (const [i, words] of blocks.entries()) {
      emend(
        words,
        odd[i]!.flatMap((one) => readAnew(one, known, pairs) ?? []),
        context,
      );
    }
  },
});

/** The words of a text that are written as words are, and those that stand one behind another. */
function wordsOfAll(texts: string[]): { known: Set<string>; pairs: Set<string> } {
  const known = new Set<string>();
  const pairs = new Set<string>();
  for (const text of texts) {
    let before: LatinToken | undefined;
    for (const one of latinTokens(text)) {
      if (wordShape.test(one.word)) known.add(one.word);
      if (before) {
        const between = text.slice(before.start + before.word.length, one.start);
        if (/^[ -]$/.test(between)) pairs.add(before.word + between + one.word);
      }
      before = one;
    }
  }
  return { known, pairs };
}

function readAnew({ word, start }: LatinToken, known: Set<string>, pairs: Set<string>): Emendation | undefined {
  const as = (text: string, confidence: Emendation['confidence']): Emendation => ({
    start,
    end: start + word.length,
    text,
    confidence,
  });
  const parts = ranTogether.exec(word);
  const apart = parts && [' ', '-'].map((gap) => parts[1] + gap + parts[2]).find((two) => pairs.has(two));
  if (apart) return as(apart, 'certain');
  for (const [read, right] of letterShapes) {
    for (let at = word.indexOf(read); at >= 0; at = word.indexOf(read, at + 1)) {
      const anew = word.slice(0, at) + right + word.slice(at + read.length);
      if (wordShape.test(anew) && known.has(anew)) return as(anew, 'likely');
    }
  }
  return undefined;
}
