/** A kind of correction record: how a record of it is checked, and what it comes to in the texts. */
import type { z } from 'zod';
import { sentenceOf, type Message } from '../../messages/index.js';
import type { TextTree } from '../../model/index.js';
import type { AnyRecord, Correction } from './correction.js';
import type { Flow, Place } from './flows.js';
import type { Operation } from './operation.js';

/** A kind of record: one file with its schema and what it does. A record is of the kind whose key it has. */
export interface RecordKind<R extends AnyRecord = AnyRecord> {
  key: string;
  schema: z.ZodType<R>;
  /** Brings words back into the texts: it acts before the other kinds look for theirs. */
  early?: boolean;
  /**
   * Finds what the record names in the texts as they came; alters nothing.
   *
   * @throws Refusal where it cannot be applied
   */
  plan(correction: Correction<R>, issue: IssueText): Operation[];
}

/** The texts of an issue as they came, for records to be found in. */
export interface IssueText {
  trees: TextTree[];
  flows: Flow[];
  /** Plans a record of another kind in a record's name. */
  plan(correction: Correction): Operation[];
}

/** Declares a kind of record; whoever runs it has checked the record with its schema. */
export function recordKind<R extends AnyRecord>(kind: RecordKind<R>): RecordKind {
  return kind as unknown as RecordKind;
}

/** A record that cannot be applied: the rule that it breaks, and what to tell who wrote it. */
export class Refusal extends Error {
  constructor(
    readonly rule: string,
    readonly content: Message,
    /** Where the text reads already as the record wants it. */
    readonly holds?: Place,
  ) {
    super(sentenceOf(content));
  }
}
