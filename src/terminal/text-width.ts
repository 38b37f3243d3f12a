/** How wide a text stands on a terminal: Han and fullwidth signs take two columns, marks on a letter and colours none. */

const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]/u;

const colour = /\u001B\[[0-9;]*m/g;

/** Is a character set in two columns? */
export const isWide = (character: string): boolean => wide.test(character);

export function textWidth(text: string): number {
  let width = 0;
  for (const character of text.replace(colour, ''))
    width += isWide(character) ? 2 : /[\p{Mn}\p{Cf}]/u.test(character) ? 0 : 1;
  return width;
}
