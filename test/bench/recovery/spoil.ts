/** Damage to a raw text as a whole: characters misread, columns read across. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Random } from './random.js';
import { widthOf } from './set-pages.js';

const lists = parse(readFileSync(new URL('confusions.yaml', import.meta.url), 'utf8')) as string[][];
const others = new Map(
  lists.flatMap((list) => list.map((one) => [one, list.filter((other) => other !== one)] as const)),
);

/** @param share of the characters that have a look-alike, to be misread */
export function misread(text: string, share: number, random: Random): string {
  return [...text]
    .map((one) => (others.has(one) && random.chance(share) ? random.pick(others.get(one)!) : one))
    .join('');
}

/** Two columns of each page read across, as a layout-keeping reader does. */
export function readAcross(text: string, gutter: number): string {
  return text
    .split('\f')
    .map((page) => {
      const lines = page.split('\n');
      const half = Math.ceil(lines.length / 2);
      const wide = Math.max(...lines.slice(0, half).map(widthOf)) + gutter;
      return lines
        .slice(0, half)
        .map((line, i) => {
          const right = lines[half + i] ?? '';
          return right ? line + ' '.repeat(Math.round((wide - widthOf(line)) * 2)) + right : line;
        })
        .join('\n');
    })
    .join('\n\f');
}
