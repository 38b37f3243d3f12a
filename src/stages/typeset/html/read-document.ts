/** Reads a finished document back: its XHTML in, its words, notes and note calls out. */
import type { ElementContent, RootContent } from 'hast';
import { added, isClass, openingFoot } from './classes.js';
import { wordsOf, type DocumentFlow } from './document-flow.js';
import { readXhtml } from './read-xhtml.js';

type Node = ElementContent | RootContent;

/** What the XHTML of a document says. */
export function readDocument(xhtml: string): DocumentFlow {
  const children = readXhtml(xhtml);
  const calls: string[] = [];
  const notes = new Map<string, string>();
  const feet: Node[] = [];
  const text = wordsOf(children, (node) => {
    if (isClass(node, 'note-call')) calls.push(String(property(node, 'href')).replace(/^.*#/, ''));
    if (isClass(node, openingFoot)) feet.push(node);
    return ['note-call', 'notes', openingFoot, added].some((name) => isClass(node, name));
  });
  for (const node of elements(children))
    if (isClass(node, 'footnote')) notes.set(String(property(node, 'id')), noteText(node));
  return { text, foot: wordsOf(feet, () => false), notes, calls };
}

/** The note without its number and the links that lead back. */
function noteText(node: Node): string {
  return wordsOf('children' in node ? node.children : [], (child) =>
    ['note-call', 'note-back', added].some((name) => isClass(child, name)),
  );
}

function* elements(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    yield node;
    yield* elements(node.children);
  }
}

const property = (node: Node, name: string): unknown => (node.type === 'element' ? node.properties[name] : undefined);
