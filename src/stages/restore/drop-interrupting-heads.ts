/**
 * Drop a running head that an OCR took for a heading in the middle of a sentence.
 *
 * Damage: …各行公举董事一人，主持 / # 青溪学刊 / 米行公所的事务。 where the page turns.
 * Evidence: a short heading without a numeral; the paragraph before it breaks off in mid-sentence, on a Han character or
 * a comma, and the one behind it goes on without a mark of its own.
 * Leaves alone: numbered headings, named ones (结语), headings after a sentence or a colon.
 *
 * @example ocr-markdown
 *   before: 各行公举董事一人，由董事与会首主持
 *
 *           # 青溪学刊
 *
 *           米行公所的事务。
 *   after:  各行公举董事一人，由董事与会首主持
 *           米行公所的事务。
 */
import type { RootContent } from 'mdast';
import { restoreRule } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { headingNumeralOf, unnumberedHeadings } from '../../vocabulary/headings.js';
import { labelOf } from '../../vocabulary/labels.js';
import { dataOf, isParagraph, isRunningText, roleOf, spanOf, textOf } from './blocks.js';
import { numberOfHeading } from './numbered-series.js';

const longestHead = 30;
/** As short as a line may be and still be running text. */
const leastText = 15;

export const dropInterruptingHeads = restoreRule({
  name: 'drop-interrupting-heads',
  touches: 'furniture',
  apply(root, context) {
    const blocks = root.children;
    root.children = blocks.filter((node, i) => {
      if (!interrupts(node, blocks[i - 1], blocks[i + 1])) return true;
      const text = textOf(node);
      context.setAside(withoutBlanks(text), spanOf(node));
      context.say('warning', messages.restore.interruptingHead(text), spanOf(node));
      dataOf(blocks[i + 1]!).pageBefore = true;
      return false;
    });
  },
});

/** Does a text open with the number of a section, set close to its words or apart? */
function isNumbered(text: string): boolean {
  return headingNumeralOf(text) !== undefined || numberOfHeading.test(text);
}

function interrupts(node: RootContent, before: RootContent | undefined, after: RootContent | undefined): boolean {
  if (node.type !== 'heading' || roleOf(node) !== 'body' || !isRunningText(before) || !isParagraph(after)) return false;
  const text = withoutBlanks(textOf(node));
  if (text.length > longestHead || isNumbered(text) || unnumberedHeadings.test(text)) return false;
  const [left, right] = [textOf(before).trim(), textOf(after).trim()];
  const breaksOff = left.length >= leastText && /[\p{Script=Han}，、]$/u.test(left);
  return breaksOff && /^[\p{Script=Han}“《]/u.test(right) && !headingNumeralOf(right) && !labelOf(right);
}
