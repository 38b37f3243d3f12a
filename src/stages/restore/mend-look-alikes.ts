/**
 * Put right a Han character that was read for another of nearly the same shape.
 *
 * Damage: 己经 for 已经, 卜年 for 十年, 打幵 for 打开.
 * Evidence: with the other character a word stands there that is none without it, and the text has that word elsewhere;
 * or the text has twice what would stand there then, with a neighbour on each side and with two on one, and nowhere else
 * what stands there now; a form of the character that Simplified Chinese does not use.
 * Leaves alone: words that have the character (自己, 豪华); text in other scripts; text that no machine has read from a
 * page: a person who writes 來 for 来 means it.
 *
 * @example caj
 *   before: 木活字己经通行，泥活字也已经有人试过。
 *   after:  木活字已经通行，泥活字也已经有人试过。
 */
import { isReadByMachine } from '../clean/survey.js';
import { restoreRule } from '../../diagnostics/index.js';
import { han } from '../../vocabulary/characters.js';
import { lookAlikes, otherScript, variants, type LookAlike } from '../../vocabulary/look-alikes.js';
import { blocksWithWords, type BlockWords } from './block-words.js';
import { countAll } from './count-all.js';
import { emend, type Emendation } from './emend.js';

/** How many characters beside one tell the script. */
const near = 10;

/** How much more often than a variant the right form of it stands in the text. */
const outweighs = 10;

/** How many of the characters of a text may be one that was misread without making a word. */
const rare = 1 / 20_000;

const rightOf = new Map(variants.map(({ read, right }) => [read, right]));
const any = new RegExp(`[${lookAlikes.map(({ read }) => read).join('')}${[...rightOf.keys()].join('')}]`, 'gu');

/** A character that may stand for another. */
interface Candidate {
  words: BlockWords;
  at: number;
  pair?: LookAlike;
  /** The words that stand there with the right character. */
  standing: string[];
}

export const mendLookAlikes = restoreRule({
  name: 'mend-look-alikes',
  touches: 'letters',
  apply(root, context) {
    if (!isReadByMachine(context.survey)) return;
    const blocks = blocksWithWords(root);
    // what is mended bears witness for the rest
    for (let made = 1; made > 0;) {
      const candidates = seldom(blocks, blocks.map(candidatesIn));
      const times = countAll(blocks, candidates.flat().flatMap(needed));
      made = 0;
      for (const [i, words] of blocks.entries()) {
        made += emend(
          words,
          candidates[i]!.flatMap((one) => judge(one, times) ?? []),
          context,
        );
      }
    }
  },
});

function candidatesIn(words: BlockWords): Candidate[] {
  return Array.from(words.text.matchAll(any)).flatMap(({ 0: read, index: at }): Candidate[] => {
    const pairs = lookAlikes.filter((pair) => pair.read === read && !covers(pair.stays, words.text, at));
    const found: Candidate[] = pairs.map((pair) => ({ words, at, pair, standing: wordsAt(words.text, at, pair) }));
    return rightOf.has(read) ? [...found, { words, at, standing: [] }] : found;
  });
}

/** Without those that make no word and are too many of a kind: what a text writes time and again is not misread. */
function seldom(blocks: BlockWords[], candidates: Candidate[][]): Candidate[][] {
  const times = new Map<LookAlike | undefined, number>();
  const makesWord = ({ pair, standing }: Candidate): boolean => !pair || standing.length > 0;
  for (const one of candidates.flat()) if (!makesWord(one)) times.set(one.pair, (times.get(one.pair) ?? 0) + 1);
  const most = 3 + blocks.reduce((sum, { text }) => sum + text.length, 0) * rare;
  return candidates.map((found) => found.filter((one) => makesWord(one) || times.get(one.pair)! <= most));
}

/** Does a word with the character stand there? */
function covers(stays: RegExp, text: string, at: number): boolean {
  return stays.test(text.slice(Math.max(0, at - 1), at + 1)) || stays.test(text.slice(at, at + 2));
}

/** What has to be counted to judge a candidate. */
function needed({ words, at, pair, standing }: Candidate): string[] {
  if (!pair) return [words.text[at]!, rightOf.get(words.text[at]!)!];
  const { between, beside, now } = gramsAt(words.text, at, pair);
  return [...standing, between, ...beside, ...now];
}

/** The words that stand there with the right character. */
function wordsAt(text: string, at: number, { right, words }: LookAlike): string[] {
  return words.filter((word) => {
    const lead = word.indexOf(right);
    return (
      text.slice(Math.max(0, at - lead), at) === word.slice(0, lead) &&
      text.slice(at + 1, at - lead + word.length) === word.slice(lead + 1)
    );
  });
}

const onlyHan = new RegExp(`^[${han}]+$`, 'u');

/** What would stand there with the right character: it between its neighbours, and with two on one side; and what stands now. */
function gramsAt(text: string, at: number, { right }: LookAlike): { between: string; beside: string[]; now: string[] } {
  const [before, behind] = [text.slice(Math.max(0, at - 2), at), text.slice(at + 1, at + 3)];
  const isGram = (gram: string): boolean => gram.length === 3 && onlyHan.test(gram);
  return {
    between: before.slice(-1) + right + behind.slice(0, 1),
    beside: [before + right, right + behind].filter(isGram),
    now: [text.slice(Math.max(0, at - 1), at + 1), text.slice(at, at + 2)],
  };
}

function judge(candidate: Candidate, times: Map<string, number>): Emendation | undefined {
  const { words, at, pair, standing } = candidate;
  const many = (gram: string): number => times.get(gram) ?? 0;
  const as = (text: string, confidence: Emendation['confidence']): Emendation => ({
    start: at,
    end: at + 1,
    text,
    confidence,
  });
  if (!pair) {
    const read = words.text[at]!;
    const right = rightOf.get(read)!;
    if (otherScript.test(words.text.slice(Math.max(0, at - near), at + near).replaceAll(read, ''))) return undefined;
    return many(right) >= outweighs * many(read) ? as(right, 'certain') : undefined;
  }
  if (standing.length > 0) return as(pair.right, standing.some((word) => many(word) > 0) ? 'certain' : 'likely');
  const { between, beside, now } = gramsAt(words.text, at, pair);
  const witnesses = Math.min(many(between), Math.max(0, ...beside.map(many)));
  if (witnesses < 2 || now.some((gram) => many(gram) > 1)) return undefined;
  return { ...as(pair.right, 'likely'), weight: witnesses / (witnesses + 1) };
}
