/**
 * Close up addresses that a line's end or a space has torn.
 *
 * Damage: https://example.org/a- b/c, washingtontimes. com/news.
 * Evidence: a space right after a sign that ends no address (- / _ = & . before letters), and a rest that goes on like
 * an address, with a sign of its own.
 * Leaves alone: a full stop before a new sentence, words after a complete address.
 *
 * @example
 *   before: https://example.org/in-the- east/1.html
 *   after:  https://example.org/in-the-east/1.html
 */
import type { Paragraph, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { restoreRule } from '../diagnostics.js';
import { roleOf } from './blocks.js';

const torn =
  /((?:https?:\/\/|www\.)[^\s，。；）》]*(?:[-/_=&%?]|\.(?=\s[a-z]{2,4}\/))) (?=[\w%-]+[-/._=&?][\w\-/.%=&?#]*)/giu;

export const mendAddresses = restoreRule({
  name: 'mend-addresses',
  touches: 'spacing',
  apply(root) {
    for (const block of root.children) {
      if (roleOf(block) === 'contents' || block.type === 'code') continue;
      // the lines of a note are text nodes of their own: an address may run over them
      visit(block, 'paragraph', mergeLines);
      visit(block, 'text', (node: Text) => {
        node.value = closeUp(node.value);
      });
    }
  },
});

/** Takes the spaces out of every torn address. */
function closeUp(text: string): string {
  const closed = text.replace(torn, '$1');
  return closed === text ? text : closeUp(closed);
}

/** Makes neighbouring text nodes one where an address stands at the end of the first. */
function mergeLines({ children }: Paragraph): void {
  for (let i = 0; i + 1 < children.length; i++) {
    const [node, next] = [children[i]!, children[i + 1]!];
    if (node.type !== 'text' || next.type !== 'text') continue;
    node.value = closeUp(node.value);
    if (!/(?:https?:|www\.)\S*$/iu.test(node.value)) continue;
    node.value += next.value;
    node.position = { start: node.position!.start, end: next.position!.end };
    children.splice(i + 1, 1);
    i--;
  }
}
