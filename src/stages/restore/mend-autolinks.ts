/**
 * Reduce links whose words are their own address to the bare address.
 *
 * Damage: an OCR writes every URL as [u](u), often with broken escapes in the words: [a\\_b](a_b).
 * Evidence: words and address are equal when backslashes are taken out.
 * Leaves alone: links whose words say something else.
 *
 * @example ocr-markdown
 *   before: 见[https://example.org/a\\_b](https://example.org/a_b)。
 *   after:  见https://example.org/a_b。
 */
import type { Link, Parents, Root, RootContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { restoreRule } from '../../diagnostics/index.js';
import { spanOf } from './blocks.js';

export const mendAutolinks = restoreRule({
  name: 'mend-autolinks',
  touches: 'letters',
  apply(root, context) {
    visit(root as Root, 'link', (link: Link, index, parent: Parents | undefined) => {
      if (!parent || index === undefined) return;
      const words = toString(link);
      const plain = (text: string): string => decoded(text).replace(/\\/g, '');
      if (plain(words) !== plain(link.url) && !(plain(link.url) === `mailto:${words}`)) return;
      const url = link.url.startsWith('mailto:') ? words : link.url;
      if (url !== words) context.change(words, url, spanOf(link));
      const text: Text = { type: 'text', value: url, position: link.position! };
      (parent.children as RootContent[]).splice(index, 1, text);
    });
  },
});

function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
