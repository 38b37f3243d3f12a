/**
 * Shows a tree so that a person reads it at a glance: a line a block, in order.
 *
 * ```
 * title: 活字的命运
 * ## 一、雕版的成本
 * 刻工按字计酬。{n1}
 * {n1}: 沈一：《刻工考》，第3页。
 * ```
 *
 * A paragraph of the body stands bare, other roles and captions say their name, headings have their #, a call is its
 * identifier or, as long as it has none, `{call 2}`; a break within a block is ⏎.
 */
import type { Nodes, Parents, RootContent } from 'mdast';
import type { BlockData } from '../../src/model/index.js';
import { tableMarks } from '../../src/vocabulary/finished-marks.js';
import { withEmptyCells } from '../../src/vocabulary/merged-cells.js';
import { visible } from './visible-text.js';

export function dumpTree(blocks: RootContent[]): string {
  return blocks.map((node) => `${dumpBlock(node)}\n`).join('');
}

function dumpBlock(node: RootContent, indent = ''): string {
  const data = (node.data ?? {}) as BlockData;
  switch (node.type) {
    case 'paragraph':
      return indent + nameOf(data) + inline(node);
    case 'heading':
      return indent + nameOf(data) + `${'#'.repeat(node.depth)} ` + inline(node);
    case 'footnoteDefinition': {
      if (data.lost) return `{${node.identifier}}: (lost)`;
      return `{${node.identifier}}: ${node.children.map((child) => dumpBlock(child)).join(' ¶ ')}`;
    }
    case 'table':
      return [
        ...tableMarks(node).map((mark) => mark.replace(/^<!-- | -->$/g, '')),
        ...withEmptyCells(node).children.map((row) => `| ${row.children.map(inline).join(' | ')} |`),
      ].join('\n');
    case 'list':
      return node.children
        .map((item, i) => {
          const sign = typeof item.checked === 'boolean' ? `[${item.checked ? 'x' : ' '}] ` : '';
          const mark = (node.ordered ? `${(node.start ?? 1) + i}. ` : '- ') + sign;
          return indent + mark + item.children.map((child) => dumpBlock(child, `${indent}  `).trimStart()).join('\n');
        })
        .join('\n');
    case 'blockquote':
      return node.children.map((child) => `> ${dumpBlock(child)}`).join('\n');
    case 'math':
      return `$$ ${node.value.replaceAll('\n', ' ⏎ ')} $$`;
    case 'container':
      return `[${node.kind ?? ''}: ${node.children.map((child) => dumpBlock(child)).join(' ¶ ')}]`;
    case 'defList':
      return node.children
        .map((child) =>
          child.type === 'defListTerm' ? inline(child) : `: ${child.children.map((one) => dumpBlock(one)).join(' ¶ ')}`,
        )
        .join('\n');
    case 'thematicBreak':
      return '---';
    case 'yaml':
      return `yaml: ${visible(node.value).replaceAll('\n', ' ⏎ ')}`;
    case 'code':
      return `code: ${node.value.replaceAll('\n', ' ⏎ ')}`;
    default:
      return `${node.type}: ${inline(node)}`;
  }
}

function nameOf({ role, caption, source, tableLines, mark, signature }: BlockData): string {
  const parts = [];
  if (role && role !== 'body') parts.push(role);
  if (caption) parts.push(`${caption} caption`);
  if (source) parts.push('source');
  if (tableLines) parts.push('table lines');
  if (signature) parts.push('signature');
  if (mark !== undefined) parts.push(String(mark));
  return parts.length > 0 ? `${parts.join(' ')}: ` : '';
}

/** Phrasing content of a node, in marks of Markdown. */
export function inline(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.data?.raised ? `^${visible(node.value)}^` : visible(node.value);
    case 'emphasis':
      return `*${all(node)}*`;
    case 'strong':
      return `**${all(node)}**`;
    case 'ruby':
      return `{${node.children.slice(0, -1).map(inline).join('')}|${inline(node.children.at(-1)!)}}`;
    case 'inlineMath':
      return `$${node.value}$`;
    case 'delete':
      return `~~${all(node)}~~`;
    case 'highlight':
      return `==${all(node)}==`;
    case 'keyboard':
      return `‹key ${all(node)}›`;
    case 'underline':
      return `‹u ${all(node)}›`;
    case 'superscript':
      return `‹sup ${all(node)}›`;
    case 'small':
      return `‹small ${all(node)}›`;
    case 'subscript':
      return `‹sub ${all(node)}›`;
    case 'footnoteReference':
      return node.identifier === '' ? `{call ${node.label}}` : `{${node.identifier}}`;
    case 'pageBreak':
      return `⟦page ${node.page}⟧`;
    case 'link':
      return `[${all(node)}](${node.url})`;
    case 'image':
      return `![${node.alt ?? ''}](${node.url})`;
    case 'break':
      return ' ⏎ ';
    case 'html':
      return `‹html ${node.value}›`;
    case 'inlineCode':
      return `\`${node.value}\``;
    default:
      return 'children' in node ? all(node) : `‹${node.type}›`;
  }
}

function all(node: Parents): string {
  return node.children.map(inline).join('');
}
