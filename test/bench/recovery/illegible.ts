/** Raw texts that nobody can read: text layers mapped to other characters, run backwards, without their glyphs. */
import type { CleanArticle } from './clean-article.js';
import { madeLayer } from './damage.js';
import { seeded, type Random } from './random.js';

export interface IllegibleKind {
  name: string;
  spoil: (text: string, random: Random) => string;
}

const everyHan = (text: string, by: (han: string) => string): string => text.replace(/\p{Script=Han}/gu, by);
const codeOf = (character: string): number => character.codePointAt(0)!;
const firstHan = 0x4e00;
const allHan = 0x51a6;

export const illegibleKinds: IllegibleKind[] = [
  {
    name: 'Han some places further in the table',
    spoil: (text) =>
      everyHan(text, (han) => String.fromCodePoint(firstHan + ((codeOf(han) - firstHan + 0x1d7) % allHan))),
  },
  {
    name: 'Han mapped at random, each to one',
    spoil: (text, random) => {
      const map = new Map<string, string>();
      return everyHan(text, (han) => {
        if (!map.has(han)) map.set(han, String.fromCodePoint(firstHan + random.below(allHan)));
        return map.get(han)!;
      });
    },
  },
  {
    name: 'Han mapped to ASCII',
    spoil: (text) => everyHan(text, (han) => String.fromCharCode(33 + (codeOf(han) % 94))),
  },
  {
    name: 'everything 29 places down, as glyph numbers are',
    spoil: (text) =>
      text.replace(/[^\s]/gu, (one) => String.fromCharCode(33 + ((codeOf(one) + 94 * 1000 - 29 - 33) % 94))),
  },
  { name: 'codes of glyphs', spoil: (text) => everyHan(text, (han) => `(cid:${codeOf(han) % 9000})`) },
  {
    name: 'private-use characters',
    spoil: (text) => everyHan(text, (han) => String.fromCodePoint(0xe000 + (codeOf(han) % 0x1900))),
  },
  { name: 'one box for all', spoil: (text) => everyHan(text, () => '□') },
  { name: 'UTF-8 read as Latin-1', spoil: (text) => Buffer.from(text).toString('latin1') },
  { name: 'lines run backwards', spoil: (text) => text.replace(/[^\n]+/gu, (line) => [...line].reverse().join('')) },
  { name: 'the last line comes first', spoil: (text) => text.split(/\n/u).reverse().join('\n') },
];

/** A text layer of an article, spoilt. */
export function illegible({ name, spoil }: IllegibleKind, article: CleanArticle): string {
  const random = seeded(`${name} ${article.name}`);
  const { raw } = madeLayer(article, { indent: '　　' }, {}, random);
  return spoil(raw, random);
}
