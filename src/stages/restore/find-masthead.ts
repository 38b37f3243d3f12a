/**
 * Tell the lines that name journal, volume, number and date above the title of an article's first page.
 *
 * Damage: they stand before the title as plain lines, and would be its beginning.
 * Evidence: among the first lines of a text, a short one that holds little but a number, a volume, a date, pages.
 * Leaves alone: titles with a year in them, lines below the first sentence or label.
 *
 * @example plain
 *   before: 第 38 卷第 2 期    刊本学报    Vol. 38 No. 2
 *           2021 年 4 月    Journal of Print    Apr. 2021
 *           1912 年的书价
 *           沈一
 *           摘要：书价随纸价涨落。
 *   after:  masthead: 第38卷第2期    刊本学报    Vol. 38 No. 2
 *           masthead: 2021年4月    Journal of Print    Apr. 2021
 *           1912年的书价
 *           沈一
 *           摘要：书价随纸价涨落。
 */
import { restoreRule } from '../../diagnostics/index.js';
import { columnLine } from '../../vocabulary/columns.js';
import { labelOf } from '../../vocabulary/labels.js';
import { journalOfIssueLine } from '../../vocabulary/masthead.js';
import { isComplete, isTextBlock, roleOf, setRole, textOf } from './blocks.js';

const longest = 70;
/** The name of the journal may stand above what tells its issue. */
const longestName = 16;

export const findMasthead = restoreRule({
  name: 'find-masthead',
  touches: 'structure',
  apply(root) {
    for (const [i, node] of root.children.entries()) {
      if (!isTextBlock(node) || roleOf(node) !== 'body') return;
      const text = textOf(node);
      const label = labelOf(text)?.part;
      if (label === 'doi' || label === 'article-id' || columnLine.test(text.trim())) continue;
      const tells = !label && !isComplete(text) && text.length <= longest && journalOfIssueLine(text) !== undefined;
      if (tells) setRole(node, 'masthead');
      else if (i > 0 || text.length > longestName) return;
    }
  },
});
