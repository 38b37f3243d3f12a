/** Finding, setting and taking out the calls of notes in a tree. */
import type { FootnoteDefinition, FootnoteReference, Nodes, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Span } from '../../model/index.js';
import { callsBetween, passageAt, rawSpan, type Flow, type Place } from './flows.js';
import { pathTo, takeOut } from './cut-blocks.js';
import type { Anchor } from './operation.js';

/** Calls between the words of a place and the next ones of its passage. */
export function callsBehind({ flow, end }: Place): Flow['calls'] {
  const limit = passageAt(flow, end - 1).end;
  return callsBetween(flow, end, limit).filter(({ at }) => flow.text.slice(end, at).trim() === '');
}

/** Raw offsets of a place, up to the last of the calls behind it: signs of markup may stand between. */
export function spanWithCalls(place: Place): Span {
  const { start, end } = rawSpan(place);
  return { start, end: Math.max(end, ...callsBehind(place).map(({ node }) => node.position?.start.offset ?? end)) };
}

/** Takes out every call of a note. */
export function takeOutCall(root: Root, identifier: string): void {
  const calls: [Parents, FootnoteReference][] = [];
  visit(root, 'footnoteReference', (node, _, parent) => {
    if (node.identifier === identifier && parent) calls.push([parent, node]);
  });
  for (const [parent, node] of calls) takeOut(parent, node);
}

/** Sets a call at an anchor, behind those that stand there already. */
export function setCall(root: Root, anchor: Anchor, call: FootnoteReference): void {
  const parent = pathTo(root, anchor).at(-1)!;
  const siblings = parent.children as Nodes[];
  let at = siblings.indexOf(anchor) + 1;
  while (siblings[at]?.type === 'footnoteReference') at++;
  siblings.splice(at, 0, call);
}

/** The definition with an identifier. */
export function definitionOf(root: Root, identifier: string): FootnoteDefinition | undefined {
  return root.children.find(
    (node): node is FootnoteDefinition => node.type === 'footnoteDefinition' && node.identifier === identifier,
  );
}

/** An identifier that no note of a tree bears. */
export function freeIdentifier(root: Root): string {
  const taken = new Set(root.children.map((node) => (node.type === 'footnoteDefinition' ? node.identifier : '')));
  let n = 1;
  while (taken.has(`r${n}`)) n++;
  return `r${n}`;
}
