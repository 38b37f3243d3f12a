/**
 * Fonts that name their letters as Chinese characters: what such a sign stands for on the page, where that is certain.
 *
 * TeX files made with one map for all fonts add the number of a Chinese subfont to the codes of Latin ones: 轤 is U+8F64, and
 * 64 is d. Files of Chinese typesetting systems keep marks in a font of symbols and give them the codes of Han that hardly
 * anybody needs: 唱 for a hyphen. Han of such a font are as narrow as letters, or its name says that it holds none.
 */
import type { FontFacts } from '../pdf/types.js';
import { symbolFontMarks, texLigatures } from '../../../vocabulary/misnamed-signs.js';
import type { FontTally } from './page-tally.js';

/** What a sign of a font stands for; □ where nobody can say; undefined where the file is right. */
export type SignReader = (sign: string) => string | undefined;

/** So many Han of one block, all as narrow as letters, make the others of that block in such fonts letters. */
const sureLetters = 8;
/** m and W are as wide as Han may be: so many of the letters are narrow. */
const narrowShare = 0.7;
/** Share of a font's Han that lie in the block of its letters. */
const blockShare = 0.8;

const isSymbolFont = ({ name }: FontFacts): boolean => /^symbol\d*$/i.test(name);

/**
 * @param tallies of all pages
 * @returns readers by font; fonts that are right are left out
 */
export function misnamedSigns(
  tallies: ReadonlyMap<number, FontTally>,
  fonts: readonly FontFacts[],
): Map<number, SignReader> {
  const readers = new Map<number, SignReader>();
  const ofLetters = [...tallies].filter(([, tally]) => blockOf(tally) !== undefined);
  const sure = new Set(ofLetters.filter(([, { han }]) => han >= sureLetters).map(([, tally]) => blockOf(tally)));
  for (const [font, tally] of ofLetters) {
    const block = blockOf(tally)!;
    if (sure.has(block)) readers.set(font, (sign) => letterOf(sign, block));
  }
  for (const [font, { han }] of tallies)
    if (han > 0 && isSymbolFont(fonts[font]!))
      readers.set(font, (sign) => (/^\p{Script=Han}$/u.test(sign) ? (symbolFontMarks[sign] ?? '□') : undefined));
  return readers;
}

/** The block that holds the Han of a font, where they are narrow and end like letters. */
function blockOf({ han, narrow, blocks }: FontTally): number | undefined {
  const [most] = [...blocks].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= blockShare * han && narrow >= narrowShare * han ? most[0] : undefined;
}

function letterOf(sign: string, block: number): string | undefined {
  const code = sign.codePointAt(0)!;
  if (code >> 8 !== block) return undefined;
  return texLigatures[code & 0xff] ?? String.fromCharCode(code & 0xff);
}
