/**
 * Breaks a line where a reader would: a line and a number of columns in, lines that hang below the first out.
 *
 * Latin breaks at blanks, Chinese between characters, but no closing mark begins a line and no opening one ends one.
 * A path that is longer than a line stays whole, so that it can be copied.
 */
import { isWide, textWidth } from './text-width.js';

const closing = /^[，。、；：！？”’）》〉】〕」』·…—,.;:!?)\]}»]/u;
const opening = /[“‘（《〈【〔「『([{«]$/u;

const piece = /\u001B\[[0-9;]*m|\s+|[^\s\u001B]/gu;

/** @param hang blanks before each line but the first, beyond those that the first begins with */
export function wrapLine(line: string, columns: number, hang = 4): string[] {
  if (textWidth(line) <= columns) return [line];
  const indent = /^ */.exec(line)![0].length;
  const lead = ' '.repeat(Math.min(indent + hang, Math.floor(columns / 3)));
  const lines: string[] = [];
  let current = '';
  for (const word of wordsOf(line)) {
    const full = current.trim() !== '' && textWidth(current + word.trimEnd()) > columns;
    if (full && word.trim() !== '') {
      lines.push(current.trimEnd());
      current = lead + word.trimStart();
    } else current += word;
  }
  return [...lines, current.trimEnd()];
}

/** Pieces between which a line may end; blanks stand with the word before them. */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  for (const [part] of line.matchAll(piece)) {
    const last = words.at(-1);
    if (last !== undefined && staysWith(last, part)) words[words.length - 1] = last + part;
    else words.push(part);
  }
  return words;
}

function staysWith(before: string, part: string): boolean {
  if (part.startsWith('\u001B') || (before.endsWith('m') && /\u001B\[[0-9;]*m$/.test(before))) return true;
  if (/^\s/.test(part)) return true;
  if (/\s$/.test(before)) return before.trim() === '';
  return closing.test(part) || opening.test(before) || !(isWide(part) || isWide(before.at(-1)!));
}
