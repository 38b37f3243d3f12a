/** A record in, the line of YAML that says it out: an item of the list that `corrections.yaml` is. */
import { stringify } from 'yaml';

/** @returns a line without its end */
export function yamlOf(record: Record<string, unknown>): string {
  return `- ${stringify(record, { schema: 'failsafe', lineWidth: 0, collectionStyle: 'flow' }).trimEnd()}`;
}
