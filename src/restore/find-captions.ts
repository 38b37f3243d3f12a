/**
 * Tell the captions of tables and figures and the lines that name their source.
 *
 * Damage: they stand as plain lines, often cutting a sentence; the figure itself is lost.
 * Evidence: 表 or 图 with a number at the start of a short block that ends no sentence; 资料来源： at the start of one.
 * Leaves alone: sentences that begin with 表1显示……
 *
 * @example
 *   before: 表 1  两种工艺的比较
 *   after:  table caption: 表1　两种工艺的比较
 */
import type { Paragraph } from 'mdast';
import { restoreRule } from '../diagnostics.js';
import { captionPattern, sourceLinePattern } from '../vocabulary/labels.js';
import { dataOf, isComplete, isParagraph, roleOf, textOf } from './blocks.js';

const longestCaption = 60;

export const findCaptions = restoreRule({
  name: 'find-captions',
  touches: 'structure',
  apply(root) {
    const blocks = root.children;
    blocks.forEach((node, i) => {
      if (!isParagraph(node) || roleOf(node) !== 'body') return;
      const text = textOf(node).trim();
      if (text.length <= longestCaption && captionPattern.test(text) && !isComplete(text) && !/[，；：]$/u.test(text)) {
        partNumber(node);
        dataOf(node).caption = /^[表T附]/u.test(text) && !text.startsWith('附图') ? 'table' : 'figure';
      } else if (sourceLinePattern.test(text)) {
        const near = blocks.slice(Math.max(0, i - 40), i);
        if (near.some((other) => other.type === 'table' || dataOf(other).caption !== undefined))
          dataOf(node).source = true;
      }
    });
  },
});

/** 表 1  两种 and 表1两种 → 表1　两种: the number is one word with its 表, and a space parts it from the title. */
function partNumber(node: Paragraph): void {
  const [first] = node.children;
  if (first?.type !== 'text' || !/^[表图圖附]/u.test(first.value)) return;
  first.value = first.value
    .replace(captionPattern, (label: string) => `${label.replace(/\s+/gu, '')}\u3000`)
    .replace(/\u3000[\s　：:]+/u, (gap) => (/[：:]/u.test(gap) ? gap.replace(/\s+/gu, '') : '\u3000'));
}
