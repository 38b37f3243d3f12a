/** A record that joins two paragraphs: `join: 前一段的末尾 | 后一段的开头`. */
import type { Root } from 'mdast';
import { z } from 'zod';
import { expected, words } from '../../../model/config/yaml-scalars.js';
import { firstAt } from '../../../positions/first-at.js';
import { messages } from '../../../messages/index.js';
import type { TextTree } from '../../../model/index.js';
import { append } from '../../restore/blocks.js';
import { stepsAside } from '../../restore/join-paragraphs.js';
import { mustPart } from '../break-sign.js';
import { sharedKeys, type Correction } from '../correction.js';
import { recordKind, Refusal } from '../record-kind.js';
import { blockOf, noteOf, takeOut, topOf } from '../cut-blocks.js';
import { leadOf, tailOf, wordsOf } from '../excerpt.js';
import { endsPassage, notFound, occurrences, scopeOf, startsPassage } from '../find-words.js';
import { lineOf, placeName, rawSpan, type Flow, type Place } from '../flows.js';
import { claim, listChange, type Anchor, type Operation } from '../operation.js';
import { takeOutCall } from '../note-calls.js';

const schema = z.strictObject({
  /** The end of one paragraph, `|`, and the beginning of the one that goes on with it; notes may stand between. */
  join: words.min(1, expected('toJoin')),
  ...sharedKeys,
});

type JoinRecord = z.output<typeof schema>;

export const joinRecord = recordKind<JoinRecord>({
  key: 'join',
  schema,
  plan(correction, { flows }) {
    const [left, right] = mustPart(correction.record.join);
    const [end, start] = findBreak(correction, flows, left, right);
    const { tree } = start.flow;
    const words = [leadOf(end) + wordsOf(end), wordsOf(start) + tailOf(start)];
    const operation: Operation = {
      correction,
      tree,
      span: { start: rawSpan(end).end, end: rawSpan(start).start },
      shown: { before: words.join(' ¶ '), after: words.join('') },
      claims: [...claim({ ...end, start: end.end - 1 }, 'end'), ...claim({ ...start, end: start.start + 1 }, 'start')],
      points: [
        { flow: end.flow, at: end.end, side: 'end' },
        { flow: start.flow, at: start.start, side: 'start' },
      ],
      act: ([before, behind]) => {
        joinAt(tree.root, before!, behind!);
        listChange(operation, 'structure', `${left}\n${right}`, left + right);
      },
    };
    return [operation];
  },
});

/** The end and the beginning that the record names: of all pairs those that stand nearest together. */
function findBreak({ record }: Correction<JoinRecord>, flows: Flow[], left: string, right: string): [Place, Place] {
  const scope = scopeOf(flows, record);
  const ends = occurrences(scope.flows, left).filter(
    (place) => scope.holds(place) && endsPassage(place.flow, place.end),
  );
  const starts = occurrences(scope.flows, right).filter(
    (place) => scope.holds(place) && startsPassage(place.flow, place.start),
  );
  const before = new Map<TextTree, { place: Place; at: number }[]>();
  for (const place of ends) {
    const inTree = before.get(place.flow.tree) ?? [];
    before.set(place.flow.tree, inTree);
    inTree.push({ place, at: rawSpan(place).end });
  }
  for (const inTree of before.values()) inTree.sort((a, b) => a.at - b.at);
  // one end may stand before several beginnings: the first goes on with it
  const pairs = new Map<Place, { start: Place; at: number }>();
  for (const start of starts) {
    const inTree = before.get(start.flow.tree) ?? [];
    const { start: at } = rawSpan(start);
    const nearest = inTree[firstAt(inTree, (end) => end.at > at) - 1]?.place;
    if (nearest && at < (pairs.get(nearest)?.at ?? Infinity)) pairs.set(nearest, { start, at });
  }
  const first = Array.from(pairs, ([end, { start }]): [Place, Place] => [end, start]);
  const hinted = first.length > 1 ? first.filter(([, start]) => lineOf(start) === record.line) : first;
  if (hinted.length === 1) return hinted[0]!;
  if (first.length > 1)
    throw new Refusal(
      'counted',
      messages.revise.otherCount(
        record.join,
        'join',
        1,
        first.map(([end]) => placeName(end)),
      ),
    );
  const joined = occurrences(scope.flows, `${left}\n${right}`).filter(scope.holds);
  if (joined.length > 0)
    throw new Refusal('found', messages.revise.joinedAlready(record.join, placeName(joined[0]!)), joined[0]);
  const missing = [left, right].find((words) => occurrences(scope.flows, words).filter(scope.holds).length === 0);
  if (missing !== undefined) throw notFound(scope, 'join', missing);
  throw new Refusal('found', messages.revise.noBreak(record.join));
}

/** Only notes, tables and captions may stand between the two, unless the first is a note itself. */
function joinAt(root: Root, before: Anchor, behind: Anchor): void {
  const left = blockOf(root, before);
  const right = blockOf(root, behind);
  const [from, to] = [noteOf(root, before), noteOf(root, behind)];
  const [first, second] = [before, behind].map((anchor) => root.children.indexOf(topOf(root, anchor)));
  const between = root.children.slice(first! + 1, second);
  if (left.block === right.block || (!from && !between.every((node) => stepsAside(node))))
    throw new Refusal('found', messages.revise.notNeighbours);
  append(left.block, right.block);
  takeOut(right.parent, right.block);
  if (to && to !== from && to.children.length === 0) {
    takeOut(root, to);
    takeOutCall(root, to.identifier);
  }
}
