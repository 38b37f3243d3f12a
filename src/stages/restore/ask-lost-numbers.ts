/**
 * Ask for the number that the first of a series has lost: nothing is altered.
 *
 * Damage: 改革路径 调整目标。 … 改革路径二：改革模式。 The 一： of the first is gone.
 * Evidence: a line opens with words, the number two and a colon; none with these words and the number one; and one line
 * alone before it opens with the same words.
 * Leaves alone: series that are whole; words that open several lines.
 *
 * @example
 *   before: 取材之路就地伐木。
 *           取材之路二：远方购泥。
 *   after:  取材之路就地伐木。
 *           取材之路二：远方购泥。
 */
import type { Paragraph } from 'mdast';
import { restoreRule } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import { han } from '../../vocabulary/characters.js';
import { isRunningText, spanOf, textOf } from './blocks.js';

const second = new RegExp(`^([${han}]{2,8})二([：:、])`, 'u');
/** Characters of a line that names a member of a series. */
const longest = 60;
/** How many such lines may stand between two members. */
const farthest = 40;

export const askLostNumbers = restoreRule({
  name: 'ask-lost-numbers',
  touches: 'structure',
  apply(root, context) {
    const lines = root.children.filter(
      (node): node is Paragraph => isRunningText(node) && textOf(node).length <= longest,
    );
    for (const [i, line] of lines.entries()) {
      const [, words, mark] = second.exec(textOf(line)) ?? [];
      if (words === undefined || mark === undefined) continue;
      const [first, ...others] = lines
        .slice(Math.max(0, i - farthest), i)
        .filter((one) => textOf(one).startsWith(words));
      if (!first || others.length > 0 || textOf(first).startsWith(`${words}一`)) continue;
      const at = words.length;
      context.say('warning', messages.restore.lostNumber(textOf(first), `${words}一${mark}`), spanOf(first), {
        confidence: 'likely',
        answers: [
          {
            key: 'find',
            span: spanOf(first),
            words: { text: textOf(first), start: at, end: at, other: `一${mark}` },
          },
        ],
      });
    }
  },
});
