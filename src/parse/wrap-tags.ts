/**
 * Makes elements of the tags that hold words: `<ruby>漢<rt>かん</rt></ruby>`, `<small>`, `<sub>`.
 *
 * In: the children of a node, tags as html nodes among them. Out: the same with a node for each pair of tags. A tag
 * that nobody closes stays what it is.
 */
import type { Html, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { countHan } from '../vocabulary/characters.js';

const words = { ruby: 'ruby', rt: 'rubyText', small: 'small', sub: 'subscript' } as const;
type Tag = keyof typeof words;

interface Open {
  tag: Tag | 'rp';
  node: Html;
  held: PhrasingContent[];
}

const tagPattern = /^<(\/?)(ruby|rt|rp|small|sub)\b[^>]*>$/i;

/** @param taken told of each html node that was read, and of what stands in `<rp>`: brackets for those who show no ruby */
export function wrapTags(nodes: readonly PhrasingContent[], taken: (node: PhrasingContent) => void): PhrasingContent[] {
  const top: PhrasingContent[] = [];
  const open: Open[] = [];
  const here = (): PhrasingContent[] => open.at(-1)?.held ?? top;
  for (const node of nodes) {
    const found = node.type === 'html' ? tagPattern.exec(node.value) : null;
    const tag = found?.[2]?.toLowerCase() as Open['tag'] | undefined;
    if (node.type !== 'html' || !tag) here().push(node);
    else if (found![1] === '') open.push({ tag, node, held: [] });
    else if (open.at(-1)?.tag !== tag) here().push(node);
    else {
      const { node: first, held } = open.pop()!;
      taken(first);
      taken(node);
      if (tag === 'rp') held.forEach(taken);
      else here().push(elementOf(tag, held, first, node));
    }
  }
  for (const { node, held } of open) top.push(node, ...held);
  return top;
}

function elementOf(tag: Tag, children: PhrasingContent[], first: Html, last: Html): PhrasingContent {
  // a note between the lines that a reader of pages took for an index
  const type = tag === 'sub' && countHan(toString(children)) > 1 ? 'small' : words[tag];
  const position = { start: first.position!.start, end: last.position!.end };
  return { type, children, position } as PhrasingContent;
}
