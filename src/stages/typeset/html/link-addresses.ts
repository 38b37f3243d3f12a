/** Makes links of the web addresses in text: hast content in, the same with `a[href]` around each address out. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { mergeTexts } from './mark-english.js';

// RFC 3986 characters; an address ends before Han, before a fullwidth mark (。，；） …) and before blanks
const address = /https?:\/\/[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+/gi;

/** What is longer is no address; browsers take no more either. */
const longest = 2000;

/**
 * @param nodes phrasing content whose adjacent texts are merged
 * @returns the same text, links added; what is a link already is left
 */
export function linkAddresses(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return linkText(node.value);
    if (node.type === 'element' && node.tagName !== 'a' && node.tagName !== 'code') {
      node.children = linkAddresses(mergeTexts(node.children));
    }
    return [node];
  });
}

function linkText(value: string): ElementContent[] {
  if (!value.includes('://')) return [{ type: 'text', value }];
  const result: ElementContent[] = [];
  let from = 0;
  for (const match of value.matchAll(address)) {
    if (match[0].length > longest) continue;
    const text = withoutClosingMarks(match[0]);
    const href = safeAddress(text);
    if (!href) continue;
    if (match.index > from) result.push({ type: 'text', value: value.slice(from, match.index) });
    result.push(h('a', { href }, text));
    from = match.index + text.length;
  }
  if (from < value.length) result.push({ type: 'text', value: value.slice(from) });
  return result;
}

/** The mark that ends a sentence is not of the address; a closing bracket is when it was opened within. */
function withoutClosingMarks(text: string): string {
  for (;;) {
    const last = text.at(-1)!;
    const open = { ')': '(', ']': '[' }[last];
    if (open ? count(text, last) <= count(text, open) : !/[.,;:!?'*&]/.test(last)) return text;
    text = text.slice(0, -1);
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** A web address as an href that the URL standard accepts; undefined for any other scheme and for what is broken. */
export function safeAddress(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text)) return undefined;
  // a stray percent sign, and the characters that the standard lets pass but calls an error
  const encoded = text
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/[\s"<>\\^`{|}[\]]/g, (character) => encodeURIComponent(character));
  try {
    const url = new URL(encoded);
    return url.hostname.includes('.') || url.hostname === 'localhost' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
