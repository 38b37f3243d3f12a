/** What an OCR makes of Latin letters: signs and letters that it reads for others. */

/** A stroke within a word that is an l; an upright bar may be meant. */
export const strokeForL = /丨(?<=[a-z]丨)(?=[a-z])/gu;

/** Signs, and the letters that they are read for; the longer ones first. */
export const letterShapes: [read: string, right: string][] = [
  ['77i', 'Th'],
  ['JV', 'N'],
  ['VV', 'W'],
  ['vv', 'w'],
  ['rn', 'm'],
  ['H', 'll'],
  ['ii', 'n'],
  ['1', 'l'],
  ['0', 'o'],
  ['5', 's'],
];

/** A word as words are written: small letters, a capital before them or not, or capitals alone. */
export const wordShape = /^(?:\p{Lu}?\p{Ll}+|\p{Lu}+)$/u;

/** Where such a word may be: a quick look. */
export const maybeOdd = /[a-z][A-Z][a-z]|[A-Z]{2}[a-z]|\d{2}[a-z]{2}|[a-z][015][a-z]/;

/** Letters and digits mixed as no name mixes them: a capital between small letters, digits before small ones. */
export const oddShape =
  /^(?:\p{Lu}?\p{Ll}+\p{Lu}\p{Ll}+|\p{Lu}{2}\p{Ll}+|\d{2,}\p{Ll}{2,}|\p{Lu}?\p{Ll}+[015]\p{Ll}+)$/u;
