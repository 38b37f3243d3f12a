/** What every restore rule asks of a block, and the joining of two pieces of text. */
import type { FootnoteReference, Heading, Nodes, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { BlockData, Role, Span } from '../../model/index.js';
import { closingMark, endsSentence, isChinese } from '../../vocabulary/characters.js';
import { gapBetween } from '../../vocabulary/line-joins.js';

/** A block that holds running text. */
export type TextBlock = Paragraph | Heading;

export function isTextBlock(node: RootContent | undefined): node is TextBlock {
  return node?.type === 'paragraph' || node?.type === 'heading';
}

export function isParagraph(node: RootContent | undefined): node is Paragraph {
  return node?.type === 'paragraph';
}

/** Text of a block without its note calls. */
export function textOf(node: RootContent): string {
  return toString(node, { includeImageAlt: false });
}

/** More of a paragraph's end than any rule looks at. */
const longestEnd = 400;

/** The end of a block's text: a paragraph that grows by a line is not read afresh from its beginning each time. */
export function endOf(block: TextBlock): string {
  let end = '';
  for (let i = block.children.length - 1; i >= 0 && end.length < longestEnd; i--)
    end = textOf(block.children[i] as RootContent) + end;
  return end.slice(-longestEnd);
}

/** Does a block end as a sentence does, the raised mark behind it aside? */
export function endsComplete(block: TextBlock): boolean {
  const last = block.children.at(-1);
  const raised = last?.type === 'text' && last.data?.raised === true && /^\D?\d{1,3}\D?$/u.test(last.value.trim());
  return isComplete(raised ? textOf({ ...block, children: block.children.slice(0, -1) }) : textOf(block));
}

export function dataOf(node: RootContent): BlockData {
  return (node.data ??= {}) as BlockData;
}

export function roleOf(node: RootContent): Role {
  return (node.data as BlockData | undefined)?.role ?? 'body';
}

export function setRole(node: RootContent, role: Role): void {
  dataOf(node).role = role;
}

/** Is this a paragraph of the body that may be joined with its neighbours? */
export function isRunningText(node: RootContent | undefined): node is Paragraph {
  return isParagraph(node) && roleOf(node) === 'body' && !node.data?.caption && !node.data?.source;
}

const openingRoles = new Set<Role>(['column', 'title', 'subtitle', 'byline']);

/** Which blocks open an article: a title or column after anything but a title, column or byline. */
export function articleStarts(blocks: RootContent[]): boolean[] {
  let within = false; // an opening
  let begun = false; // an article
  return blocks.map((node) => {
    const role = roleOf(node);
    if (role === 'masthead' || role === 'contents') return false;
    const opens = (role === 'title' || role === 'column') && !(within && begun);
    within = openingRoles.has(role);
    begun ||= opens || node.type !== 'footnoteDefinition';
    return opens;
  });
}

/** The calls of notes within nodes, in order. */
export function callsIn(nodes: readonly Nodes[]): FootnoteReference[] {
  return nodes.flatMap((node) =>
    node.type === 'footnoteReference' ? [node] : 'children' in node ? callsIn(node.children) : [],
  );
}

/** Raw offsets of a node. */
export function spanOf(node: { position?: RootContent['position'] }): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** Does a text end as a sentence of its language does? */
export function isComplete(text: string): boolean {
  if (endsSentence(text)) return true;
  return !isChinese(text.slice(-40)) && /[.．!?]["”’)\]]*\s*$/.test(text);
}

/** Moves the children of `next` to the end of `block`, with the gap that belongs between them. */
export function append(block: TextBlock, next: TextBlock): void {
  const gap = gapBetween(endOf(block), textOf(next));
  const last = block.children.at(-1);
  if (gap !== '' && last) {
    const at = last.position?.end ?? block.position!.end;
    const space: Text = { type: 'text', value: gap, position: { start: at, end: at } };
    block.children.push(space);
  }
  block.children.push(...(next.children as PhrasingContent[]));
  if (block.position && next.position) block.position = { start: block.position.start, end: next.position.end };
  if (next.data?.line && block.data?.line) {
    block.data.firstLine ??= block.data.line;
    block.data.line = next.data.line;
  }
}

/** Removes the first `length` UTF-16 units of a block's text and returns them. */
export function cutLead(block: TextBlock, length: number): string {
  let left = length;
  let cut = '';
  while (left > 0 && block.children.length > 0) {
    const [first] = block.children;
    if (first!.type === 'text') {
      const taken = first!.value.slice(0, left);
      cut += taken;
      left -= taken.length;
      first!.value = first!.value.slice(taken.length);
      if (first!.value !== '') break;
      block.children.shift();
    } else if ('children' in first!) {
      const text = toString(first);
      if (text.length > left) {
        const inner = first.children[0];
        if (inner?.type !== 'text') break;
        cut += inner.value.slice(0, left);
        inner.value = inner.value.slice(left);
        left = 0;
        break;
      }
      cut += text;
      left -= text.length;
      block.children.shift();
    } else break;
  }
  const [head] = block.children;
  if (head?.type === 'text') head.value = head.value.trimStart();
  return cut;
}

/** Removes the last `length` UTF-16 units of a block's text, as far as its last piece holds them. */
export function cutTail(block: TextBlock, length: number): void {
  const last = block.children.at(-1);
  if (last?.type === 'text') last.value = last.value.slice(0, -length).trimEnd();
}

/** Index of the next block at or after `from` that satisfies a test, or -1. */
export function findFrom(root: Root, from: number, test: (node: RootContent) => boolean): number {
  for (let i = from; i < root.children.length; i++) if (test(root.children[i]!)) return i;
  return -1;
}

/** A text without closing quotes and brackets at its end. */
export function bare(text: string): string {
  return text.replace(new RegExp(`[${closingMark}\\s]+$`, 'u'), '');
}
