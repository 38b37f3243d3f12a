/** The errata of an earlier edition: what was corrected since and its edition file in, misprints with their places out. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readBook } from '../../inspect/read-book.js';
import type { PrintedBook } from '../../inspect/types.js';
import { messages } from '../../messages/index.js';
import { Misuse } from '../../messages/misuse.js';
import type { Applied } from '../../stages/revise/index.js';
import { readEditionRecord, type EditionRecord } from '../edition-record.js';
import { findMisprints, type Misprint, type Unplaced } from './find-misprints.js';
import { locateMisprint, type PrintedPlace } from './locate-misprint.js';

/** One line of the table. */
export type Erratum = Misprint & { place: PrintedPlace };

export interface Errata {
  since: EditionRecord;
  errata: Erratum[];
  unplaced: Unplaced[];
  /** Why no line is told, though the edition was printed. */
  withoutLines?: string;
}

/**
 * Looks for the PDF of that edition beside its edition file: lines are read from what was printed.
 *
 * @param sourceOf how an edition file names a text, by its name for messages
 * @param forms how the words of records may stand in that edition
 * @param file absolute path of the edition file
 * @param shown its name for messages
 * @throws Misuse for what is no edition file
 */
export async function errataSince(
  applied: readonly Applied[],
  sourceOf: (file: string) => string,
  forms: readonly ((words: string) => string)[],
  file: string,
  shown: string,
): Promise<Errata> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Misuse({ file: shown, reason: messages.acquire.unreadable(error.code ?? error.message) });
  });
  const since = readEditionRecord(text, shown);
  const { misprints, unplaced } = findMisprints(applied, sourceOf, since, forms);
  const printed = since.outputs.find(({ format }) => format === 'pdf');
  const book =
    printed && (await bookBeside(path.join(path.dirname(file), path.basename(printed.file)), printed.sha256));
  return {
    since,
    errata: misprints.map((misprint) => ({ ...misprint, place: locateMisprint(misprint, since, book) })),
    unplaced,
    ...(printed && !book && { withoutLines: printed.file }),
  };
}

/** Nothing where the file is not there or not the one that the edition had. */
async function bookBeside(file: string, sha256: string): Promise<PrintedBook | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256) return undefined;
  return readBook(bytes);
}
