/** The words of hast content, without note calls and pictures: for contents, outlines and metadata. */
import type { ElementContent } from 'hast';

/** Text of the nodes, white space collapsed. */
export function plainText(nodes: readonly ElementContent[]): string {
  return collect(nodes).replace(/\s+/g, ' ').trim();
}

function collect(nodes: readonly ElementContent[]): string {
  let text = '';
  for (const node of nodes) {
    if (node.type === 'text') text += node.value;
    else if (node.type !== 'element') continue;
    else if (node.tagName === 'br') text += ' ';
    // the reading over a word is no word of the line
    else if (node.tagName !== 'rt' && !isNoteCall(node)) text += collect(node.children);
  }
  return text;
}

/** Whether a node is an `a.note-call`, the place where a note is called. */
export function isNoteCall(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'a' && node.properties.dataNote !== undefined;
}
