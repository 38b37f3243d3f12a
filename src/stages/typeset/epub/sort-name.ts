/** How a name is sorted: a name as printed in, its pinyin (surnames by their own readings) out. */
import { pinyinPro } from '../../../system/load-late.js';
import { compoundSurnames } from '../../../vocabulary/surnames.js';

/**
 * `单霁翔` → `Shan Jixiang`, `欧阳修` → `Ouyang Xiu`; a name without Han stays as it is.
 */
export function sortName(name: string): string {
  if (!/^\p{Script=Han}{2,5}$/u.test(name)) return name;
  const characters = [...name];
  const syllables = pinyinPro().pinyin(name, { toneType: 'none', type: 'array', mode: 'surname' });
  if (syllables.length !== characters.length) return name;
  const cut = characters.length > 2 && compoundSurnames.has(name.slice(0, 2)) ? 2 : 1;
  return [syllables.slice(0, cut), syllables.slice(cut)].map((part) => capital(part.join(''))).join(' ');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
