/** What every kind of correction record shares: how it is read, and what it comes to. */
import { z } from 'zod';
import type { VFile } from 'vfile';
import { expected, wholeNumber, words } from '../acquire/yaml-scalars.js';
import type { TextTree } from '../../model/index.js';
import type { Flow, Place } from './flows.js';
import type { Operation } from './operation.js';
import { sentenceOf, type Message } from '../../messages/index.js';

/** What was wrong: the reading of the page (`ocr`), the printing (`print`) or the author's text (`editorial`). */
export const correctionKinds = ['ocr', 'print', 'editorial'] as const;

/** Keys that a record of any kind may have. */
export const sharedKeys = {
  /** File name of a text, or the first words of an article's title; the whole issue where it is left out. */
  in: words.optional(),
  kind: z.enum(correctionKinds).default('ocr'),
  why: words.optional(),
  by: words.optional(),
  /** What the right reading rests on. */
  witness: words.optional(),
  /** Line of the raw text where the words stood when the record was written: tells equal words apart, and a move. */
  line: wholeNumber.optional(),
};

/** How often the words of a record stand in what `in` names. */
export const countKey = words
  .regex(/^[1-9]\d*$/, expected('fromOne'))
  .transform(Number)
  .default(1);

/** What any record may say, whatever its kind. */
export interface AnyRecord {
  in?: string | undefined;
  kind: (typeof correctionKinds)[number];
  why?: string | undefined;
  by?: string | undefined;
  witness?: string | undefined;
  line?: number | undefined;
}

/** A record that was read, and where it stands in `corrections.yaml`. */
export interface Correction<R extends AnyRecord = AnyRecord> {
  /** The key that tells its kind. */
  key: string;
  record: R;
  /** From 1. */
  line: number;
}

/** All records of an issue. */
export interface Corrections {
  /** `corrections.yaml`; holds the messages about it. */
  file: VFile;
  records: Correction[];
}

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
