/** The shape of `print` in `issue.yaml`: how the PDF is set. */
import { z } from 'zod';
import { expected, wholeNumber, words } from './yaml-scalars.js';

/** Trim sizes by name, width × height in mm. */
export const pageSizes = {
  '16k': [185, 260],
  '188x260': [188, 260],
  'large-16k': [210, 285],
  a4: [210, 297],
  '32k': [130, 184],
} as const;
export type PageSize = keyof typeof pageSizes;

/** 社科期刊 and 书. */
export const themes = ['journal', 'book'] as const;
export type Theme = (typeof themes)[number];

/** At the foot of the page and numbered afresh on each; there and numbered through the article; at its end. */
export const notePlacements = ['page', 'article', 'end'] as const;
export type NotePlacement = (typeof notePlacements)[number];

const lowerCase = words.transform((said) => said.toLowerCase());

export const printConfigSchema = z.strictObject({
  size: lowerCase.pipe(z.enum(Object.keys(pageSizes) as [PageSize, ...PageSize[]])).optional(),
  theme: z.enum(themes).optional(),
  notes: z.enum(notePlacements).optional(),
  /** Where an article begins: on the next page, or on the next right page. */
  opening: z.enum(['page', 'recto']).optional(),
  /** Number of the first page of the first article. */
  firstFolio: wholeNumber.optional(),
  /** The number of pages is a multiple of this: sheets are folded. */
  padTo: wholeNumber.pipe(z.literal([1, 2, 4, 8, 16])).optional(),
  /** The gap between Han and Latin, as a share of an em. */
  autospace: z
    .union([z.enum(['none', 'eighth', 'quarter']), words.regex(/^1\/(?:[4-9]|1\d)$/)], {
      error: expected('autospace'),
    })
    .optional(),
  /** Length of the rule above the notes, as a share of the line. */
  noteRule: words.regex(/^1\/[1-9]$/, expected('share')).optional(),
  /** Path of a style sheet, relative to the folder, after ours. */
  css: words.optional(),
});

/** What `issue.yaml` says of print; every key may be absent. */
export type PrintConfig = z.infer<typeof printConfigSchema>;
