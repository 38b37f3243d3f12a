/** The shape of `issue.yaml`. */
import { z } from 'zod';
import { fontChoices, noteProfiles } from '../choices.js';
import { saidRoles } from '../said-of-lines.js';
import { textKinds } from '../survey.js';
import { pageRanges } from './page-ranges.js';
import { printConfigSchema } from './print-config.js';
import { expected, listOfNames, listOfWords, wholeNumber, words } from './yaml-scalars.js';

const date = words.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, expected('date'));

const edition = z.strictObject({
  number: wholeNumber.refine((number) => number > 0, expected('fromOne')),
  date: date.optional(),
  /** What is new in it, for the 版权页. */
  note: words.optional(),
});

const epub = z.strictObject({
  notes: z.enum(noteProfiles).optional(),
  fonts: z.enum(fontChoices).optional(),
  /** 同上 and Ibid.: as they stand, or with what they mean in brackets. */
  ibid: z.enum(['keep', 'complete']).optional(),
  /** Page list: of the source, else of the PDF made in the same build; or none. */
  pages: z.enum(['auto', 'none']).optional(),
});

const roles = z.strictObject(
  Object.fromEntries(saidRoles.map((role) => [role, listOfWords.optional()])) as Record<
    (typeof saidRoles)[number],
    z.ZodOptional<typeof listOfWords>
  >,
);

const text = z.strictObject({
  /** Path of the raw text, relative to the issue's folder. */
  file: words,
  encoding: words.optional(),
  /** Pages of a PDF that belong to the issue, counted from its first: 2-26, 30. */
  pages: pageRanges.optional(),
  /** What kind of text it is, where the survey is wrong. */
  kind: z.enum(textKinds).optional(),
  /** Width of a full line of the body in em, where the survey is wrong. */
  measure: wholeNumber.optional(),
  title: words.optional(),
  subtitle: words.optional(),
  authors: listOfNames.optional(),
  column: words.optional(),
});

export const issueConfigSchema = z.strictObject({
  journal: words.optional(),
  journalEnglish: words.optional(),
  title: words.optional(),
  subtitle: words.optional(),
  slug: words.regex(/^[a-z0-9][a-z0-9-]*$/, expected('slug')).optional(),
  /** A book has an author and chapters, a journal numbers and articles; told from the texts where it is left out. */
  kind: z.enum(['book', 'journal']).optional(),
  author: listOfNames.optional(),
  translator: listOfNames.optional(),
  editor: listOfNames.optional(),
  series: words.optional(),
  subjects: listOfWords.optional(),
  issn: words.optional(),
  cn: words.optional(),
  isbn: words.optional(),
  doi: words.optional(),
  year: wholeNumber.optional(),
  volume: words.optional(),
  number: words.optional(),
  total: words.optional(),
  date: date.optional(),
  /** The 版 of the same issue that this is; a number alone or its particulars. */
  edition: z.preprocess((said) => (typeof said === 'string' ? { number: said } : said), edition).optional(),
  /** Path of the edition file of an earlier 版, relative to the issue's folder: its misprints are listed in this one. */
  errata: words.optional(),
  /** What machines know the first edition by, where it is not worked out from the facts above. */
  identifier: words.regex(/^urn:[a-z0-9-]+:\S+$/i, expected('urn')).optional(),
  publisher: words.optional(),
  editors: listOfNames.optional(),
  description: words.optional(),
  rights: words.optional(),
  language: z.enum(['zh-Hans', 'zh-Hant', 'ja']).optional(),
  /** The script that the edition is set in, where it is not the source's. */
  convert: z.enum(['traditional', 'simplified']).optional(),
  /** Path of a picture, relative to the issue's folder. */
  cover: words.optional(),
  epub: epub.optional(),
  print: printConfigSchema.optional(),
  /** The texts in reading order; every raw text of the folder in natural order where it is left out. */
  texts: z.array(z.preprocess((said) => (typeof said === 'string' ? { file: said } : said), text)).optional(),
  /** Running heads of the journal: lines of these words are page furniture. */
  heads: listOfWords.optional(),
  /** What lines of these words are, by their role; a * at the end stands for anything. */
  roles: roles.optional(),
  /** Files of the folder that are no texts of the issue, and of which nothing is said. */
  leaveOut: listOfWords.optional(),
});

/** The checked content of `issue.yaml`; every key may be absent. */
export type IssueConfig = z.infer<typeof issueConfigSchema>;

/** What `issue.yaml` says of one text. */
export type TextConfig = NonNullable<IssueConfig['texts']>[number];
