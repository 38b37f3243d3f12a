/** Pictures of lines that nobody could read go once a person has typed the lines: a tree in, the same without them out. */
import { toString } from 'mdast-util-to-string';
import type { TextTree } from '../../model/index.js';
import { dataOf } from '../restore/blocks.js';

export function dropTypedPictures({ root }: TextTree): void {
  let words = '';
  root.children = root.children.filter((node) => {
    if (dataOf(node).unread) return words.includes('□');
    words = toString(node);
    return true;
  });
}
