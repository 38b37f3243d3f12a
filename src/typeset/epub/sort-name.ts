/** How a name is sorted: a name as printed in, its pinyin (surnames by their own readings) out. */
import { pinyinPro } from '../../load-late.js';

// surnames of two characters that still occur: the rest of the name is the given name
const doubleSurname =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|宇文|司徒|司空|长孙|長孫|夏侯|端木|百里|呼延|南宫|南宮)./u;

/**
 * `单霁翔` → `Shan Jixiang`, `欧阳修` → `Ouyang Xiu`; a name without Han stays as it is.
 */
export function sortName(name: string): string {
  if (!/^\p{Script=Han}{2,5}$/u.test(name)) return name;
  const characters = [...name];
  const syllables = pinyinPro().pinyin(name, { toneType: 'none', type: 'array', mode: 'surname' });
  if (syllables.length !== characters.length) return name;
  const cut = doubleSurname.test(name) ? 2 : 1;
  return [syllables.slice(0, cut), syllables.slice(cut)].map((part) => capital(part.join(''))).join(' ');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
