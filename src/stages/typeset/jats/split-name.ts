/** A name as printed in, surname and given name out; nothing for names that are not of Han, or that have no known surname. */
import { compoundSurnames, hasSurname } from '../../../vocabulary/surnames.js';

export function splitName(name: string): { surname: string; given: string } | undefined {
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || !hasSurname(name)) return undefined;
  const characters = [...name];
  const cut = characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1;
  return { surname: characters.slice(0, cut).join(''), given: characters.slice(cut).join('') };
}
