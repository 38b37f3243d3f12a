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
import type { Text } from 'mdast';
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
      visit(block, 'text', (node: Text) => {
        let before;
        do {
          before = node.value;
          node.value = node.value.replace(torn, '$1');
        } while (node.value !== before);
      });
    }
  },
});
