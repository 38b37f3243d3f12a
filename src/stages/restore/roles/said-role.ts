/** The role that a person gave to lines of certain words, gaps between them aside. */
import { saidRoles } from '../../../model/said-of-lines.js';
import type { Survey } from '../../../model/index.js';
import { withoutBlanks } from '../../../vocabulary/characters.js';

export function saidRoleOf(text: string, { said }: Survey): (typeof saidRoles)[number] | undefined {
  if (!said?.roles) return undefined;
  const words = plain(text);
  return saidRoles.find((role) => said.roles?.[role]?.some((pattern) => matches(words, plain(pattern))));
}

const plain = (text: string): string => withoutBlanks(text).normalize('NFKC');

function matches(words: string, pattern: string): boolean {
  return pattern.endsWith('*') ? words.startsWith(pattern.slice(0, -1)) : words === pattern;
}
