/** Whether two mdast trees say the same: what a reader cannot tell apart does not count. */
import type { Nodes } from 'mdast';
import { printable } from '../stages/typeset/html/printable.js';
import { columnCount } from '../vocabulary/merged-cells.js';

/** Places in a source, looseness of lists and texts that are cut in two are no part of what is said. */
export function sameContent(a: readonly Nodes[], b: readonly Nodes[]): boolean {
  return JSON.stringify(essence(a)) === JSON.stringify(essence(b));
}

type Essence = string | { type: string; said: unknown[]; children?: Essence[] };

function essence(nodes: readonly Nodes[]): Essence[] {
  const out: Essence[] = [];
  for (const node of nodes) {
    if (node.type === 'superscript') {
      for (const child of node.children) out.push(...essence([{ ...child, data: { raised: true } } as Nodes]));
      continue;
    }
    const { caption, source, role, lost, raised, verse, speaker, signature, epigraph, boxTitle } = (node.data ??
      {}) as Record<string, unknown>;
    if (node.type === 'text' && !raised) {
      const value = printable(node.value);
      if (typeof out.at(-1) === 'string') out.push(`${out.pop() as string}${value}`);
      else if (value !== '') out.push(value);
      continue;
    }
    const said = [
      caption,
      source,
      role === 'reference',
      lost,
      raised,
      verse,
      speaker,
      signature,
      epigraph,
      boxTitle,
      ...saidBy(node),
    ];
    out.push({ type: node.type, said, ...('children' in node && { children: essence(node.children) }) });
  }
  return out;
}

/** What a node says beside its children. */
function saidBy(node: Nodes): unknown[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
    case 'math':
    case 'html':
      return [node.value];
    case 'code':
      return [node.value, node.lang ?? ''];
    case 'heading':
      return [node.depth];
    case 'list':
      return node.ordered ? [node.start ?? 1] : [];
    case 'link':
      return [node.url];
    case 'image':
      return [node.url, node.alt ?? ''];
    case 'table':
      return [
        Array.from({ length: columnCount(node) }, (_, column) => node.align?.[column] ?? null),
        node.data?.headRows ?? 1,
      ];
    case 'tableCell':
      return [node.data?.colspan ?? 1, node.data?.rowspan ?? 1];
    case 'footnoteReference':
    case 'footnoteDefinition':
      return [node.identifier.toLowerCase()];
    case 'listItem':
      return [node.checked ?? null];
    case 'container':
      return [node.kind ?? ''];
    case 'pageBreak':
      return [node.page];
    default:
      return [];
  }
}
