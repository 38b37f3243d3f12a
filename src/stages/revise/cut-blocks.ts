/** Cutting, joining and taking out blocks of a tree round the anchors of corrections. */
import type { FootnoteDefinition, Heading, Nodes, Parents, Root, RootContent } from 'mdast';
import { append, isTextBlock, type TextBlock } from '../restore/blocks.js';
import { messages } from '../../messages/index.js';
import { Refusal } from './record-kind.js';
import type { Anchor } from './operation.js';

/** A block of text and what holds it. */
export interface Held {
  block: TextBlock;
  parent: Parents;
}

/** The way from the root down to a node, itself left out. */
export function pathTo(root: Root, node: Nodes): Parents[] {
  const way: Parents[] = [];
  const search = (parent: Parents): boolean => {
    way.push(parent);
    for (const child of parent.children as Nodes[]) {
      if (child === node || ('children' in child && search(child))) return true;
    }
    way.pop();
    return false;
  };
  if (!search(root)) throw new Refusal('alone', messages.revise.gone);
  return way;
}

/** The block of text that an anchor stands in. */
export function blockOf(root: Root, anchor: Anchor): Held {
  const way = pathTo(root, anchor);
  const at = way.findLastIndex((node) => isTextBlock(node as RootContent));
  if (at < 1) throw new Refusal('in-text', messages.revise.notInText);
  return { block: way[at] as TextBlock, parent: way[at - 1]! };
}

/** The block of the root that an anchor stands in. */
export function topOf(root: Root, anchor: Anchor): RootContent {
  return (pathTo(root, anchor)[1] ?? anchor) as RootContent;
}

/** The note that an anchor stands in. */
export function noteOf(root: Root, anchor: Anchor): FootnoteDefinition | undefined {
  return pathTo(root, anchor).find((node) => node.type === 'footnoteDefinition');
}

/** Makes an anchor the first of a block; gives that block. */
export function cutBefore(root: Root, anchor: Anchor): Held {
  const { block, parent } = blockOf(root, anchor);
  const way = pathTo(root, anchor);
  const levels = way.slice(way.indexOf(block));
  const isFirst = levels.every((node, i) => {
    const within = levels[i + 1] ?? anchor;
    const before = (node.children as Nodes[]).slice(0, (node.children as Nodes[]).indexOf(within as Nodes));
    return before.every(isNothing);
  });
  if (isFirst) return { block, parent };
  const rest = cut(levels, anchor, 0);
  insertAfter(parent, block, rest as RootContent);
  return { block: rest as TextBlock, parent };
}

/** Makes an anchor, with the notes called right behind it, the last of a block; gives that block. */
export function cutAfter(root: Root, anchor: Anchor): Held {
  const { block, parent } = blockOf(root, anchor);
  const way = pathTo(root, anchor);
  const levels = way.slice(way.indexOf(block));
  const siblings = levels.at(-1)!.children as Nodes[];
  let last: Nodes = anchor;
  for (const node of siblings.slice(siblings.indexOf(anchor) + 1)) {
    if (node.type !== 'footnoteReference' && !isNothing(node)) break;
    last = node;
  }
  const isLast = levels.every((node, i) => {
    const within = levels[i + 1] ?? last;
    return (node.children as Nodes[]).slice((node.children as Nodes[]).indexOf(within as Nodes) + 1).every(isNothing);
  });
  if (!isLast) insertAfter(parent, block, cut(levels, last, 1) as RootContent);
  return { block, parent };
}

/** Makes what stands between two anchors one block of its own, whatever blocks it was. */
export function isolate(root: Root, from: Anchor, to: Anchor): Held {
  const last = cutAfter(root, to).block;
  const held = cutBefore(root, from);
  // what was cut off behind stands after the last block, which may be the first one, too
  const { block, parent } = held;
  const blocks = parent.children as RootContent[];
  const end = pathHas(block, to) ? block : last;
  while (block !== end) {
    const next = blocks.slice(blocks.indexOf(block) + 1).find((node) => isTextBlock(node));
    if (!next || !isTextBlock(next)) throw new Refusal('in-text', messages.revise.notInText);
    append(block, next);
    blocks.splice(blocks.indexOf(next), 1);
    if (next === end) break;
  }
  return held;
}

/** Takes a node out of what holds it. */
export function takeOut(parent: Parents, node: Nodes): void {
  const at = (parent.children as Nodes[]).indexOf(node);
  if (at >= 0) parent.children.splice(at, 1);
}

/** Puts a node behind another one. */
export function insertAfter(parent: Parents, before: Nodes, node: Nodes): void {
  (parent.children as Nodes[]).splice((parent.children as Nodes[]).indexOf(before) + 1, 0, node);
}

function pathHas(block: Nodes, anchor: Anchor): boolean {
  return block === anchor || ('children' in block && (block.children as Nodes[]).some((node) => pathHas(node, anchor)));
}

const isNothing = (node: Nodes): boolean =>
  (node.type === 'text' && node.value.trim() === '') || node.type === 'pageBreak';

/**
 * Moves what follows a node, on every level of the way to it, into copies of the nodes that hold it.
 *
 * @param skip 0 to move the node itself along, 1 to leave it
 */
function cut([outer, ...inner]: Parents[], node: Nodes, skip: 0 | 1): Parents {
  const within = inner[0] ?? node;
  const at = (outer!.children as Nodes[]).indexOf(within as Nodes);
  const moved = outer!.children.splice(at + (inner.length > 0 ? 1 : skip)) as Nodes[];
  if (inner.length > 0) moved.unshift(cut(inner, node, skip) as Nodes);
  const rest = { ...outer!, children: moved, ...(outer!.data && { data: { ...outer!.data } }) } as Parents;
  // what follows a heading is text
  if (rest.type === 'heading') {
    Object.assign(rest, { type: 'paragraph' });
    delete (rest as Partial<Heading>).depth;
  }
  if (outer!.position) {
    const start = moved.find(({ position }) => position)?.position?.start ?? outer!.position.end;
    rest.position = { start, end: outer!.position.end };
    outer!.position = { start: outer!.position.start, end: start };
  }
  return rest;
}
