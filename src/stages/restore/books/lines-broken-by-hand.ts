/** The lines of a paragraph between its hard breaks: phrasing content in, their words out. */
import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';

export function linesBrokenByHand(nodes: readonly PhrasingContent[]): string[] {
  const lines = [''];
  for (const node of nodes) {
    if (node.type === 'break') lines.push('');
    else lines.push(`${lines.pop()!}${toString(node)}`);
  }
  return lines.map((line) => line.trim());
}
