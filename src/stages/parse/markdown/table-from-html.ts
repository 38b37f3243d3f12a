/**
 * Reads HTML tables, as people and the OCR of tables write them, into mdast tables.
 *
 * A cell that spans columns or rows says so, and the places that it covers hold no cells. A table within a cell becomes the words of that cell, line by line.
 */
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Html, Nodes, Paragraph, PhrasingContent, Table } from 'mdast';
import { visit } from 'unist-util-visit';
import { tablesOf } from '../../acquire/html/tables-of.js';

/** The first table of an html node with its caption before it, or nothing when it has no cells. */
export function tableFromHtml(node: Html): (Table | Paragraph)[] {
  const tree = fromHtml(node.value, { fragment: true });
  let first: Element | undefined;
  visit(tree, 'element', (element) => {
    if (element.tagName === 'table') first ??= element;
  });
  const made = first ? tablesOf(first, wordsOf) : [];
  for (const block of made) visit(block, (child) => void (child.position = node.position!));
  return made;
}

/** Words and line breaks of a cell, as an OCR means them. */
function wordsOf(element: Element): Nodes[] {
  return element.children.flatMap((child): Nodes[] => {
    if (child.type === 'text') return [{ type: 'text', value: child.value.replace(/\s+/g, ' ') }];
    if (child.type !== 'element') return [];
    if (child.tagName === 'br') return [{ type: 'break' }];
    if (child.tagName === 'table') return tablesOf(child, wordsOf);
    const words = wordsOf(child);
    if (child.tagName === 'sup') for (const node of words) if (node.type === 'text') node.data = { raised: true };
    if (child.tagName === 'sub') return [{ type: 'subscript', children: words as PhrasingContent[] }];
    return /^(?:p|div|li)$/u.test(child.tagName)
      ? [{ type: 'paragraph', children: words as PhrasingContent[] }]
      : words;
  });
}
