/**
 * Gives the formulas of a tree their words and their places: displays stand by themselves, with the number behind them.
 *
 * Dollars that were hidden from the reader are shown again.
 */
import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import { visit } from 'unist-util-visit';
import { hiddenDollar, showDollars } from '../../../vocabulary/formula-signs.js';

/** What a node says beside its children. */
const worded = ['value', 'alt', 'title', 'url', 'label', 'identifier', 'lang', 'meta'] as const;

/** The number of a formula behind it: （1）, (2.3). */
const formulaNumber = /^[\s　]*[（(]\s*([A-Za-z]?\d{1,3}(?:[.\-–]\d{1,3}){0,2}[a-z']?)\s*[)）][\s　]*$/u;

/** @param text what was read; positions are offsets in it */
export function readFormulas(root: Root, text: string): void {
  const hidden = text.includes('$');
  visit(root, (node) => {
    if (hidden) {
      const said = node as unknown as Record<string, unknown>;
      for (const key of worded) {
        const value = said[key];
        if (typeof value === 'string' && value.includes(hiddenDollar)) said[key] = showDollars(value);
      }
    }
    if (node.type === 'inlineMath') wordFormula(node, text);
    else if (node.type === 'math') delete node.data;
  });
  visit(root, 'paragraph', (node, index, parent) => {
    if (!parent || index === undefined) return;
    const display = displayOf(node);
    if (display) (parent.children as RootContent[])[index] = display;
  });
}

/** The words as they are written: line ends within a display were hidden, too. */
function wordFormula(node: InlineMath, text: string): void {
  const source = text.slice(node.position!.start.offset, node.position!.end.offset);
  const sign = /^(?:\$+|\\[([])/u.exec(source)?.[0] ?? '$';
  node.value = source
    .slice(sign.length, -sign.length)
    .replace(/\n[ \t]*/gu, '\n')
    .trim();
  node.data = sign === '$$' || sign === '\\[' ? { display: true } : {};
}

/** A paragraph that is one display is one, and keeps its number. */
function displayOf({ children, position }: Paragraph): Math | undefined {
  const [first, second, ...rest] = children.filter((node) => !isBlank(node));
  if (first?.type !== 'inlineMath' || first.data?.display !== true || rest.length > 0) return undefined;
  if (second === undefined) return { type: 'math', value: first.value, position: position! };
  const number = second.type === 'text' ? formulaNumber.exec(second.value)?.[1] : undefined;
  return number ? { type: 'math', value: `${first.value} \\tag{${number}}`, position: position! } : undefined;
}

function isBlank(node: PhrasingContent | Nodes): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
