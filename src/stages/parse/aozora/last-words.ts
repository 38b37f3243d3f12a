/** Finds the words that an annotation names at the end of what was read: content in, the place where they begin out. */
import type { PhrasingContent, Text } from 'mdast';

/** Text of nodes without the readings over it and without calls. */
export function plainOf(nodes: readonly PhrasingContent[]): string {
  return nodes.map(plain).join('');
}

function plain(node: PhrasingContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'rubyText' || !('children' in node)) return '';
  return plainOf(node.children);
}

/**
 * Index of the node with which the last words of `out` begin; a text that holds more is cut in two for it.
 *
 * @returns undefined where the content does not end with these words, or they begin within an element
 */
export function lastWords(out: PhrasingContent[], words: string): number | undefined {
  // words that an annotation names may themselves hold signs
  const wanted = words.replace(/《[^》]*》|｜|※?［＃[^］]*］/gu, '');
  let left = wanted.length;
  if (left === 0 || !plainOf(out).endsWith(wanted)) return undefined;
  for (let i = out.length - 1; i >= 0; i--) {
    const node = out[i]!;
    const { length } = plain(node);
    if (length < left) {
      left -= length;
      continue;
    }
    if (length === left) return i;
    return node.type === 'text' ? cut(out, i, node, length - left) : undefined;
  }
  return undefined;
}

function cut(out: PhrasingContent[], at: number, node: Text, length: number): number {
  const { start, end } = node.position!;
  const middle = { ...start, offset: start.offset! + length };
  const head: Text = { type: 'text', value: node.value.slice(0, length), position: { start, end: middle } };
  const tail: Text = { type: 'text', value: node.value.slice(length), position: { start: middle, end } };
  out.splice(at, 1, head, tail);
  return at + 1;
}
