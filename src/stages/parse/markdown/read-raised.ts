/**
 * Reads what stands raised or lowered between its signs: `x^2^` and `H~2~O` in, superscripts and subscripts out.
 *
 * Only a few signs without a blank right behind a letter, a number or a bracket are such; 3~5天 and 10~15~20 are numbers.
 */
import type { PhrasingContent, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { TellSigns } from './read-containers.js';

const raisedOrLowered =
  /(?<=[\p{L}\p{N})\]）])\^([^\s^[\]]{1,20})\^|(?<=[A-Za-z)\]])~([A-Za-z\d+−-]{1,12})~(?![~\d])/gu;

export function readRaised(root: Root, tell: TellSigns): void {
  visit(root, (node) => {
    if (!('children' in node)) return;
    const children = node.children as PhrasingContent[];
    if (!children.some((child) => child.type === 'text' && /[\^~]/u.test(child.value))) return;
    (node.children as PhrasingContent[]) = children.flatMap((child) =>
      child.type === 'text' ? parted(child, tell) : [child],
    );
  });
}

function parted(node: Text, tell: TellSigns): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  let from = 0;
  const text = (value: string): Text => ({ ...node, value });
  for (const { 0: whole, 1: raised, 2: lowered, index } of node.value.matchAll(raisedOrLowered)) {
    if (index > from) out.push(text(node.value.slice(from, index)));
    out.push({
      type: raised === undefined ? 'subscript' : 'superscript',
      children: [text((raised ?? lowered)!)],
      position: node.position!,
    });
    tell(node, raised === undefined ? '~~' : '^^');
    from = index + whole.length;
  }
  if (from === 0) return [node];
  if (from < node.value.length) out.push(text(node.value.slice(from)));
  return out;
}
