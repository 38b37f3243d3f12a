/** The sign of a paragraph end within the words of a record: `前文的末尾 | 后文的开头`, also written / or ¶. */
import { messages } from '../../messages/index.js';
import { Refusal } from './record-kind.js';

const signs = [/\s*¶\s*/u, /\s*[|｜]\s*/u, /\s+\/\s+/u];

/** @returns the words before and after the sign; undefined where there is none */
export function partedWords(words: string): [left: string, right: string] | undefined {
  for (const sign of signs) {
    const parts = words.split(sign);
    if (parts.length === 2 && parts[0] !== '' && parts[1] !== '') return parts as [string, string];
  }
  return undefined;
}

/** @throws Refusal where the sign is missing */
export function mustPart(words: string): [left: string, right: string] {
  const parts = partedWords(words);
  if (!parts) throw new Refusal('parted', messages.revise.notParted(words));
  return parts;
}
