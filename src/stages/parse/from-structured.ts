/**
 * A text whose source marks its structure: `CleanText` in, mdast `Root` out; offsets are those of the clean text.
 *
 * The tree is that of the source; its words are those that the clean stage has made of them.
 */
import type { Root } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { CleanText } from '../../model/index.js';
import { firstAt } from '../../positions/first-at.js';

export function fromStructured(clean: CleanText): Root {
  const { raw, text, origin } = clean;
  const root = structuredClone(raw.structured!.root);
  const cleaned = ({ offset }: Point): Point => ({
    line: 1,
    column: 1,
    offset: firstAt(origin, (place) => place >= offset!),
  });
  visit(root, (node) => {
    if (!node.position) return;
    const position = { start: cleaned(node.position.start), end: cleaned(node.position.end) };
    node.position = position;
    const words = text.slice(position.start.offset, position.end.offset);
    if (node.type === 'text') node.value = words;
    else if (node.type === 'image') node.alt = words;
  });
  return root;
}
