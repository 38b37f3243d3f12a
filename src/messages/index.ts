/** Everything that is said to a person: messages as values, and the sets of sentences that word them. */
import { en } from './en/index.js';
import type { Language } from './language.js';
import { catalogueOf, sentenceIn, type Message } from './message.js';
import type { MessageSet } from './message-set.js';
import { zh } from './zh/index.js';

export { languageOf, languages, type Language } from './language.js';
export type { MessageSet } from './message-set.js';
export { isMessage, type Argument, type Message } from './message.js';

const sets: Readonly<Record<Language, MessageSet>> = { en, zh };

/** Makes messages: `messages.restore.hole(before)` says which one, with what; no word of it is chosen yet. */
export const messages = catalogueOf(en);

/** The sentences of a language, for what is shown at once. */
export function wordsIn(language: Language): MessageSet {
  return sets[language];
}

/** A message in words; words stay as they are. */
export function sentenceOf(message: Message | string, language: Language = 'en'): string {
  return typeof message === 'string' ? message : sentenceIn(sets[language], message);
}
