/**
 * Finds what no rule of the clean stage may touch in Markdown: text in, spans of the raw text in ascending order out.
 *
 * Formulas are apart from code, addresses and tags: some rules read the marks of notes out of them.
 */
import type { Span } from '../../model/index.js';
import { hideDollars } from '../../vocabulary/formula-signs.js';

const fence = /^([ \t>]*(?:[-*+]|\d{1,9}[.)])?[ \t]*)(`{3,}|~{3,})[^\n]*\n[^]*?(?:^[ \t>]*\2[`~]*[ \t]*$|$(?![^]))/gmu;
/** As it stands in plain texts: a run of stars or hyphens is none, and nothing is code to the end of a text. */
const closedFence = /^[ \t]*(`{3,})[\w+#.-]*[ \t]*\n[^]*?^[ \t]*\1[ \t]*$/gmu;
const inlineCode = /(?<!`)(`+)(?!`)(?:[^`\n]|(?!\1(?!`))`|\n(?![ \t]*\n)){1,2000}?(?<!`)\1(?!`)/gu;
const destination =
  /(?<=\]\()[ \t]*(?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|“[^”\n]*”))?[ \t]*(?=\))/gu;
const definition = /^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S+(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^)\n]*\)))?/gmu;
const tag = /<\/?[A-Za-z](?:"[^"\n]*"|'[^'\n]*'|[^'"<>\n])*>|<!--[^]*?-->/gu;
const address = /\b(?:https?|ftp):\/\/[A-Za-z\d\-._~:/?#[\]@!$&'()*+,;=%]+|<[a-z][a-z\d+.-]+:[^\s<>]*>/giu;
const tableRule = /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$/gmu;
const attributes = /\{[:#.][^{}\n]{1,80}\}|^[ \t>]*:{3,}[^\n]*$/gmu;
const formula = /\$\$[^$]+\$\$|\$[^$]+\$/gu;

/** Code, addresses, tags and the signs of links and tables. */
export function sparedSigns(text: string): Span[] {
  return merged(
    [fence, inlineCode, destination, definition, tag, address, tableRule, attributes].flatMap((pattern) =>
      spansOf(text, pattern),
    ),
  );
}

/** Code between fences: what a plain text may hold of Markdown, too. */
export function fencedCode(text: string): Span[] {
  return text.includes('```') ? spansOf(text, closedFence) : [];
}

/** @param origin raw offsets of the text, as the clean stage keeps them */
export function formulaSpans(text: string, origin: Int32Array): Span[] {
  if (!/\$|\\[([]/u.test(text)) return [];
  return merged(
    spansOf(hideDollars(text), formula).map(({ start, end }) => ({ start: origin[start]!, end: origin[end - 1]! + 1 })),
  );
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: whole }) => ({ start: index, end: index + whole.length }));
}

function merged(spans: Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else out.push({ ...span });
  }
  return out;
}

/** Does an edit reach into one of the spans? One that ends where a span begins does not. */
export function reachesInto(spans: readonly Span[], start: number, end: number): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span !== undefined && span.start < Math.max(end, start + 1) && (end > start || span.start < start);
}
