/**
 * Find the ends of letters and prefaces: who signs, and when and where.
 *
 * Damage: a name and a date at the foot of a letter stand as paragraphs like any other.
 * Evidence: a line that is a date and nothing else, the last but for more of its kind before a head, a break or the end of
 * the text; above it a short line without a mark, or one that takes leave (此致 敬礼).
 * Leaves alone: dates before text, as diaries have them; sentences; short lines of dialogue and verse.
 *
 * @example
 *   before: 　　见字如面。
 *           　　后学　程默
 *           　　一九五六年十二月三日
 *   after:  见字如面。
 *           signature: 后学　程默
 *           signature: 一九五六年十二月三日
 */
import type { Paragraph, RootContent } from 'mdast';
import { restoreRule } from '../../diagnostics/index.js';
import { dateLine, takesLeave } from '../../vocabulary/books/letters.js';
import { visit } from 'unist-util-visit';
import { linesBrokenByHand } from './books/lines-broken-by-hand.js';
import { dataOf, isParagraph, roleOf, textOf } from './blocks.js';

/** A line that signs is no longer, characters. */
const longestSignature = 24;
/** So many lines above a date may sign. */
const mostAbove = 3;

export const findSignatures = restoreRule({
  name: 'find-signatures',
  touches: 'structure',
  apply(root) {
    visit(root, (node) => {
      if (flows.has(node.type) && 'children' in node) signIn(node.children as RootContent[]);
    });
  },
});

/** Letters stand among the blocks of a text, in quotations and in boxes. */
const flows = new Set(['root', 'blockquote', 'container']);

function signIn(blocks: readonly RootContent[]): void {
  for (const node of blocks) if (isLine(node) && signsByHand(node)) sign(node);
  blocks.forEach((node, at) => {
    if (!isLine(node) || !dateLine.test(textOf(node).trim()) || !endsPart(blocks[at + 1])) return;
    sign(node);
    for (let i = at - 1; i >= Math.max(0, at - mostAbove); i--) {
      const above = blocks[i];
      if (!isLine(above) || !signs(textOf(above).trim())) break;
      sign(above);
    }
  });
  blocks.forEach((node, at) => {
    const before = blocks[at - 1];
    if (isLine(node) && isParagraph(before) && takesLeave.test(textOf(before).trim()) && signs(textOf(node).trim()))
      sign(node);
  });
}

/** A name and a date on lines that their author has broken. */
function signsByHand({ children }: Paragraph): boolean {
  const lines = linesBrokenByHand(children);
  return lines.length > 1 && dateLine.test(lines.at(-1)!) && lines.slice(0, -1).every(signs);
}

function isLine(node: RootContent | undefined): node is Paragraph {
  return isParagraph(node) && roleOf(node) === 'body' && !node.data?.verse && !node.data?.speaker;
}

function signs(text: string): boolean {
  const words = text.length <= longestSignature && !/[，。；：！？、,;:!?“”「」]/u.test(text);
  // 2.名单: an item that was sent along
  return words && !/^\d{1,2}[.．]/u.test(text) && !takesLeave.test(text);
}

function sign(node: Paragraph): void {
  dataOf(node).signature = true;
  dataOf(node).ownLine = true;
}

/** What follows the foot of a letter: nothing, a head, a break, a salutation, 附 and 又及. */
function endsPart(next: RootContent | undefined): boolean {
  if (next === undefined || !isParagraph(next) || roleOf(next) !== 'body') return true;
  const text = textOf(next).trim();
  return text.length <= longestSignature && (/[：:]$/u.test(text) || /^(?:附|又及|再启|PS)/u.test(text));
}
