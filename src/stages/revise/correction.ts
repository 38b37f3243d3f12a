/** What every kind of correction record says, and how it is read. */
import { z } from 'zod';
import type { VFile } from 'vfile';
import { expected, wholeNumber, words } from '../../model/config/yaml-scalars.js';

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
