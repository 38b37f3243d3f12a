/** Listings of programs: lines in a typewriter face in, stretches of them out. */
import type { MeasuredLine } from './measured-line.js';

/** Names of faces whose letters are all of one width. */
const typewriterNames =
  /mono|courier|consol|typewriter|\btt\b|cmtt|lmtt|menlo|inconsolata|fixed|terminal|sourcecode|code(?:pro|new)/iu;

/** Is a line set in a typewriter face, Chinese comments aside? */
export function isCode(line: MeasuredLine, fontName: (font: number) => string): boolean {
  let typed = 0;
  let other = 0;
  for (const piece of line.pieces) {
    const latin = piece.text.replace(/[\s\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/gu, '').length;
    if (typewriterNames.test(fontName(piece.font))) typed += latin;
    else other += latin;
  }
  return typed >= 2 && typed > 4 * other;
}

/** The words of a listing with the indents of its lines. */
export function codeText(lines: readonly MeasuredLine[]): string {
  const left = Math.min(...lines.map(({ line }) => line.x));
  return lines
    .map(({ line, text }) => {
      const letter = 0.5 * line.size;
      return ' '.repeat(Math.max(0, Math.round((line.x - left) / letter))) + text.replace(/\u3000/gu, '  ');
    })
    .join('\n');
}
