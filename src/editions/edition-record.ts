/**
 * What an edition was: the shape of `<slug>.edition.json`, the file that is written beside the outputs.
 *
 * It holds the text of every article, so that a later edition can be compared with it, and errata be dated to it, when
 * nothing else of it is left.
 */
import { z } from 'zod';
import { messages } from '../messages/index.js';
import { Misuse } from '../messages/misuse.js';

/** Counts up when a reader of the file has to know better. */
export const recordFormat = 1;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const file = z.object({ file: z.string(), sha256: digest });
const place = z.object({
  /** Sheet in the PDF, from 1. */
  page: z.number(),
  /** The number printed on it; empty where none is. */
  folio: z.string(),
});

const article = z.object({
  id: z.string(),
  /** The text that it stands in, named as among the sources. */
  source: z.string().optional(),
  title: z.string(),
  column: z.string().optional(),
  byline: z.string(),
  /** Of its blocks and notes. */
  sha256: digest,
  headings: z.array(z.object({ level: z.number(), text: z.string() })),
  /** Of the PDF. */
  firstPage: place.optional(),
  lastPage: place.optional(),
  blocks: z.array(
    z.object({ kind: z.string(), text: z.string(), calls: z.array(z.tuple([z.number(), z.number()])).optional() }),
  ),
  notes: z.array(z.object({ number: z.number(), text: z.string() })),
});

export const editionRecordSchema = z.object({
  format: z.literal(recordFormat),
  /** Version of the program that made it. */
  kanben: z.string(),
  slug: z.string(),
  title: z.string(),
  identifier: z.string(),
  modified: z.string(),
  edition: z.object({ number: z.number(), date: z.string().optional(), note: z.string().optional() }).optional(),
  /** The texts in reading order, named within the folder of the issue. */
  sources: z.array(file),
  /** `issue.yaml` and `corrections.yaml`, where they are. */
  settings: z.array(file),
  /** Digests of the whole fonts that the outputs are set in. */
  fonts: z.array(z.object({ name: z.string(), sha256: digest })),
  outputs: z.array(
    z.object({ file: z.string(), format: z.string(), bytes: z.number(), sha256: digest, pages: z.number().optional() }),
  ),
  articles: z.array(article),
  /** Where the pages of the PDF begin that bear a number: characters of the document's text before each. */
  pageStarts: z.array(place.extend({ document: z.string(), offset: z.number() })),
});

export type EditionRecord = z.output<typeof editionRecordSchema>;
export type ArticleRecord = EditionRecord['articles'][number];

/**
 * Reads an edition file.
 *
 * @param name as messages show it
 * @throws Misuse for what is no edition file, or one of another format
 */
export function readEditionRecord(text: string, name: string): EditionRecord {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch (error) {
    throw new Misuse({ file: name, reason: messages.editions.notJson((error as Error).message) });
  }
  const format = (said as { format?: unknown } | null)?.format;
  if (typeof format === 'number' && format !== recordFormat) {
    throw new Misuse({ file: name, reason: messages.editions.otherFormat(format, recordFormat) });
  }
  const read = editionRecordSchema.safeParse(said);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Misuse({ file: name, reason: messages.editions.notRecord(issue!.path.join('.'), issue!.message) });
}
