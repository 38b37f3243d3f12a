/**
 * The records of `corrections.yaml`: what an editor says once and every build applies.
 *
 * A kind of record is one file beside this one: its schema and how it is applied.
 */
import { z } from 'zod';
import { words } from '../acquire/yaml-scalars.js';

/** Who is mended: the reader of the page (`ocr`), the printing (`print`) or the author's text (`editorial`). */
export const correctionKinds = ['ocr', 'print', 'editorial'] as const;

/** Words that read otherwise: `find` as it reads in the edition, `replace` as it should. */
export const wordsRecord = z.strictObject({
  /** May cross source lines and leave out note marks; white space counts for nothing beside Han. */
  find: words.min(1),
  /** Empty to take the words out. */
  replace: words,
  /** File name of a text; every text of the issue where it is left out. */
  in: words.optional(),
  /** How often `find` stands in what `in` names. */
  count: words
    .regex(/^[1-9]\d*$/, 'a whole number from 1 up')
    .transform(Number)
    .default(1),
  kind: z.enum(correctionKinds).default('ocr'),
  why: words.optional(),
  by: words.optional(),
  /** What the right reading rests on. */
  witness: words.optional(),
});

/** A checked record of words, with its place in `corrections.yaml`. */
export type WordsCorrection = z.output<typeof wordsRecord> & { record: 'words' } & CorrectionPlace;

/** Where a record stands, for messages. */
export interface CorrectionPlace {
  /** `corrections.yaml` as messages show it. */
  file: string;
  /** Line of the record, from 1. */
  line: number;
}

/** A record of any kind. */
export type Correction = WordsCorrection;
