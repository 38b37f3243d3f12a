/** The laws of rules (`Law` in `src/diagnostics/`) as functions that throw where one is broken. */
import assert from 'node:assert/strict';
import type { Nodes } from 'mdast';
import type { CleanRule, RestoreRule } from '../../src/diagnostics/index.js';
import type { Edit, Ledger } from '../../src/model/index.js';
import { withoutBlanks } from '../../src/vocabulary/characters.js';

/** What a law lets stand for equal. */
const essence: Partial<Record<CleanRule['touches'], (text: string) => string>> = {
  spacing: withoutBlanks,
  width: (text) => withoutBlanks(text.normalize('NFKC')),
  punctuation: (text) => text.replace(/[^\p{L}\p{N}]/gu, ''),
};

/** The law of a clean rule on a text and what the rule made of it. */
export function keepsTextLaw(rule: CleanRule, before: string, after: string): void {
  if (rule.touches === 'letters') return; // each change is listed: undoing them all proves it
  const of = essence[rule.touches];
  assert.ok(of, `${rule.name}: a clean rule may touch spacing, width, punctuation or letters, not ${rule.touches}`);
  sameText(of(after), of(before), `${rule.name} breaks its law: ${rule.touches}`);
}

/** Edits ascend, do not overlap, lie in the text and change something. */
export function areEdits(rule: CleanRule, text: string, edits: Edit[]): void {
  let from = 0;
  for (const { start, end, text: replacement } of edits) {
    assert.ok(
      start >= from && end >= start && end <= text.length,
      `${rule.name}: edit at ${start}–${end} behind ${from}`,
    );
    assert.notEqual(text.slice(start, end), replacement, `${rule.name}: an edit at ${start} that changes nothing`);
    from = end;
  }
}

/**
 * The law of a restore rule on the words of a tree before and after it, and on what it wrote into the ledger.
 *
 * @param entries what this rule wrote
 */
export function keepsTreeLaw(rule: RestoreRule, before: string, after: string, entries: Ledger): void {
  const { touches, name } = rule;
  if (touches !== 'furniture') assert.deepEqual(entries.aside, [], `${name} sets aside, its law is ${touches}`);
  if (touches !== 'letters') assert.deepEqual(entries.changes, [], `${name} changes words, its law is ${touches}`);
  if (touches === 'spacing') sameText(withoutBlanks(after), withoutBlanks(before), `${name} breaks its law: spacing`);
  const count = new Map<string, number>();
  const add = (text: string, sign: number): void => {
    for (const character of withoutBlanks(text)) count.set(character, (count.get(character) ?? 0) + sign);
  };
  add(before, 1);
  for (const { text } of entries.aside) add(text, -1);
  for (const change of entries.changes) {
    add(change.before, -1);
    add(change.after, 1);
  }
  add(after, -1);
  const off = [...count]
    .filter(([, times]) => times !== 0)
    .map(([character, times]) => `${character}${times > 0 ? ` lost ${times}` : ` added ${-times}`}`);
  assert.deepEqual(off, [], `${name}: what went is not in the ledger`);
}

/** All words of a tree, in order. */
export function wordsOfTree(node: Nodes): string {
  if ('children' in node) return node.children.map((child) => wordsOfTree(child)).join('');
  if (node.type === 'image') return node.alt ?? '';
  return 'value' in node && node.type !== 'yaml' ? node.value : '';
}

/** Equality of long texts, shown by the place where they part. */
export function sameText(actual: string, expected: string, message: string): void {
  if (actual === expected) return;
  let at = 0;
  while (actual[at] === expected[at]) at++;
  const near = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 12), at + 24));
  assert.fail(`${message}: at ${at} ${near(actual)}, expected ${near(expected)}`);
}
