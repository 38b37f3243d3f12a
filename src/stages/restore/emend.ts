/** Puts what was misread right, lists it, and asks where it is not certain: emendations of a block in. */
import type { RestoreContext } from '../../diagnostics/index.js';
import type { Confidence, Span } from '../../model/index.js';
import { messages } from '../../messages/index.js';
import { rawSpanOf, replaceWords, type BlockWords } from './block-words.js';

/** Other words for some of a block; offsets in its text. */
export interface Emendation extends Span {
  text: string;
  /** Certain ones are listed, others asked about, too. */
  confidence: Exclude<Confidence, 'doubtful'>;
  /** How sure, 0 to 1, where it is weighed. */
  weight?: number;
}

/** How much is shown before and behind the words in question. */
const shown = 6;

/**
 * @param emendations in any order; of those that overlap the first stands
 * @returns how many were made
 */
export function emend(words: BlockWords, emendations: Emendation[], context: RestoreContext): number {
  const made: Emendation[] = [];
  for (const one of emendations) {
    if (!made.some(({ start, end }) => one.start < end && start < one.end)) made.push(one);
  }
  made.sort((a, b) => a.start - b.start);
  const before = made.map(({ start, end }) => words.text.slice(start, end));
  const spans = made.map((one) => rawSpanOf(context.raw.text, words, one));
  let shift = 0;
  for (const [i, { start, end, text }] of made.entries()) {
    replaceWords(words, { start: start + shift, end: end + shift }, text);
    context.change(before[i]!, text, spans[i]!);
    shift += text.length - (end - start);
  }
  shift = 0;
  for (const [i, { start, end, text, confidence, weight }] of made.entries()) {
    const place = { text: words.text, start: start + shift, end: start + shift + text.length };
    shift += text.length - (end - start);
    if (confidence === 'certain') continue;
    const [other, span] = [before[i]!, spans[i]!];
    context.say('warning', messages.restore.misread(other, text, around(place)), span, {
      confidence,
      ...(weight !== undefined && { weight }),
      reading: text,
      answers: [{ key: 'find', span, reading: other, words: { ...place, other } }],
    });
  }
  return made.length;
}

/** The words of a place with some before and behind them. */
export function around({ text, start, end }: { text: string } & Span): string {
  return text.slice(Math.max(0, start - shown), end + shown);
}
