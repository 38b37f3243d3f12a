/**
 * Ties note marks to what they mark, so that none opens a line: phrasing content in, the same with spans and joiners out.
 *
 * `span.bound` wants `white-space: nowrap` of the styles.
 */
import type { Element, ElementContent, Text } from 'hast';
import { h } from 'hastscript';
import { isNoteCall } from './plain-text.js';

/** Forbids a line end where two elements meet and no one span can hold both. It has no width and no glyph. */
export const wordJoiner = '\u2060';

/** Marks in a row that stay on one line. With more a narrow screen has no room for them. */
const mostTogether = 6;

/** Each run of calls goes into one span with the character before it; elements are gone through to their leaves. */
export function bindCalls(children: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const child of children) {
    const node =
      child.type === 'element' && !isNoteCall(child)
        ? { ...child, children: bindCalls(child.children as ElementContent[]) }
        : child;
    if (isNoteCall(node)) attachCall(result, node as Element);
    else result.push(node);
  }
  return result;
}

function attachCall(before: ElementContent[], call: Element): void {
  const last = before.at(-1);
  if (
    !last ||
    isNoteCall(last) ||
    (isElement(last, 'span') &&
      last.children.filter((child) => isNoteCall(child as ElementContent)).length >= mostTogether)
  ) {
    before.push(call);
  } else if (last.type === 'text') {
    const [head, tail] = splitTail(last.value, /\S\s*$/u);
    before.pop();
    if (head) before.push({ type: 'text', value: head });
    before.push(h('span.bound', [...text(tail), call]));
  } else if (isElement(last, 'span', 'em', 'strong', 'b', 'i') && last.children.length > 0 && !isPicture(last)) {
    const children = [...last.children] as ElementContent[];
    if (isBound(last)) children.push(call);
    else attachCall(children, call);
    before[before.length - 1] = { ...last, children };
  } else {
    before.push({ type: 'text', value: wordJoiner }, call);
  }
}

/** A text before and from where the pattern matches; all and nothing where it does not. */
export function splitTail(value: string, tail: RegExp): [string, string] {
  const match = tail.exec(value);
  return match ? [value.slice(0, match.index), value.slice(match.index)] : [value, ''];
}

/** A text node, or none for no words. */
export function text(value: string): Text[] {
  return value ? [{ type: 'text', value }] : [];
}

/** Whether a node is an element of one of these names. */
export function isElement(node: ElementContent, ...names: string[]): node is Element {
  return node.type === 'element' && names.includes(node.tagName);
}

/** Whether an element already keeps its words together. */
export function isBound(node: Element): boolean {
  return Array.isArray(node.properties.className) && node.properties.className.includes('bound');
}

/** Whether an element stands for a picture. */
export function isPicture(node: Element): boolean {
  return Array.isArray(node.properties.className) && node.properties.className.includes('picture-missing');
}
