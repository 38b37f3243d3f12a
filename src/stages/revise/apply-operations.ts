/** Applies what the records of an issue come to: operations in, trees altered, in any order of records the same. */
import type { Nodes, Parents, Text } from 'mdast';
import type { TextTree } from '../../model/index.js';
import { piecesNow, type Flow, type Piece } from './flows.js';
import { takeOutCall } from './note-calls.js';
import type { Anchor, Operation, Point, WordEdit } from './operation.js';

/**
 * @param operations in the order in which they act
 * @param act runs what an operation does to blocks and notes
 */
export function applyOperations(
  trees: TextTree[],
  operations: Operation[],
  act: (operation: Operation, anchors: Anchor[]) => void,
): void {
  const anchors = setAnchors(operations.flatMap(({ points = [] }) => points));
  for (const [flow, edits] of byFlow(operations.flatMap(({ words = [] }) => words))) {
    const pieces = piecesNow(flow);
    for (const edit of edits.sort((a, b) => b.start - a.start || b.end - a.end)) replace(pieces, edit);
  }
  for (const operation of operations) {
    if (operation.act)
      act(
        operation,
        (operation.points ?? []).map((point) => anchors.get(keyOf(point))!.get(point.flow)!),
      );
  }
  for (const { root } of trees) {
    const notes = root.children.filter((node) => node.type === 'footnoteDefinition');
    dropEmptied(root);
    // a note without words has no call
    for (const note of notes) if (!root.children.includes(note)) takeOutCall(root, note.identifier);
  }
}

const keyOf = ({ at, side }: Point): string => `${at} ${side}`;

function byFlow<T extends { flow: Flow }>(items: T[]): Map<Flow, T[]> {
  const groups = new Map<Flow, T[]>();
  for (const item of items) {
    const group = groups.get(item.flow);
    if (group) group.push(item);
    else groups.set(item.flow, [item]);
  }
  return groups;
}

/** Sets an anchor at each point, from the last to the first, so that the places of the others hold. */
function setAnchors(points: Point[]): Map<string, Map<Flow, Anchor>> {
  const anchors = new Map<string, Map<Flow, Anchor>>();
  for (const [flow, ofFlow] of byFlow(points)) {
    const pieces = [...flow.pieces];
    const parents = parentsOf(flow);
    // at one place the end of what stands before it comes before the start of what follows
    for (const point of ofFlow.sort((a, b) => b.at - a.at || (a.side === 'start' ? -1 : 1))) {
      const known = anchors.get(keyOf(point)) ?? new Map<Flow, Anchor>();
      anchors.set(keyOf(point), known);
      if (!known.has(flow)) known.set(flow, setAnchor(pieces, parents, point));
    }
  }
  return anchors;
}

function parentsOf(flow: Flow): Map<Nodes, Parents> {
  const parents = new Map<Nodes, Parents>();
  const walk = (node: Nodes): void => {
    if (!('children' in node)) return;
    for (const child of node.children as Nodes[]) {
      parents.set(child, node);
      walk(child);
    }
  };
  for (const { block } of flow.passages) walk(block);
  return parents;
}

function setAnchor(pieces: Piece[], parents: Map<Nodes, Parents>, { at, side }: Point): Anchor {
  const { node, start } = pieces.findLast((piece) => (side === 'end' ? piece.start < at : piece.start <= at))!;
  const cut = at - start;
  const parent = parents.get(node as Nodes)!;
  const siblings = parent.children as Nodes[];
  const index = siblings.indexOf(node as Nodes);
  const anchor = { type: 'text', value: '' } as Anchor;
  if (node.position) {
    const edge = cut > 0 && cut >= node.value.length ? node.position.end : node.position.start;
    anchor.position = { start: edge, end: edge } as NonNullable<Text['position']>;
  }
  if (cut === 0) siblings.splice(index, 0, anchor);
  else if (cut >= node.value.length || node.type !== 'text') siblings.splice(index + 1, 0, anchor);
  else {
    const rest = cutText(node as Text, cut);
    parents.set(rest, parent);
    siblings.splice(index + 1, 0, anchor, rest);
    if (rest.position) anchor.position = { start: rest.position.start, end: rest.position.start };
  }
  parents.set(anchor, parent);
  return anchor;
}

/** Leaves the head of a text; gives its rest. */
function cutText(text: Text, cut: number): Text {
  const rest: Text = { ...text, value: text.value.slice(cut) };
  const { start, end } = text.position ?? {};
  const exact =
    start?.offset !== undefined && end?.offset !== undefined && end.offset - start.offset === text.value.length;
  if (start && end && exact) {
    const edge = { ...start, offset: start.offset! + cut, column: start.column + cut };
    rest.position = { start: edge, end };
    text.position = { start, end: edge };
  }
  text.value = text.value.slice(0, cut);
  return rest;
}

/** Alters the nodes that hold the words of an edit. */
function replace(pieces: Piece[], { start: from, end: to, text, leads }: WordEdit): void {
  const lengths = pieces.map(({ node }) => node.value.length);
  // new words go where the old ones stood; where none stood, beside the words that the record names
  const taker = pieces.findLastIndex(({ start }, i) =>
    from < to || leads ? start <= from && from < start + lengths[i]! : start < from && from <= start + lengths[i]!,
  );
  pieces.forEach(({ node, start }, i) => {
    if (i !== taker && (to <= start || from >= start + lengths[i]!)) return;
    const head = node.value.slice(0, Math.max(0, from - start));
    node.value = head + (i === taker ? text : '') + node.value.slice(Math.max(0, to - start));
  });
}

/** Takes out texts that hold nothing any more, and blocks that hold nothing else. */
function dropEmptied(parent: Parents): void {
  const kept = (parent.children as Nodes[]).filter((child) => {
    if (child.type === 'text') return child.value !== '';
    if (!('children' in child)) return true;
    const held = child.children.length;
    dropEmptied(child);
    return held === 0 || child.children.length > 0 || child.type === 'tableCell';
  });
  if (kept.length < parent.children.length) (parent.children as Nodes[]) = kept;
}
