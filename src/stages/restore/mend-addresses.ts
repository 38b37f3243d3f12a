/**
 * Close up addresses that a line's end or a space has torn.
 *
 * Damage: https://example.org/a- b/c, washingtontimes. com/news, id =7; or the space before one lost: 1985,https://….
 * Evidence: a space beside a sign that ends no address (- / _ = & . before letters), and a rest that goes on like
 * an address, with a sign of its own; a comma of a Latin citation right before an address.
 * Leaves alone: a full stop before a new sentence, words after a complete address.
 *
 * @example
 *   before: https://example.org/in-the- east/1.html
 *   after:  https://example.org/in-the-east/1.html
 */
import type { Paragraph, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { restoreRule } from '../../diagnostics/index.js';
import { roleOf } from './blocks.js';

const address = '(?:https?:\\/\\/|www\\.)[^\\s，。；）》]*';

/** Spaces in an address, what stands before and behind them. */
const torn = (
  [
    // behind a sign that ends none
    [`${address}(?:[-/_=&%?]|\\.(?=\\s[a-z]{2,4}\\/))`, '[\\w%-]+[-/._=&?][\\w\\-/.%=&?#]*'],
    // behind its beginning
    ['https?:\\/\\/(?:www\\.)?', '[a-z\\d]'],
    // before a sign, and within the value of a parameter
    [address, '[=&]\\w'],
    [`${address}[?&]\\w+=\\w*`, '\\w+&\\w+='],
  ] as const
).map(([before, behind]) => new RegExp(`(${before}) (?=${behind})`, 'giu'));

/** The end of a Latin citation that its address follows. */
const lostSpace = /(?<=[a-z\d”"’)\]],)(?=https?:\/\/)/giu;

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
  const closed = torn.reduce((closing, pattern) => closing.replace(pattern, '$1'), text).replace(lostSpace, ' ');
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
