/**
 * Ties together what a line end must not part: phrasing content in, the same text with spans and joiners out.
 *
 * A note mark keeps to what it marks; the last line of a paragraph is never one character; a dash is one sign of two em.
 */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import hyphen from 'hyphen/en-us/index.js';
import { bindCalls, isBound, isElement, isPicture, splitTail, text, wordJoiner } from '../../html/bind-calls.js';

export interface TextOptions {
  /** Whether the text is Latin as a whole: no Chinese signs in it, and words that may be broken. */
  latin?: boolean;
  /** Whether Latin words may be broken: not in titles. */
  hyphenate?: boolean;
}

/** Ties the content of one paragraph, heading, cell or caption. */
export function bindText(
  children: readonly ElementContent[],
  { latin = false, hyphenate = true }: TextOptions = {},
): ElementContent[] {
  return bindTail(bindCalls(children)).flatMap((node) => markSigns(node, latin, hyphenate));
}

/** Han with the closing marks that follow it, at the end of a text. */
const lastTwo = /.(?:\p{Script=Han}|[㐀-鿿])[。，、；：！？…”’）》〉】〕」』)\].,;:!?]*\s*$/su;

/** The last two characters of a paragraph, with the marks and calls after them, stay on one line. */
export function bindTail(children: readonly ElementContent[]): ElementContent[] {
  const result = [...children];
  const last = result.at(-1);
  if (last?.type === 'text') {
    const [head, tail] = splitTail(last.value, lastTwo);
    if (tail) result.splice(-1, 1, ...text(head), h('span.bound', [...text(tail)]));
  } else if (last?.type === 'element' && isBound(last)) {
    widenBound(result, last);
  } else if (last && isElement(last, 'em', 'strong', 'span', 'b', 'i') && !isPicture(last)) {
    result[result.length - 1] = { ...last, children: bindTail(last.children as ElementContent[]) };
  }
  return result;
}

/** A span of one character and its call takes in the character before it. */
function widenBound(siblings: ElementContent[], bound: Element): void {
  const before = siblings.at(-2);
  if (before?.type === 'text') {
    const closing =
      bound.children[0]?.type === 'text' && /^[。，、；：！？…”’）》〉】〕」』]/.test(bound.children[0].value);
    const [head, tail] = splitTail(before.value, closing ? lastTwo : /.\s*$/su);
    const rest = tail || !closing ? [head, tail] : splitTail(before.value, /..$/su);
    siblings.splice(-2, 2, ...text(rest[0]!), { ...bound, children: [...text(rest[1]!), ...bound.children] });
  } else if (before) {
    siblings.splice(-1, 0, { type: 'text', value: wordJoiner });
  }
}

// two em dashes are one sign; an interpunct between Han is half an em wide; between Han and a quotation mark that has
// Latin or digits on its other side Chromium breaks no line: 级“2+2”对
//                                                              ^      ^
const signs = /—{2,}|·|(?<=\p{Script=Han})(?=[“‘][A-Za-z0-9])|(?<=[A-Za-z0-9][”’])(?=\p{Script=Han})/gu;

/** Letters of the shortest English word that may be broken. */
const leastHyphenated = 6;

function markSigns(node: ElementContent, latin: boolean, hyphenate: boolean): ElementContent[] {
  if (node.type === 'element') {
    if (node.tagName === 'a' && /^http/.test(String(node.properties.href)))
      return [{ ...node, children: breakAddress(node.children as ElementContent[]) }];
    const inLatin = node.properties.lang === undefined ? latin : node.properties.lang === 'en';
    const children = (node.children as ElementContent[]).flatMap((child) => markSigns(child, inLatin, hyphenate));
    return [{ ...node, children }];
  }
  // Chromium carries no hyphenation patterns on Linux
  if (node.type === 'text' && latin && hyphenate) {
    return text(hyphen.hyphenateSync(node.value, { minWordLength: leastHyphenated }));
  }
  if (node.type !== 'text' || latin || !/——|[·“”‘’]/u.test(node.value)) return [node];
  const result: ElementContent[] = [];
  let from = 0;
  for (const match of node.value.matchAll(signs)) {
    result.push(...text(node.value.slice(from, match.index)));
    result.push(match[0] === '' ? h('wbr') : h(match[0] === '·' ? 'span.interpunct' : 'span.dash', match[0]));
    from = match.index + match[0].length;
  }
  return [...result, ...text(node.value.slice(from))];
}

/** Places where a web address may be broken: after its signs, and within what is long and has none. */
const addressBreaks = /(?<=[^/:]\/)(?=[^/])|(?<=[._?&=%#~+-])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9]{5})(?=[A-Za-z0-9]{5})/g;

function breakAddress(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'element') return [{ ...node, children: breakAddress(node.children as ElementContent[]) }];
    if (node.type !== 'text') return [node];
    return node.value.split(addressBreaks).flatMap((piece, k) => (k > 0 ? [h('wbr'), ...text(piece)] : text(piece)));
  });
}
