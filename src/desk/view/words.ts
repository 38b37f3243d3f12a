/** The sentences of the view in the language that is chosen. */
import { wordsIn, type MessageSet } from '../../messages/index.js';
import { get, useStore } from './store.js';

export const words = (): MessageSet => wordsIn(get().language);

/** As `words`, for what is drawn anew when the language changes. */
export function useWords(): MessageSet['desk'] {
  return wordsIn(useStore(({ language }) => language)).desk;
}

type Named = Readonly<Record<string, string>>;

/** A name out of a table of the message set; what has none shows its own. */
export const named = (table: object, key: string): string => (table as Named)[key] ?? key;
