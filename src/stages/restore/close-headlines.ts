/**
 * Close the space that a line's end left in a title or heading.
 *
 * Damage: a headline set over two lines comes with a space where it was broken: 核心特征 及其差异.
 * Evidence: the two sides are of different length, or a mark stands before the space, or a conjunction behind it.
 * Leaves alone: headlines of two balanced halves (守正创新 接续努力), spaces beside Latin words. What parts 第一章 or 1.1 from
 * the words behind it becomes one space.
 *
 * @example
 *   before: ## 三、活字法的核心特征 及其与雕版的差异
 *   after:  ## 三、活字法的核心特征及其与雕版的差异
 */
import { visit } from 'unist-util-visit';
import { restoreRule } from '../../diagnostics/index.js';
import { appendixNumeral, headingNumeralOf } from '../../vocabulary/headings.js';
import { isTextBlock, roleOf, textOf } from './blocks.js';

const gap = /(?<=[\p{Script=Han}，、：；！？”’》）—])[ 　]+(?=[\p{Script=Han}“‘《（])/gu;

/** Words that go on with what stands before them. */
const conjunction = /^[与和及的之并而兼暨]/u;

export const closeHeadlines = restoreRule({
  name: 'close-headlines',
  touches: 'spacing',
  apply(root) {
    for (const node of root.children) {
      if (!isTextBlock(node)) continue;
      const role = roleOf(node);
      if (role !== 'title' && role !== 'subtitle' && !(role === 'body' && node.type === 'heading')) continue;
      const whole = textOf(node);
      const numeral =
        headingNumeralOf(whole)?.pattern.exec(whole)?.[0].trimEnd() ?? appendixNumeral.exec(whole)?.[0] ?? '';
      const parted = /[^、．.）)]$/u.test(numeral) && /^\s/u.test(whole.slice(numeral.length));
      if (!isBalanced(whole))
        visit(node, 'text', (text) => {
          text.value = text.value.replace(gap, '');
        });
      const [first] = node.children;
      if (parted && first?.type === 'text' && first.value.length > numeral.length && first.value.startsWith(numeral))
        first.value = `${numeral} ${first.value.slice(numeral.length).trimStart()}`;
    }
  },
});

/** Two halves of one length, as couplets are: the space between them is the printer's. */
function isBalanced(headline: string): boolean {
  const numeral = headingNumeralOf(headline);
  const words = numeral ? headline.replace(numeral.pattern, '') : headline;
  const halves = words.trim().split(/[ 　]+/u);
  return (
    halves.length === 2 &&
    halves[0]!.length === halves[1]!.length &&
    halves[0]!.length > 1 &&
    !/[，、：；—]$/u.test(halves[0]!) &&
    !conjunction.test(halves[1]!)
  );
}
