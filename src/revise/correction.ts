/** What every kind of correction record shares: how it is read, and how it is applied to the trees of an issue. */
import { z } from 'zod';
import type { VFile } from 'vfile';
import { words } from '../acquire/yaml-scalars.js';
import type { TextTree } from '../model.js';

/** What was wrong: the reading of the page (`ocr`), the printing (`print`) or the author's text (`editorial`). */
export const correctionKinds = ['ocr', 'print', 'editorial'] as const;

/** Keys that a record of any kind may have. */
export const sharedKeys = {
  /** File name of a text; every text of the issue where it is left out. */
  in: words.optional(),
  kind: z.enum(correctionKinds).default('ocr'),
  why: words.optional(),
  by: words.optional(),
  /** What the right reading rests on. */
  witness: words.optional(),
};

/** A record that was read, and where it stands in `corrections.yaml`. */
export interface Correction<R = Record<string, unknown>> {
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

/** A kind of record: one file with its schema and how it is applied. A record is of the kind whose key it has. */
export interface RecordKind<S extends z.ZodType = z.ZodType> {
  key: string;
  schema: S;
  /**
   * Finds what the records name in the trees as they came, then alters the trees, in any order of records the same.
   *
   * @param complain says why a record was not applied; the others are
   */
  apply(trees: TextTree[], records: Correction<z.output<S>>[], complain: Complain): void;
}

/** Says why a record was not applied. */
export type Complain = (record: Correction, rule: string, reason: string) => void;
