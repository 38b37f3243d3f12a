/**
 * Read the headings of Markdown that a person wrote as the divisions of a book.
 *
 * Damage: none: the signs say what is a heading, and only which of them head chapters is not said.
 * Evidence: 第一卷, 序 and their kind say what they head; else the number of signs does.
 * Leaves alone: everything that is no heading; lines of bold type.
 *
 * @example markdown
 *   before: # 第一章 旧纸
 *   after:  division: 第一章 旧纸
 */
import { restoreRule } from '../../../diagnostics/index.js';
import { divisionHeadOf } from '../../../vocabulary/books/divisions.js';
import { bookPeople } from '../../../vocabulary/books/opening-lines.js';
import { dataOf, roleOf, setRole, textOf } from '../blocks.js';

/** Ranks of headings that no numeral tells, below those of the numerals. */
const rankOfDepth = 20;
/** A line of names is no longer, characters. */
const longestNames = 40;

export const readHeadings = restoreRule({
  name: 'read-headings',
  touches: 'structure',
  apply(root) {
    const heads = root.children.filter((node) => node.type === 'heading' && roleOf(node) === 'body');
    const found = heads.map((node) => divisionHeadOf(textOf(node)));
    const depths = new Set(heads.map((node) => (node.type === 'heading' ? node.depth : 0)));
    const ranks = new Set(found.flatMap((head) => (head && !head.weak && head.system !== 'named' ? [head.rank] : [])));
    // where all have the same number of signs, the numerals say more
    const byNumeral = depths.size === 1 && ranks.size > 1;
    for (const [i, node] of root.children.entries()) {
      const before = root.children[i - 1];
      const below = before?.type === 'heading' || (before !== undefined && roleOf(before) === 'book-byline');
      if (node.type === 'paragraph' && below && namesPeople(textOf(node))) setRole(node, 'book-byline');
      if (node.type !== 'heading' || roleOf(node) !== 'body') continue;
      const head = divisionHeadOf(textOf(node));
      setRole(node, 'division');
      dataOf(node).division = {
        system: head && !head.weak ? head.system : 'heading',
        rank: byNumeral && head ? head.rank : rankOfDepth + node.depth,
        matter: head?.matter ?? 'body',
      };
    }
  },
});

/** A line of names and nothing else, as it stands below a title. */
function namesPeople(text: string): boolean {
  return text.length <= longestNames && bookPeople(text.trim()) !== undefined;
}
