/** The shape of an act as it comes from a window: what fits nothing is refused before it reaches the issue. */
import { z } from 'zod';

const block = z.strictObject({ article: z.string(), n: z.number().int().min(0), words: z.string() });
const offset = z.number().int().min(0);
const facts = z.record(z.string().regex(/^[a-zA-Z]+$/), z.union([z.string(), z.array(z.string())]));

export const actSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('answer'),
    question: z.string(),
    choice: z.number().int().min(0),
    supplied: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('answer-all'),
    questions: z.array(z.string()).min(1),
    key: z.string(),
    reading: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('edit'), block, words: z.string() }),
  z.strictObject({ type: z.literal('split'), block, offset }),
  z.strictObject({ type: z.literal('join'), block, before: block }),
  z.strictObject({ type: z.literal('heading'), block, level: z.enum(['1', '2', '3', '4', 'title', 'none']) }),
  z.strictObject({ type: z.literal('drop'), block }),
  z.strictObject({ type: z.literal('keep'), aside: z.string() }),
  z.strictObject({ type: z.literal('tie'), note: block, block, offset }),
  z.strictObject({ type: z.literal('note'), block, offset, words: z.string().min(1) }),
  z.strictObject({ type: z.literal('caption'), block, to: block }),
  z.strictObject({ type: z.literal('article'), article: z.string(), facts }),
  z.strictObject({ type: z.literal('issue'), facts }),
  z.strictObject({ type: z.literal('take-back'), line: z.number().int().min(1), yaml: z.string() }),
]);
