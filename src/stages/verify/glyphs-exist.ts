/** Names the characters that no font of the edition has, each at the first place where it stands in a raw text. */
import { say } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import type { RawText } from '../../model/index.js';

/** @param missing characters, one code point each */
export function glyphsExist(raws: RawText[], missing: readonly string[]): void {
  for (const character of missing) {
    const places = raws.map((raw) => ({ raw, at: raw.text.indexOf(character) }));
    const { raw, at } = places.find(({ at }) => at >= 0) ?? places[0]!;
    const count = raws.reduce((sum, { text }) => sum + text.split(character).length - 1, 0);
    const span = at < 0 ? undefined : { start: at, end: at + character.length };
    say(raw, 'warning', 'verify:glyphs-exist', messages.verify.noGlyph(character, count), span);
  }
}
