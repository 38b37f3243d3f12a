/**
 * Tell the captions of tables and figures and the lines that name their source.
 *
 * Damage: they stand as plain lines, often cutting a sentence; the figure itself is lost.
 * Evidence: 表 or 图 with a number at the start of a short block that ends no sentence; 资料来源： at the start of one.
 * Leaves alone: sentences that begin with 表1显示……
 *
 * @example
 *   before: 表 1  两种工艺的比较
 *   after:  table caption: 表 1  两种工艺的比较
 */
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
        dataOf(node).caption = /^[表T附]/u.test(text) && !text.startsWith('附图') ? 'table' : 'figure';
      } else if (sourceLinePattern.test(text)) {
        const near = blocks.slice(Math.max(0, i - 40), i);
        if (near.some((other) => other.type === 'table' || dataOf(other).caption !== undefined))
          dataOf(node).source = true;
      }
    });
  },
});
