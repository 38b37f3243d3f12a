/**
 * Tell notes apart that have the same label in Markdown: each chapter, or each page, began with [^1] again.
 *
 * Damage: chapters written or read one by one, and put together in one file: to Markdown the second [^1] is no note.
 * Evidence: a label that is defined more than once. Definitions stand behind what calls them: a call belongs to the next
 * definition of its label, the calls behind the last one to that.
 * Leaves alone: labels that are defined once.
 *
 * @example markdown
 *   before: 甲[^1]。
 *
 *           [^1]: 注一。
 *
 *           乙[^1]。
 *
 *           [^1]: 注二。
 *   after:  甲{1}。
 *           {1}: 注一。
 *           乙{1-2}。
 *           {1-2}: 注二。
 */
import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import { visit } from 'unist-util-visit';
import { restoreRule } from '../../diagnostics/index.js';

export const tellNotesApart = restoreRule({
  name: 'tell-notes-apart',
  touches: 'structure',
  apply(root) {
    const definitions = new Map<string, FootnoteDefinition[]>();
    for (const node of root.children) {
      if (node.type !== 'footnoteDefinition') continue;
      const same = definitions.get(node.identifier);
      if (same) same.push(node);
      else definitions.set(node.identifier, [node]);
    }
    const taken = new Set(definitions.keys());
    const shared = [...definitions].filter(([, same]) => same.length > 1);
    const turns = new Map(shared.map(([label, same]) => [label, { same, at: 0 }]));
    if (turns.size === 0) return;
    const calls: { call: FootnoteReference; definition: FootnoteDefinition }[] = [];
    for (const node of root.children) {
      visit(node, 'footnoteReference', (call) => {
        const turn = turns.get(call.identifier);
        if (turn) calls.push({ call, definition: turn.same[Math.min(turn.at, turn.same.length - 1)]! });
      });
      if (node.type === 'footnoteDefinition' && turns.has(node.identifier)) turns.get(node.identifier)!.at++;
    }
    for (const [label, same] of shared) {
      for (const definition of same.slice(1)) {
        let number = 2;
        while (taken.has(`${label}-${number}`)) number++;
        definition.identifier = `${label}-${number}`;
        taken.add(definition.identifier);
      }
    }
    for (const { call, definition } of calls) call.identifier = definition.identifier;
  },
});
