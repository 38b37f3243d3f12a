/** What a record comes to once its words are found: what it alters, and what it lays claim to. */
import type { Text } from 'mdast';
import type { Span, TextTree } from '../../model/index.js';
import type { Correction } from './correction.js';
import type { Flow, Place } from './flows.js';

/** A point in the text that stays where it is while other records alter what is round it. */
export interface Anchor extends Text {
  value: '';
}

/** A point of a flow: behind the character before it, or before the one that follows it. */
export interface Point {
  flow: Flow;
  at: number;
  side: 'end' | 'start';
}

/** Characters that only one record may alter in this way. */
export interface Claim extends Place {
  /** Their wording, what block they make, whether they begin or end one, the note called behind them. */
  of: 'words' | 'block' | 'start' | 'end' | 'call';
}

/** Words of a flow that become others. */
export interface WordEdit extends Place {
  text: string;
  /** The text goes with the character behind it: the record's own words begin there. */
  leads: boolean;
  /** Raw offsets. */
  span: Span;
}

/** One place at which a record applies. */
export interface Operation {
  correction: Correction;
  tree: TextTree;
  /** Where it applies, raw offsets. */
  span: Span;
  /** Raw offsets of what else it disposes of: a note that it ties. */
  disposes?: Span;
  /** The passage before and after, as a person is shown it. */
  shown: { before: string; after: string };
  claims: Claim[];
  words?: WordEdit[];
  /** Points that `act` works at. */
  points?: Point[];
  /**
   * Alters blocks and notes, when all words are replaced.
   *
   * @param anchors of its points, in order
   * @throws Refusal, with nothing altered
   */
  act?: (anchors: Anchor[]) => void;
}

/** Start and end of a place as points. */
export function edgesOf({ flow, start, end }: Place): [Point, Point] {
  return [
    { flow, at: start, side: 'start' },
    { flow, at: end, side: 'end' },
  ];
}

/** Lists what an operation changes that is no change of words in place: other blocks (`structure`) or other words (`letters`). */
export function listChange(operation: Operation, law: 'structure' | 'letters', before: string, after: string): void {
  const { correction, tree, span } = operation;
  tree.ledger.changes.push({ rule: `revise:${correction.key}`, law, before, after, span, file: tree.raw.name });
}

/** Claims of several sorts on the same characters. */
export function claim({ flow, start, end }: Place, ...sorts: Claim['of'][]): Claim[] {
  return sorts.map((of) => ({ flow, start, end, of }));
}

/** Takes out the operations of records that lay claim to what another one does; tells of each with the other. */
export function withoutConflicts(
  operations: Operation[],
  refuse: (correction: Correction, other: Correction) => void,
): Operation[] {
  const refused = new Set<Correction>();
  const claims = operations
    .flatMap(({ claims, correction }) => claims.map((one) => ({ ...one, correction })))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const open = new Map<Flow, Map<Claim['of'], (typeof claims)[number]>>();
  const turnDown = (one: Correction, other: Correction): void => {
    if (!refused.has(one)) refuse(one, other);
    refused.add(one);
  };
  for (const one of claims) {
    const sorts = open.get(one.flow) ?? new Map<Claim['of'], (typeof claims)[number]>();
    open.set(one.flow, sorts);
    const before = sorts.get(one.of);
    if (before && before.end > one.start && before.correction !== one.correction) {
      turnDown(before.correction, one.correction);
      turnDown(one.correction, before.correction);
    }
    if (!before || before.end < one.end) sorts.set(one.of, one);
  }
  return operations.filter(({ correction }) => !refused.has(correction));
}
