/**
 * Ask for what could not be read: nothing is altered.
 *
 * Damage: 建丨／■．和加强, 展B际旅游, Co晚rewce; a quotation that is opened or closed only once.
 * Evidence: strokes, boxes and single letters between Han, Han between letters; a mark without its partner, in the same
 * note or, for one that closes, in the paragraphs before: of the text, or of the note.
 * Leaves alone: quotations over several paragraphs; letters and signs in texts that were not scanned.
 *
 * @example caj
 *   before: 以协助建丨／■．和加强联系。⟦end⟧
 *   after:  以协助建丨／■．和加强联系。
 */
import { restoreRule, type RestoreContext } from '../../diagnostics/index.js';
import { messages, type Message } from '../../messages/index.js';
import type { Span } from '../../model/index.js';
import { unknownWords } from '../../vocabulary/characters.js';
import { oddShape } from '../../vocabulary/latin-shapes.js';
import { unreadable } from '../../vocabulary/unreadable.js';
import { blocksWithWords, rawSpanOf, type BlockWords } from './block-words.js';
import { around } from './emend.js';
import { latinTokens } from './latin-tokens.js';
import { loneQuotes, type LoneQuote } from './lone-quotes.js';

export const askUnreadable = restoreRule({
  name: 'ask-unreadable',
  touches: 'structure',
  apply(root, context) {
    const { kind } = context.survey;
    if (kind === 'markdown') return;
    const scanned = kind === 'caj';
    const signs = unreadable.filter((one) => scanned || !one.scanned);
    let open = false; // a quotation of the body
    for (const words of blocksWithWords(root)) {
      const { text } = words;
      const found = signs.flatMap(({ found: pattern }) => spansOf(text, pattern));
      if (scanned) {
        const odd = latinTokens(text).filter(({ word }) => oddShape.test(word));
        found.push(...odd.map(({ word, start }) => ({ start, end: start + word.length })));
      }
      for (const span of found.sort((a, b) => a.start - b.start)) {
        ask(words, span, messages.restore.unreadable, { ...span, other: unknownWords }, context);
      }
      const inNote = words.owner.type === 'footnoteDefinition' && words.owner.children.length === 1;
      const lone = loneQuotes(text);
      const [first] = inNote ? lone : lone.filter(({ opens }) => !opens && !open);
      if (first) {
        const at = placeOfPartner(text, first);
        const partner = { start: at, end: at, other: first.opens ? '”' : '“' };
        ask(words, { start: first.at, end: first.at + 1 }, messages.restore.loneQuote, partner, context);
      }
      if (!inNote && /[“”]/u.test(text)) open = lone.at(-1)?.opens ?? false;
    }
  },
});

/** What parts sentences and citations: quotations seldom hold it. */
const divider = /[;；。：（(]/gu;

/** Where the partner of a mark most likely stood: what was quoted begins or ends a part of the sentence. */
function placeOfPartner(text: string, { opens, from, to }: LoneQuote): number {
  const between = text.slice(from, to);
  if (opens) {
    const end = between.search(/[，。；,;]/u);
    return end < 0 ? to : from + end;
  }
  const last = Array.from(between.matchAll(divider)).at(-1);
  const start = from + (last ? last.index + 1 : 0);
  return start + /^\s*/u.exec(text.slice(start, to))![0].length;
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: words, index: start }) => ({ start, end: start + words.length }));
}

/**
 * @param place what the question is about
 * @param answer a place, and what could stand there
 */
function ask(
  words: BlockWords,
  place: Span,
  message: (words: string, around: string) => Message,
  answer: Span & { other: string },
  context: RestoreContext,
): void {
  const { text } = words;
  const span = rawSpanOf(context.raw.text, words, place);
  const target = rawSpanOf(context.raw.text, words, answer);
  context.say('warning', message(text.slice(place.start, place.end), around({ text, ...place })), span, {
    confidence: 'doubtful',
    answers: [{ key: 'find', span: target, words: { text, ...answer } }],
  });
}
