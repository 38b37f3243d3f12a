/**
 * Tell the titles of further articles of one text, where no label announces what stands below them.
 *
 * Damage: articles put together in one Markdown file, each under a heading of the first level, without abstracts.
 * Evidence: a heading of the level that the first title has, without a numeral, and right below it names.
 * Leaves alone: chapters and sections, whatever their level; a heading with names further below.
 *
 * @example markdown
 *   before: # 活字的命运
 *
 *           作者：沈一
 *
 *           木活字通行于清代。
 *
 *           # 书坊的账簿
 *
 *           作者：陆文
 *
 *           账簿记着往来。
 *   after:  title: # 活字的命运
 *           byline: 作者：沈一
 *           木活字通行于清代。
 *           title: # 书坊的账簿
 *           byline: 作者：陆文
 *           账簿记着往来。
 */
import type { RootContent } from 'mdast';
import { restoreRule } from '../../diagnostics/index.js';
import { isAffiliation } from '../../vocabulary/affiliations.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { headingNumeralOf, unnumberedHeadings } from '../../vocabulary/headings.js';
import { isCertainByline } from '../../vocabulary/people.js';
import { isParagraph, roleOf, setRole, textOf } from './blocks.js';

export const findFurtherTitles = restoreRule({
  name: 'find-further-titles',
  touches: 'structure',
  apply(root) {
    const blocks = root.children;
    const first = blocks.findIndex((node) => roleOf(node) === 'title');
    const title = blocks[first];
    if (title?.type !== 'heading' || title.depth !== 1) return;
    for (let i = first + 1; i < blocks.length; i++) {
      if (!isTitle(blocks[i]!) || !isByline(blocks[i + 1])) continue;
      setRole(blocks[i]!, 'title');
      for (i++; isByline(blocks[i]) || isPlace(blocks[i]); i++) setRole(blocks[i]!, 'byline');
    }
  },
});

function isTitle(node: RootContent): boolean {
  if (node.type !== 'heading' || node.depth !== 1 || roleOf(node) !== 'body') return false;
  const text = withoutBlanks(textOf(node));
  return headingNumeralOf(text) === undefined && !unnumberedHeadings.test(text);
}

function isByline(node: RootContent | undefined): boolean {
  return isParagraph(node) && roleOf(node) === 'body' && isCertainByline(textOf(node));
}

function isPlace(node: RootContent | undefined): boolean {
  return isParagraph(node) && roleOf(node) === 'body' && isAffiliation(textOf(node));
}
