/** ASCII ids from Chinese text: the sound of its first words, and a digest where it must be unique. */
import { createHash } from 'node:crypto';
import { asciiName } from '../../acquire/ascii-name.js';

/**
 * Pinyin without tones, syllables joined by hyphens: `学术期刊` → `xue-shu-qi-kan`.
 *
 * @param longest greatest length in characters; cut between syllables
 */
export function asciiSlug(text: string, longest = 32): string {
  // no more characters than can be needed: pinyin of a long title is slow
  const name = asciiName([...text].slice(0, longest).join(''));
  if (name.length <= longest) return name;
  const cut = name.slice(0, longest + 1);
  return cut.slice(0, cut.lastIndexOf('-') > 0 ? cut.lastIndexOf('-') : longest);
}

/** First characters of the SHA-256 of what is given, hexadecimal. */
export function shortDigest(content: string | Uint8Array, length = 8): string {
  return createHash('sha256').update(content).digest('hex').slice(0, length);
}
