/**
 * Scalars of the YAML files a person writes.
 *
 * They are read without guessing a type (YAML's failsafe schema), so that `number: 02` stays 02 and `number: 2`
 * and `number: "2"` are the same. A schema says with these what it wants them to be.
 */
import { z } from 'zod';

/** Words, as written. */
export const words = z.string();

/** A whole number, quoted or not. */
export const wholeNumber = z.string().regex(/^\d+$/, 'a whole number').transform(Number);

/** A list of words; one alone needs no brackets. */
export const listOfWords = z.union([words.transform((one) => [one]), z.array(words)]);
