/** Reads `corrections.yaml`: its text in, checked records with their lines out. */
import { VFile } from 'vfile';
import { z } from 'zod';
import { readYaml } from '../acquire/read-yaml.js';
import { messages } from '../../messages/index.js';
import type { AnyRecord, Corrections } from './correction.js';
import { recordKinds } from './records/index.js';

/**
 * @param source the file's name for messages and what it says; undefined where there is none
 * @throws Misuse that names every wrong record with its line
 */
export function readCorrections(source: { file: string; text: string } | undefined): Corrections | undefined {
  if (!source) return undefined;
  const { file, text } = source;
  const kindOf = (record: unknown) =>
    recordKinds.find(({ key }) => typeof record === 'object' && record !== null && key in record);
  const chosen = (said: unknown): z.ZodType<Record<string, unknown>[]> => {
    if (!Array.isArray(said)) return z.array(z.record(z.string(), z.unknown()));
    const schemas = said.map((record: unknown) => kindOf(record)?.schema ?? unknownRecord(record));
    return z.tuple(schemas as unknown as [z.ZodType]) as unknown as z.ZodType<Record<string, unknown>[]>;
  };
  const { value, lineOf } = readYaml(text, file, chosen, []);
  const records = value.map((record, index) => ({
    key: kindOf(record)!.key,
    record: record as unknown as AnyRecord,
    line: lineOf([index]),
  }));
  return { file: new VFile({ path: file, value: text }), records };
}

/** A schema that nothing fits, with what to do. */
function unknownRecord(record: unknown): z.ZodType {
  const keys = typeof record === 'object' && record !== null ? Object.keys(record).map((key) => `"${key}"`) : [];
  const kinds = recordKinds.map(({ key }) => `"${key}"`);
  return z.any().refine(() => false, { params: { ...messages.revise.unknownRecord(keys, kinds) } });
}
