/**
 * Makes elements of the tags that hold words: `<ruby>漢<rt>かん</rt></ruby>`, `<small>`, `<sub>`; in finished Markdown those
 * of emphasis, too, where its signs would not be read.
 *
 * In: the children of a node, tags as html nodes among them. Out: the same with a node for each pair of tags. A tag
 * that nobody closes stays what it is.
 */
import type { Html, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Dialect } from './markdown-tree.js';
import { countHan } from '../../../vocabulary/characters.js';

const words = { ruby: 'ruby', rt: 'rubyText', small: 'small', sub: 'subscript' } as const;
/** What each tag of finished Markdown makes. */
export const finishedTags = {
  ...words,
  em: 'emphasis',
  strong: 'strong',
  del: 'delete',
  mark: 'highlight',
  kbd: 'keyboard',
  u: 'underline',
} as const;
/** The same of tags that a person writes, and that an OCR does not mean. */
const personTags = {
  ...finishedTags,
  i: 'emphasis',
  b: 'strong',
  s: 'delete',
  strike: 'delete',
  ins: 'underline',
} as const;
type Tag = keyof typeof personTags;

interface Open {
  tag: Tag | 'rp';
  node: Html;
  held: PhrasingContent[];
}

const patterns = {
  ocr: /^<(\/?)(ruby|rt|rp|small|sub)\b[^>]*>$/i,
  finished: new RegExp(`^<(/?)(${Object.keys(finishedTags).join('|')}|rp)>$`, 'i'),
  person: new RegExp(`^<(/?)(${Object.keys(personTags).join('|')}|rp)\\b[^>]*>$`, 'i'),
};

/**
 * @param dialect whose tags they are
 * @param taken told of each html node that was read, and of what stands in `<rp>`: brackets for those who show no ruby
 */
export function wrapTags(
  nodes: readonly PhrasingContent[],
  taken: (node: PhrasingContent) => void,
  dialect: Dialect = 'ocr',
): PhrasingContent[] {
  const top: PhrasingContent[] = [];
  const open: Open[] = [];
  const here = (): PhrasingContent[] => open.at(-1)?.held ?? top;
  for (const node of nodes) {
    const found = node.type === 'html' ? patterns[dialect].exec(node.value) : null;
    const tag = found?.[2]?.toLowerCase() as Open['tag'] | undefined;
    if (node.type !== 'html' || !tag) here().push(node);
    else if (found![1] === '') open.push({ tag, node, held: [] });
    else if (open.at(-1)?.tag !== tag) here().push(node);
    else {
      const { node: first, held } = open.pop()!;
      taken(first);
      taken(node);
      if (tag === 'rp') held.forEach(taken);
      else here().push(elementOf(typeOf(tag, held, dialect), held, first, node));
    }
  }
  for (const { node, held } of open) top.push(node, ...held);
  return top;
}

function typeOf(tag: Tag, held: PhrasingContent[], dialect: Dialect): PhrasingContent['type'] {
  // a note between the lines that a reader of pages took for an index
  return tag === 'sub' && dialect === 'ocr' && countHan(toString(held)) > 1 ? 'small' : personTags[tag];
}

function elementOf(type: string, children: PhrasingContent[], first: Html, last: Html): PhrasingContent {
  const [start, end] = [first.position?.start, last.position?.end];
  return { type, children, ...(start && end && { position: { start, end } }) } as PhrasingContent;
}
