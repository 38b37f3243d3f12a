/** Reads `issue.yaml`: its text in, a checked configuration out. */
import { z } from 'zod';
import { textKinds } from '../clean/survey.js';

const text = z.strictObject({
  /** Path of the raw text, relative to the issue's folder. */
  file: z.string().min(1),
  encoding: z.string().optional(),
  kind: z.enum(textKinds).optional(),
  title: z.string().optional(),
  subtitle: z.string().optional(),
  authors: z.array(z.string()).optional(),
  column: z.string().optional(),
});

export const issueConfigSchema = z.strictObject({
  journal: z.string().optional(),
  journalEnglish: z.string().optional(),
  title: z.string().optional(),
  subtitle: z.string().optional(),
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]*$/).optional(),
  issn: z.string().optional(),
  cn: z.string().optional(),
  isbn: z.string().optional(),
  doi: z.string().optional(),
  year: z.number().int().optional(),
  volume: z.string().optional(),
  number: z.string().optional(),
  total: z.string().optional(),
  date: z.string().optional(),
  publisher: z.string().optional(),
  editors: z.array(z.string()).optional(),
  description: z.string().optional(),
  rights: z.string().optional(),
  language: z.enum(['zh-Hans', 'zh-Hant', 'ja']).optional(),
  cover: z.string().optional(),
  texts: z.array(text).optional(),
});

/** The checked content of `issue.yaml`; every key may be absent. */
export type IssueConfig = z.infer<typeof issueConfigSchema>;
