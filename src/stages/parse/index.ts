/** The parse stage: `CleanText` → mdast `Root`, every node with its place in the raw text. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { pointAt } from '../../diagnostics/index.js';
import type { CleanText, TextTree, TextKind } from '../../model/index.js';
import { fromAozora } from './aozora/from-aozora.js';
import { fromFinished } from './from-finished.js';
import { fromLines } from './from-lines.js';
import { fromPaged } from './paged/from-paged.js';
import { fromStructured } from './from-structured.js';
import { fromMarkdown } from './from-markdown.js';

const readers: Record<TextKind, (clean: CleanText) => Root> = {
  finished: fromFinished,
  markdown: fromMarkdown,
  'ocr-markdown': fromMarkdown,
  wrapped: fromLines,
  spaced: fromLines,
  caj: fromLines,
  plain: fromLines,
  aozora: fromAozora,
  paged: fromPaged,
  structured: fromStructured,
};

export function parse(clean: CleanText): TextTree {
  const { raw, survey, ledger } = clean;
  const root = readers[survey.kind](clean);
  visit(root, (node) => {
    if (!node.position) return;
    const start = clean.origin[node.position.start.offset!]!;
    const last = clean.origin[Math.max(node.position.start.offset!, node.position.end.offset! - 1)]!;
    const end = Math.max(start, node.position.end.offset! > node.position.start.offset! ? last + 1 : last);
    node.position = { start: pointAt(raw, start), end: pointAt(raw, end) };
  });
  return { raw, survey, ledger, root };
}
