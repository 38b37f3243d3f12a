/** Where in a raw text a character of a node stands whose words are not those of its source, unit for unit, and back. */

/** Units of the raw text that may stand between two characters of the words: signs, spaces, marks that went. */
const widestGap = 24;

/** What the clean stage takes out: white space, control and private-use characters. */
const taken = /[\s\p{Cc}\p{Cf}\p{Co}]/u;

/**
 * Walks both texts from their starts; a character that the raw text does not show is taken for one of the same place.
 *
 * @param raw the raw text; the node stands from `from` to `to`
 * @param words of the node
 * @param at offset in `words`
 * @returns offset in `raw`
 */
export function alignedOffset(raw: string, from: number, to: number, words: string, at: number): number {
  let place = from;
  for (let i = 0; i < at; i++) if (!taken.test(words[i]!)) place = placeOf(raw, place, to, words[i]!) + 1;
  return Math.min(to, at < words.length ? placeOf(raw, place, to, words[at]!) : place);
}

/**
 * The way back: how many units of the words stand before an offset of the raw text.
 *
 * @param offset in `raw`
 */
export function alignedUnit(raw: string, from: number, to: number, words: string, offset: number): number {
  let place = from;
  for (let i = 0; i < words.length; i++) {
    if (taken.test(words[i]!)) continue;
    place = placeOf(raw, place, to, words[i]!) + 1;
    if (place > offset) return i;
  }
  return words.length;
}

/** Where a character stands at or behind a place; where it is not shown, the next one that prints. */
function placeOf(raw: string, from: number, to: number, character: string): number {
  let first = -1;
  for (let i = from; i < Math.min(to, from + widestGap); i++) {
    if (taken.test(raw[i]!)) continue;
    if (raw[i] === character || raw[i]!.normalize('NFKC') === character) return i;
    if (first < 0) first = i;
  }
  return first < 0 ? Math.min(to, from) : first;
}
