/** A record in, the YAML that says it out: an item of the list that `corrections.yaml` is. */
import { stringify } from 'yaml';

/**
 * @param oneLine all on one line, to be copied; else a line a key
 * @returns without a line end behind the last
 */
export function yamlOf(record: Record<string, unknown>, oneLine = true): string {
  const options = { schema: 'failsafe', lineWidth: 0 } as const;
  if (!oneLine) return stringify([record], options).trimEnd();
  return `- ${stringify(record, { ...options, collectionStyle: 'flow' }).trimEnd()}`;
}
