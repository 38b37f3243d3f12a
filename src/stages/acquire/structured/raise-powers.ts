/**
 * Tells powers and exponents among raised words from marks of notes: a tree in, changed in place.
 *
 * x², cm³, 10⁶ stand raised for good; a raised number behind a Han or a word may call a note, which is seen later.
 */
import type { Parents, PhrasingContent, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';

/** A sign of a quantity or a unit before the raised words. */
const base = /(?:^|[^A-Za-z])[A-Za-zα-ωΑ-Ω]{1,2}$/u;
const exponent = /^[-+−–]?(?:\d{1,3}|[a-z])$/iu;
/** 1st, 20th: raised letters behind a number. */
const ordinal = /^(?:st|nd|rd|th|er|e|o|a)$/iu;

export function raisePowers(root: Root): void {
  visit(root, 'text', (node: Text, index, parent: Parents | undefined) => {
    if (node.data?.raised !== true || !parent || index === undefined) return;
    const before = parent.children[index - 1];
    if (before?.type !== 'text' || before.data?.raised) return;
    const words = node.value.trim();
    const isPower = base.test(before.value) && exponent.test(words);
    const isExponent = /(?:^|\D)10$/u.test(before.value) && exponent.test(words);
    const isOrdinal = /\d$/u.test(before.value) && ordinal.test(words);
    if (!isPower && !isExponent && !isOrdinal) return;
    const { data: _, ...plain } = node;
    parent.children[index] = { type: 'superscript', children: [plain] } satisfies PhrasingContent;
  });
}
