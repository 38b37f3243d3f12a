/** Damage to a raw text as a whole: characters misread, columns read across. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Random } from './random.js';
import { widthOf } from './set-pages.js';

const lists = parse(readFileSync(new URL('confusions.yaml', import.meta.url), 'utf8')) as string[][];
const others = new Map(
  lists.flatMap((list) => list.map((one) => [one, list.filter((other) => other !== one)] as const)),
);

/**
 * The first line is read right: articles are found by their titles, and a wrong one would hide all other measures.
 *
 * @param share of the characters that have a look-alike, to be misread
 */
export function misread(text: string, share: number, random: Random): string {
  const titleEnd = text.indexOf('\n');
  const wrong = (one: string): string =>
    others.has(one) && random.chance(share) ? random.pick(others.get(one)!) : one;
  return text.slice(0, titleEnd) + [...text.slice(titleEnd)].map(wrong).join('');
}

/**
 * Two columns of each page read across, as a layout-keeping reader does.
 *
 * @param gutter between the columns, in em
 * @param opening lines at the head of the first page that are set across both columns
 */
export function readAcross(text: string, gutter: number, opening: number): string {
  return text
    .split('\f')
    .map((page, place) => {
      const lines = page.trimEnd().split('\n');
      const above = place === 0 ? lines.splice(0, opening) : [];
      const half = Math.ceil(lines.length / 2);
      const wide = Math.max(...lines.slice(0, half).map(widthOf)) + gutter;
      const read = lines.slice(0, half).map((line, i) => {
        const right = lines[half + i] ?? '';
        return right ? line + ' '.repeat(Math.round((wide - widthOf(line)) * 2)) + right : line;
      });
      return [...above, ...read].join('\n');
    })
    .join('\n\f');
}

/** Han by the radical that looks the same, as fonts of browsers name their glyphs. */
const radicals = new Map(
  Array.from({ length: 0x2fd5 - 0x2f00 + 1 }, (_, i) => String.fromCodePoint(0x2f00 + i)).map((radical) => [
    radical.normalize('NFKC'),
    radical,
  ]),
);

/** Every Han that has one written with its Kangxi radical. */
export function withRadicals(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (one) => radicals.get(one) ?? one);
}

/** Quotes and marks as a careless typist or a reader of pictures gives them. */
export function withStraightMarks(text: string): string {
  const marks = new Map(Object.entries({ '“': '"', '”': '"', '，': ',', '；': ';', '：': ':', '（': '(', '）': ')' }));
  return text.replace(/[“”，；：（）]/gu, (mark) => marks.get(mark)!);
}
