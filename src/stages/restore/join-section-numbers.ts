/**
 * Put the number of a section and its title, which stand on two lines, together in one heading.
 *
 * Damage: 01 and below it 一本账簿的来历: the number would be a page number or a heading of its own, the title a paragraph.
 * Evidence: two numbers and more on lines of their own that count up from the first, below each a short line that ends
 * nothing and comes once only, and below that a longer one or one that ends a sentence.
 * Leaves alone: page numbers, which cut sentences or stand above running heads; sections that have a number and no title.
 *
 * @example plain
 *   before: 账簿是最诚实的文字。
 *           01
 *           一本账簿的来历
 *           全书的材料，来自县城南的一家书坊。
 *           02
 *           谁在买书
 *           一是本地的塾师，他们买的是蒙书。
 *   after:  账簿是最诚实的文字。
 *           ## 01　一本账簿的来历
 *           全书的材料，来自县城南的一家书坊。
 *           ## 02　谁在买书
 *           一是本地的塾师，他们买的是蒙书。
 */
import type { Heading, Paragraph, RootContent, Text } from 'mdast';
import { restoreRule } from '../../diagnostics/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { headingNumeralOf, sectionNumber } from '../../vocabulary/headings.js';
import { labelOf } from '../../vocabulary/labels.js';
import { chineseValue } from '../../vocabulary/numerals.js';
import { isComplete, isRunningText, isTextBlock, textOf } from './blocks.js';

const longestTitle = 28;
/** What stands below a title is text, no other title. */
const shortestText = 30;
const fewest = 2;

export const joinSectionNumbers = restoreRule({
  name: 'join-section-numbers',
  touches: 'structure',
  apply(root, { survey }) {
    if (survey.kind === 'caj' || survey.kind === 'spaced') return;
    const blocks = root.children;
    const numbers = blocks.flatMap((node, i) => (isTextBlock(node) && valueOf(node) !== undefined ? [i] : []));
    const titled = numbers.filter((i) => headsTitle(blocks, i));
    const titles = new Set(titled.map((i) => withoutBlanks(textOf(blocks[i + 1]!))));
    const counted = titled.every((i, k) => valueOf(blocks[i]!) === k + 1);
    if (titled.length < fewest || titled.length < numbers.length || titles.size < titled.length || !counted) return;
    const first = new Set(titled);
    root.children = blocks.flatMap((node, i): RootContent[] =>
      first.has(i) ? [asHeading(node as Paragraph, blocks[i + 1] as Paragraph)] : first.has(i - 1) ? [] : [node],
    );
  },
});

/** The value of a number on a line of its own: 01, 一. */
function valueOf(node: RootContent): number | undefined {
  const found = sectionNumber.exec(withoutBlanks(textOf(node)));
  if (!found) return undefined;
  return found[1] !== undefined ? Number(found[1]) : chineseValue(found[2]!);
}

/** Does a line below a number look like a title, and what is below it like text? */
function headsTitle(blocks: RootContent[], at: number): boolean {
  const [before, , title, text] = [blocks[at - 1], blocks[at], blocks[at + 1], blocks[at + 2]];
  if (!isRunningText(title) || !text || !isTextBlock(text)) return false;
  if (before && isRunningText(before) && !isComplete(textOf(before)) && textOf(before).length > longestTitle)
    return false;
  const words = textOf(title).trim();
  if (words.length > longestTitle || /[，。；、：,;:]$/u.test(words) || isComplete(words)) return false;
  if (labelOf(words) || headingNumeralOf(words) || sectionNumber.test(withoutBlanks(words))) return false;
  return textOf(text).length >= shortestText || isComplete(textOf(text)) || /[：:]\s*$/u.test(textOf(text));
}

function asHeading(number: Paragraph, title: Paragraph): Heading {
  const at = title.position!.start;
  const gap: Text = { type: 'text', value: '　', position: { start: at, end: at } };
  const position = { start: number.position!.start, end: title.position!.end };
  const children = [...number.children, gap, ...title.children];
  return { type: 'heading', depth: 2, children, position, data: { ...title.data, ...number.data } };
}
