/**
 * Cases and examples show what does not print: `⟦end⟧` is the line mark of the CAJ reader, `⟦U+200B⟧` a zero-width space.
 */
import { cajMarks } from '../../src/vocabulary/caj-marks.js';

const names: [string, string][] = [
  ['⟦end⟧', cajMarks.lineEnd],
  ['⟦space⟧', cajMarks.space],
  ['⟦gap⟧', cajMarks.gap],
  ['⟦CR⟧', '\r'],
  ['⟦FF⟧', '\f'],
];

// everything that neither prints nor is a plain space or line end, and spaces of other widths, U+3000 aside
const unseen =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u00A0\u00AD\u2000-\u200F\u2028-\u202F\u205F-\u2064\uE000-\uF8FF\uFEFF]/gu;

/** The text that a visible form stands for. */
export function hidden(visible: string): string {
  let text = visible;
  for (const [name, characters] of names) text = text.replaceAll(name, characters);
  return text.replace(/⟦U\+([\dA-F]{4,6})⟧/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
}

/** The visible form of a text. */
export function visible(text: string): string {
  let out = text;
  for (const [name, characters] of names) out = out.replaceAll(characters, name);
  return out.replace(
    unseen,
    (character) => `⟦U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟧`,
  );
}
