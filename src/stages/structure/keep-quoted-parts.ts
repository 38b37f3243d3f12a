/**
 * An abstract that an article quotes is text: blocks of one article in, those of its abstract and keywords that stand amid its
 * sections body again.
 */
import type { RootContent } from 'mdast';
import type { BlockData, Role } from '../../model/index.js';
import { roleOf } from './split-articles.js';

const parts: readonly Role[] = ['abstract', 'keywords'];
/** Sections before a first abstract that nobody prints so late, unless the article ends with it. */
const mostBefore = 2;

export function keepQuotedParts(blocks: RootContent[]): void {
  const isText = (node: RootContent): boolean => roleOf(node) === 'body' && node.type === 'paragraph';
  for (const part of parts) {
    let headings = 0; // of the body, since the first group
    let first = true;
    blocks.forEach((node, i) => {
      if (roleOf(node) === 'body' && node.type === 'heading') headings++;
      if (roleOf(node) !== part) return;
      const goesOn = roleOf(blocks[i - 1] ?? node) === part && i > 0;
      const quoted = first ? headings >= mostBefore : headings > 0;
      if (quoted && blocks.slice(i + 1).some(isText))
        if (node.data) delete (node.data as BlockData).role;
        else if (!goesOn) [first, headings] = [false, 0];
    });
  }
}
