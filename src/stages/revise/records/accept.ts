/**
 * A record that answers a finding: it is right as it is, or in another of the readings that the finding offers.
 *
 * Findings come from every stage; which of them a record accepts is settled at the end of the road.
 */
import { z } from 'zod';
import { expected, words } from '../../../model/config/yaml-scalars.js';
import { messages } from '../../../messages/index.js';
import type { Span, TextTree } from '../../../model/index.js';
import { countKey, sharedKeys, type AnyRecord } from '../correction.js';
import { recordKind, Refusal, type IssueText } from '../record-kind.js';
import { excerpt } from '../excerpt.js';
import { findWords, scopeOf } from '../find-words.js';
import { spanWithCalls } from '../note-calls.js';
import type { Operation } from '../operation.js';
import { findingsAt, ruleOf } from '../touches.js';

const schema = z.strictObject({
  /** `stage:rule`, as the finding names it. */
  accept: words.regex(/^[a-z-]+:[a-z-]+$/, expected('rule')),
  /** Words at the place of the finding; left out, all findings of the rule are meant. */
  at: words.optional(),
  /** How many findings that are, without `at`. */
  count: countKey,
  /** All of them, however many there are. */
  all: words.regex(/^(?:true|是)$/, expected('yes')).optional(),
  /** The reading that is right. */
  reading: words.optional(),
  ...sharedKeys,
  why: words.min(1, expected('why')),
});

/** A record that accepts a rule's findings, for a person to put the reason right. */
export function acceptanceOf(rule: string, at?: string): Record<string, string> {
  return { accept: rule, ...(at !== undefined && { at }), why: asPrinted };
}

/** What an acceptance says that nobody has altered yet. */
const asPrinted = '纸本如此';

export type AcceptRecord = z.output<typeof schema>;

export const acceptRecord = recordKind<AcceptRecord>({
  key: 'accept',
  schema,
  plan(correction, issue) {
    const { record } = correction;
    const { accept, reading } = record;
    return placesOf(record, issue).flatMap(({ tree, span, shown }): Operation[] => {
      const operation: Operation = { correction, tree, span, shown: { before: shown, after: shown }, claims: [] };
      if (reading === undefined) return [operation];
      const ofRule = tree.raw.file.messages.filter((one) => ruleOf(one) === accept);
      const asked = record.at === undefined ? ofRule : findingsAt(ofRule, span);
      const others = asked.filter(({ question }) => question?.reading !== reading);
      const answers = others.map((one) => one.records?.find((answer) => answer.reading === reading));
      if (asked.length === 0 || answers.includes(undefined)) {
        const known = asked.flatMap((one) => [
          one.question?.reading,
          ...(one.records ?? []).map((answer) => answer.reading),
        ]);
        throw new Refusal(
          'reading',
          messages.revise.otherReading(reading, [...new Set(known.filter((one) => one !== undefined))]),
        );
      }
      return [
        operation,
        ...answers.flatMap((answer) => {
          const [key] = Object.keys(answer!.record) as [string];
          const planned = issue.plan({ ...correction, key, record: answer!.record as unknown as AnyRecord });
          return planned.map((one) => ({ ...one, correction }));
        }),
      ];
    });
  },
});

/** The places that a record accepts findings of: of its words, or whole texts. */
function placesOf(
  record: AcceptRecord,
  { flows, trees: all }: IssueText,
): { tree: TextTree; span: Span; shown: string }[] {
  if (record.at !== undefined) {
    return findWords(flows, record, { words: record.at, key: 'at' }).map((place) => ({
      tree: place.flow.tree,
      span: spanWithCalls(place),
      shown: excerpt(place),
    }));
  }
  const trees = record.in === undefined ? all : [...new Set(scopeOf(flows, record).flows.map(({ tree }) => tree))];
  return trees.map((tree) => ({ tree, span: { start: 0, end: tree.raw.text.length }, shown: '' }));
}
