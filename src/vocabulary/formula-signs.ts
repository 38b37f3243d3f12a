/**
 * Tells the dollars of formulas from all others: Markdown in, the same with every other dollar hidden out.
 *
 * A dollar opens a formula before a sign and closes one behind a sign, and no digit follows it: $5 与 $6 are prices. What
 * stands in `\(…\)` and `\[…\]` gets dollars, where it reads as a formula. Nothing changes its length.
 */

/** Stands for a dollar that is none of a formula; no text has it. */
export const hiddenDollar = '\uFDD0';

/** A formula is no longer, characters: what opens one and never closes it does not take the rest of the text along. */
const longestFormula = 4000;

/** A command, a raised or lowered sign, an operator, or a lone letter. */
const formulaSign = /\\(?:[A-Za-z]+|[{}|,;!])|[\^_=<>+*/]|[−≤≥≠≈±×]|^\s*[A-Za-z](?:['′])?\s*$/u;

/** @param brackets whether `\(…\)` and `\[…\]` are signs of formulas, too */
export function hideDollars(text: string, brackets = true): string {
  if (!/\$|\\[([]/u.test(text)) return text;
  const signs = text.split('');
  let at = 0;
  while (at < text.length) {
    const sign = text[at]!;
    if (sign === '`' || sign === '~') at = behindCode(text, at);
    else if (sign === ']' && text[at + 1] === '(') at = behindAddress(text, at);
    else if (sign === '\\') at = brackets ? bracketed(text, at, signs) : at + 2;
    else if (sign === '$') at = dollars(text, at, signs);
    else at++;
  }
  return signs.join('');
}

/** Every stand-in as the dollar that it is. */
export function showDollars(text: string): string {
  return text.replaceAll(hiddenDollar, '$');
}

/** Where code ends that opens here; the place behind its signs where it never closes. */
function behindCode(text: string, at: number): number {
  const sign = text[at]!;
  const run = /^(?:`+|~+)/u.exec(text.slice(at, at + 200))![0];
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const isFence = run.length >= 3 && /^[ \t>]*$/u.test(text.slice(lineStart, at));
  if (isFence) {
    const close = new RegExp(`^[ \\t>]*${sign}{${run.length},}[ \\t]*$`, 'gmu');
    close.lastIndex = at + run.length;
    const found = close.exec(text);
    return found ? found.index + found[0].length : text.length;
  }
  if (sign === '~') return at + run.length;
  const close = new RegExp(`(?<!\`)\`{${run.length}}(?!\`)`, 'gu');
  const end = paragraphEnd(text, at + run.length);
  close.lastIndex = at + run.length;
  const found = close.exec(text.slice(0, end));
  return found ? found.index + run.length : at + run.length;
}

/** An address may have brackets of its own, with backslashes before them. */
function behindAddress(text: string, at: number): number {
  address.lastIndex = at;
  return at + (address.exec(text)?.[0].length ?? 1);
}

const address = /\]\((?:<[^<>\n]*>|(?:\\.|[^\s()\\]|\([^\s()]*\))*)/uy;

/** An empty line ends every formula. */
function paragraphEnd(text: string, from: number): number {
  const stretch = text.slice(from, from + longestFormula);
  const blank = stretch.search(/\n[ \t>]*\n/u);
  return from + (blank < 0 ? stretch.length : blank);
}

/** `\(…\)` and `\[…\]`; a backslash before anything else keeps what follows from being a sign. */
function bracketed(text: string, at: number, signs: string[]): number {
  const closing = { '(': '\\)', '[': '\\]' }[text[at + 1]!];
  if (closing === undefined) return at + 2;
  const end = text.indexOf(closing, at + 2);
  if (end < 0 || end >= paragraphEnd(text, at + 2)) return at + 2;
  const inner = text.slice(at + 2, end);
  if (!formulaSign.test(inner) || (hasHan(inner) && !inner.includes('\\'))) return at + 2;
  signs.splice(at, 2, '$', '$');
  signs.splice(end, 2, '$', '$');
  onOneLine(text, at, end, signs);
  return end + 2;
}

function dollars(text: string, at: number, signs: string[]): number {
  const run = /^\$+/u.exec(text.slice(at, at + 100))![0].length;
  const end = run > 2 ? -1 : closingOf(text, at, run);
  if (end < 0) {
    for (let i = at; i < at + run; i++) signs[i] = hiddenDollar;
    return at + run;
  }
  if (run === 2) onOneLine(text, at, end, signs);
  return end + run;
}

/** Where the formula closes that so many dollars open; -1 where they open none. */
function closingOf(text: string, at: number, run: number): number {
  const limit = paragraphEnd(text, at + run);
  for (let end = at + run; end < limit; end++) {
    if (text[end] === '\\') end++;
    else if (text[end] === '$') {
      const inner = text.slice(at + run, end);
      const length = /^\$+/u.exec(text.slice(end, end + 100))![0].length;
      if (inner.trim() === '' || length !== run) return -1;
      if (hasHan(inner) && !/[\\^_=]/u.test(inner)) return -1;
      if (run === 2) return end;
      return /^\s|\s$/u.test(inner) || /\d/u.test(text[end + 1] ?? '') ? -1 : end;
    }
  }
  return -1;
}

/**
 * Signs of a display on lines of their own fence it. Any other display is read as one line: its first line would be
 * taken for such a fence, and nothing would close it.
 */
function onOneLine(text: string, at: number, end: number, signs: string[]): void {
  const line = (from: number, to: number): string => text.slice(from, to);
  const before = line(text.lastIndexOf('\n', at - 1) + 1, at);
  const opens = /^[ \t>]*$/u.test(before) && /^[ \t]*\n/u.test(text.slice(at + 2, at + 80));
  const closesAlone =
    /^[ \t>]*$/u.test(line(text.lastIndexOf('\n', end - 1) + 1, end)) &&
    /^[ \t]*(?:\n|$)/u.test(text.slice(end + 2, end + 80));
  if (opens && closesAlone) return;
  for (let i = at + 2; i < end; i++) if (text[i] === '\n') signs[i] = ' ';
}

function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
