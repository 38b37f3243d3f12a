/** Finding, setting and taking out the calls of notes in a tree. */
import type { FootnoteDefinition, FootnoteReference, Nodes, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { pathTo, takeOut } from './cut-blocks.js';
import type { Anchor } from './operation.js';

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
