/**
 * Parts an ordered list where its own numbers leap: 1. 1. 1. is counted, 1. 2. 5. goes on with 5, 1. 2. 1. begins again.
 *
 * Markdown counts from the first number whatever the others are; what a person wrote as 5 would be printed as 3.
 */
import type { List, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/** @param text what was read; positions are offsets in it */
export function splitLists(root: Root, text: string): void {
  visit(root, (node) => {
    if (
      !('children' in node) ||
      !(node.children as RootContent[]).some((child) => child.type === 'list' && child.ordered)
    )
      return;
    (node.children as RootContent[]) = (node.children as RootContent[]).flatMap((child): RootContent[] =>
      child.type === 'list' && child.ordered ? parts(child, text) : [child],
    );
  });
}

function parts(list: List, text: string): List[] {
  const numbers = list.children.map(({ position }) => {
    const found = /^\s*(\d{1,9})[.)]/.exec(text.slice(position!.start.offset, position!.start.offset! + 40));
    return found ? Number(found[1]) : undefined;
  });
  const out: List[] = [];
  list.children.forEach((item, i) => {
    const [own, before] = [numbers[i], numbers[i - 1]];
    const open = out.at(-1);
    const counted = (open?.start ?? 1) + (open?.children.length ?? 0);
    // all of one number stand for counting
    const leaps =
      own !== undefined && before !== undefined && own !== before && (own > counted || (own === 1 && before > 1));
    if (!open || leaps) out.push({ ...list, children: [item], ...(open && { start: own! }) });
    else open.children.push(item);
  });
  return out;
}
