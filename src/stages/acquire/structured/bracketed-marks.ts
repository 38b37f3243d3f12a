/**
 * Takes the brackets off that a document prints round the marks of its notes: a tree in, changed in place.
 *
 * The number between them is made by the program; what is left of [1] is [ ], round a call or at the head of a note.
 */
import type { Parents, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { LeftOut, SourceNode } from './lay-out.js';

const open = /[[［〔【(（〈<]\s*$/u;
const close = /^\s*[\]］〕】)）〉>]/u;
const emptyAtHead = /^\s*[[［〔【(（〈<]\s*[\]］〕】)）〉>][.．、:：]?[\s\u3000]*/u;

export function takeBracketsOff(root: Root): void {
  visit(root, 'footnoteReference', (_node, index, parent: Parents | undefined) => {
    const children = parent?.children as SourceNode[] | undefined;
    if (!children || index === undefined) return;
    const before = children[index - 1];
    const after = children[index + 1];
    if (before?.type !== 'text' || after?.type !== 'text') return;
    const [left] = open.exec(before.value) ?? [];
    const [right] = close.exec(after.value) ?? [];
    if (left === undefined || right === undefined) return;
    before.value = before.value.slice(0, -left.length);
    after.value = after.value.slice(right.length);
    children.splice(index + 1, 0, leftOut(left + right));
  });
  visit(root, 'footnoteDefinition', ({ children: [first] }) => {
    const lead = first?.type === 'paragraph' ? firstText(first) : undefined;
    const found = lead && emptyAtHead.exec(lead.text.value)?.[0];
    if (!found) return;
    lead.text.value = lead.text.value.slice(found.length);
    (lead.parent.children as SourceNode[]).unshift(leftOut(found.trim()));
  });
}

function firstText(parent: Parents): { text: Text; parent: Parents } | undefined {
  const first = (parent.children as SourceNode[]).find(({ type }) => type !== 'leftOut');
  if (first?.type === 'text') return { text: first, parent };
  return first && 'children' in first ? firstText(first) : undefined;
}

const leftOut = (value: string): LeftOut => ({ type: 'leftOut', reason: 'note-mark', value });
