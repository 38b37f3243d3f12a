/** Breaks a title into lines of nearly equal width: words and a measure in, lines out. */

const closing = /[，。、；：！？）》〉」』】〕”’…—·.,;:!?)\]}]/u;
const opening = /[（《〈「『【〔“‘([{]/u;
/** A Latin word or number, or one other character. */
const unit = /[\p{Script=Latin}\p{M}\d][\p{Script=Latin}\p{M}\d'’.+-]*|\s+|[^]/gu;

/**
 * @param widthOf width of a text, in the unit of `width`
 * @param width greatest width of a line
 * @returns as few lines as can be, none beginning with a closing or ending with an opening mark
 */
export function balancedLines(text: string, widthOf: (text: string) => number, width: number): string[] {
  const pieces = piecesOf(text);
  const lines = greedyLines(pieces, widthOf, width);
  if (lines.length < 2) return lines;
  // the narrowest width that needs no further line
  let low = width / 2;
  let high = width;
  let best = lines;
  for (let i = 0; i < 8; i++) {
    const middle = (low + high) / 2;
    const narrower = greedyLines(pieces, widthOf, middle);
    if (narrower.length === lines.length && narrower.every((line) => widthOf(line) <= middle)) {
      best = narrower;
      high = middle;
    } else {
      low = middle;
    }
  }
  return best;
}

/** What is not to be parted: marks go with what they close or open. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const [piece] of text.matchAll(unit)) {
    const last = pieces.at(-1);
    if (last !== undefined && (closing.test(piece) || opening.test(last.at(-1)!))) pieces[pieces.length - 1] += piece;
    else pieces.push(piece);
  }
  return pieces;
}

function greedyLines(pieces: readonly string[], widthOf: (text: string) => number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line && widthOf((line + piece).trimEnd()) > width) {
      lines.push(line.trim());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  if (line.trim()) lines.push(line.trim());
  return lines;
}
