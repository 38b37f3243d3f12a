/** A record that keeps a line which was set aside: it stands in the text again, where it stood. */
import { distance } from 'fastest-levenshtein';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { z } from 'zod';
import { expected, words } from '../../../model/config/yaml-scalars.js';
import { pointAt } from '../../../diagnostics/index.js';
import type { SetAside, TextTree } from '../../../model/index.js';
import { messages } from '../../../messages/index.js';
import { isTextBlock, spanOf, textOf } from '../../restore/blocks.js';
import { gapBetween } from '../../../vocabulary/line-joins.js';
import { countKey, sharedKeys } from '../correction.js';
import { recordKind, Refusal } from '../record-kind.js';
import { fillsPassages, occurrences } from '../find-words.js';
import { searchable, type Flow } from '../flows.js';
import { listChange, type Operation } from '../operation.js';

const schema = z.strictObject({
  /** All words of a line that was set aside as furniture. */
  keep: words.min(1, expected('line')),
  count: countKey,
  ...sharedKeys,
});

/** A line that was set aside with its block. */
interface Line {
  tree: TextTree;
  entry: SetAside;
  block: RootContent;
}

export const keepRecord = recordKind<z.output<typeof schema>>({
  key: 'keep',
  schema,
  early: true,
  plan(correction, { flows, trees }) {
    const { record } = correction;
    const lines = trees.flatMap((tree) =>
      tree.ledger.aside.flatMap((entry): Line[] => (entry.block ? [{ tree, entry, block: entry.block }] : [])),
    );
    const { searched: wanted } = searchable(record.keep);
    const all = lines.filter(({ block }) => searchable(toString(block)).searched === wanted);
    const there = all.filter((line) => lineOf(line) === record.line);
    const found = all.length > record.count && there.length === record.count ? there : all;
    // of equal lines some may not have been set aside at all
    const standing = occurrences(flows, record.keep).filter(fillsPassages).length;
    if (found.length === 0 || ![found.length, found.length + standing].includes(record.count))
      throw refusal(record, found, flows, lines);
    return found.map(({ tree, entry, block }): Operation => {
      const operation: Operation = {
        correction,
        tree,
        span: entry.span,
        shown: { before: '', after: toString(block) },
        claims: [],
        act: () => {
          tree.ledger.aside.splice(tree.ledger.aside.indexOf(entry), 1);
          putBack(tree.root, block);
          listChange(operation, 'structure', entry.text, entry.text);
        },
      };
      return operation;
    });
  },
});

const lineOf = ({ tree, entry }: Line): number => pointAt(tree.raw, entry.span.start).line;
const nameOf = (line: Line): string => `${line.tree.raw.name}:${lineOf(line)}`;

function refusal({ keep, count }: z.output<typeof schema>, found: Line[], flows: Flow[], lines: Line[]): Refusal {
  if (found.length > 0)
    return new Refusal('counted', messages.revise.otherCount(keep, 'keep', count, found.map(nameOf), found.length));
  if (occurrences(flows, keep).length > 0) return new Refusal('changes', messages.revise.keptAlready(keep));
  const near = lines.toSorted((a, b) => distance(a.entry.text, keep) - distance(b.entry.text, keep))[0];
  return new Refusal('found', messages.revise.notAside(keep, near && `"${near.entry.text}" (${nameOf(near)})`));
}

/** Within the paragraph that was joined across the line, or between the blocks that stand round its place. */
function putBack(root: Root, block: RootContent): void {
  const { start } = spanOf(block);
  const within = root.children.find(
    (node) => isTextBlock(node) && spanOf(node).start < start && start < spanOf(node).end,
  );
  if (within && isTextBlock(within) && isTextBlock(block)) {
    const children = within.children as PhrasingContent[];
    const at = children.findIndex((node) => spanOf(node).start >= start);
    const [before, behind] = [children.slice(0, at), children.slice(at)];
    const gaps = [gapBetween(toString(before), textOf(block)), gapBetween(textOf(block), toString(behind))];
    const [lead, tail] = gaps.map((value) => (value === '' ? [] : [{ type: 'text' as const, value }]));
    within.children = [...before, ...lead!, ...block.children, ...tail!, ...behind];
    return;
  }
  const next = root.children.findIndex((node) => node.type !== 'footnoteDefinition' && spanOf(node).start >= start);
  root.children.splice(next < 0 ? root.children.length : next, 0, block);
}
