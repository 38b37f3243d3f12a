/**
 * Scalars of the YAML files a person writes.
 *
 * They are read without guessing a type (YAML's failsafe schema), so that `number: 02` stays 02 and `number: 2`
 * and `number: "2"` are the same. A schema says with these what it wants them to be.
 */
import { z } from 'zod';
import type { MessageSet } from '../../messages/index.js';

/** What a schema wants of a value, by the name of its message: the reader of YAML words it. */
export function expected(name: keyof MessageSet['acquire']['expected']): string {
  return name;
}

/** Words, as written. */
export const words = z.string();

/** A whole number, quoted or not. */
export const wholeNumber = z.string().regex(/^\d+$/, expected('wholeNumber')).transform(Number);

/** A list of names; Chinese marks between them are understood. */
export const listOfNames = z
  .union([words.transform((one) => [one]), z.array(words)])
  .transform((names) => names.flatMap((name) => name.split(/[、，；]/u).map((one) => one.trim())).filter(Boolean));

/** A list of words; one alone needs no brackets. */
export const listOfWords = z.union([words.transform((one) => [one]), z.array(words)]);
