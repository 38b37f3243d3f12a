/** What no rule of the clean stage may touch in a file that marks its structure: its tree in, raw spans in order out. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Span } from '../../model/index.js';

const asWritten = new Set(['code', 'inlineCode', 'math', 'inlineMath']);

export function spansAsWritten(root: Root): Span[] {
  const spans: Span[] = [];
  visit(root, (node) => {
    if (asWritten.has(node.type) && node.position)
      spans.push({ start: node.position.start.offset!, end: node.position.end.offset! });
  });
  return spans.sort((a, b) => a.start - b.start);
}
