/**
 * Ranks headings for those who hear them: hast in, the same out, with `aria-level` where a rank is left out.
 *
 * 一、 is followed by 1. where an author had no use for （一）: on the page both keep the looks of their level, but one who
 * goes from heading to heading would look for what is missing in between (WCAG 2.2, technique G141).
 */
import type { ElementContent } from 'hast';

export function rankHeadings(nodes: readonly ElementContent[]): ElementContent[] {
  /** Levels of the headings that the one under way stands beneath. */
  const above: number[] = [];
  const rank = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    const level = Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? NaN);
    if (Number.isNaN(level)) return { ...node, children: node.children.map(rank) };
    while (above.length > 0 && above.at(-1)! >= level) above.pop();
    above.push(level);
    return above.length === level ? node : { ...node, properties: { ...node.properties, ariaLevel: above.length } };
  };
  return nodes.map(rank);
}
