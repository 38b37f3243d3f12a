/**
 * Takes lines of parts apart: hast of a document in, the same with a block a part out.
 *
 * A label with its abstract, names, keywords and numbers stand on one line in print. In a book each is a paragraph of
 * its own that the styles run into the line, so that it can be found, copied and read aloud as what it is.
 */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** Classes of the spans that are parts. */
const parts = ['label', 'contributor', 'keyword', 'number'];

export function separateParts(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  if (node.tagName === 'p' && node.children.some((child) => partOf(child as ElementContent))) return runIn(node);
  return { ...node, children: node.children.map((child) => separateParts(child as ElementContent)) };
}

function runIn(line: Element): Element {
  const blocks: Element[] = [];
  /** The paragraph that takes what is no part itself. */
  let open: Element | undefined;
  for (const child of line.children as ElementContent[]) {
    const part = partOf(child);
    if (part && child.type === 'element') {
      blocks.push({ ...child, tagName: 'p' });
      // what parts keywords and names goes with the one before it; what follows a label is a paragraph
      open = part === 'label' ? undefined : blocks.at(-1);
    } else if (open) {
      open.children = [...open.children, child];
    } else {
      open = h('p', [child]);
      blocks.push(open);
    }
  }
  const className = [...(Array.isArray(line.properties.className) ? line.properties.className : []), 'run-in'];
  return h('div', { ...line.properties, className }, blocks);
}

function partOf(node: ElementContent): string | undefined {
  if (node.type !== 'element' || node.tagName !== 'span') return undefined;
  const { className } = node.properties;
  return Array.isArray(className) ? parts.find((part) => className.includes(part)) : undefined;
}
