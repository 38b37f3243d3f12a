/**
 * Gives the headings of a source levels without gaps below its title: a tree in, changed in place.
 *
 * Pages and documents choose levels by the look: h1, h3, h5 say the same as 1, 2, 3.
 */
import type { Heading, Root } from 'mdast';

export function levelHeadings(root: Root): void {
  const headings = root.children.filter(
    (node): node is Heading => node.type === 'heading' && node.data?.typed !== true,
  );
  const depths = [...new Set(headings.map(({ depth }) => depth))].sort((a, b) => a - b);
  const isTitled = headings.filter(({ depth }) => depth === 1).length === 1 && headings[0]?.depth === 1;
  // without a title the highest stand below the one that is to come
  const first = isTitled || depths[0] === 1 ? 1 : 2;
  for (const heading of headings)
    heading.depth = Math.min(6, depths.indexOf(heading.depth) + first) as Heading['depth'];
}
