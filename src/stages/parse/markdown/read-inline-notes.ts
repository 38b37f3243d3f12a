/**
 * Makes notes of what stands in the line: `^[…]` in, a call and a definition at the end of the text out.
 *
 * A note may hold emphasis, links and code; its bracket closes where those within it are closed.
 */
import type { FootnoteDefinition, PhrasingContent, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { TellSigns } from './read-containers.js';

export function readInlineNotes(root: Root, tell: TellSigns): void {
  const labels = new Set<string>();
  visit(root, 'footnoteDefinition', ({ identifier }) => void labels.add(identifier));
  const notes: FootnoteDefinition[] = [];
  const labelled = (): string => {
    let label = `inline-${notes.length + 1}`;
    while (labels.has(label)) label += '-';
    labels.add(label);
    return label;
  };
  visit(root, (node) => {
    if (!('children' in node) || !node.children.some((child) => child.type === 'text' && child.value.includes('^[')))
      return;
    let children = node.children as PhrasingContent[];
    for (;;) {
      const found = firstNote(children);
      if (!found) break;
      const { before, content, behind, at } = found;
      const identifier = labelled();
      tell(at, '^[');
      tell(at, ']');
      notes.push({
        type: 'footnoteDefinition',
        identifier,
        label: identifier,
        position: at.position!,
        children: [{ type: 'paragraph', children: content, position: at.position! }],
      });
      children = [
        ...before,
        { type: 'footnoteReference', identifier, label: identifier, position: at.position! },
        ...behind,
      ];
    }
    (node.children as PhrasingContent[]) = children;
  });
  root.children.push(...notes);
}

interface FoundNote {
  before: PhrasingContent[];
  content: PhrasingContent[];
  behind: PhrasingContent[];
  at: Text;
}

function firstNote(nodes: readonly PhrasingContent[]): FoundNote | undefined {
  for (const [i, node] of nodes.entries()) {
    const start = node.type === 'text' ? node.value.indexOf('^[') : -1;
    if (node.type !== 'text' || start < 0) continue;
    let depth = 1;
    for (const [j, other] of nodes.entries()) {
      if (j < i || other.type !== 'text') continue;
      for (let k = j === i ? start + 2 : 0; k < other.value.length; k++) {
        if (other.value[k] === '[') depth++;
        else if (other.value[k] === ']' && --depth === 0) {
          const last =
            j === i
              ? [textOf(node, start + 2, k)]
              : [textOf(node, start + 2), ...nodes.slice(i + 1, j), textOf(other, 0, k)];
          return {
            before: [...nodes.slice(0, i), textOf(node, 0, start)].filter(hasWords),
            content: last.filter(hasWords),
            behind: [textOf(other, k + 1), ...nodes.slice(j + 1)].filter(hasWords),
            at: node,
          };
        }
      }
    }
  }
  return undefined;
}

function textOf(node: Text, from: number, to?: number): Text {
  return { ...node, value: node.value.slice(from, to) };
}

function hasWords(node: PhrasingContent): boolean {
  return node.type !== 'text' || node.value !== '';
}
