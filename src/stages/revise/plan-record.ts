/** A record on trial: what it would come to in the texts as they came. Nothing is altered. */
import { pointAt } from '../../diagnostics/index.js';
import type { Operation } from './operation.js';
import { Refusal, type IssueText } from './record-kind.js';
import { recordKinds } from './records/index.js';

/** What a record is written with: keys and words, as `corrections.yaml` holds them. */
export type WrittenRecord = Record<string, string | string[]>;

/** What a record comes to; nothing where it cannot be applied. */
export function planned(record: WrittenRecord, issue: IssueText): Operation[] {
  const tried = tryRecord(record, issue);
  return tried instanceof Refusal ? [] : tried;
}

/** What a record comes to, or why it cannot be applied. */
export function tryRecord(record: WrittenRecord, issue: IssueText): Operation[] | Refusal {
  const kind = recordKinds.find(({ key }) => key in record)!;
  try {
    return kind.plan({ key: kind.key, record: kind.schema.parse(record), line: 0 }, issue);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** A record with the line at which it applies now: when the text has moved, that can be said. */
export function withLine<R extends WrittenRecord>(
  record: R | undefined,
  issue: IssueText,
): (R & { line: string }) | undefined {
  const [operation] = record ? planned(record, issue) : [];
  return operation && { ...record!, line: String(pointAt(operation.tree.raw, operation.span.start).line) };
}
