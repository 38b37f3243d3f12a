/** Names what a printed part depends on: the part, its place and the state of the edition around it in, a digest out. */
import { createHash } from 'node:crypto';
import type { SubsetFace } from '../fonts.js';
import { characterMap } from '../sfnt.js';
import type { Paper } from './bind/bind-part.js';
import type { PartStart } from './plan/compose-types.js';
import type { PartToPrint } from './print-parts.js';

/** @param styles everything that says how pages look */
export function partKeys(styles: readonly string[], faces: readonly SubsetFace[], paper: Paper) {
  const state = digest([styles, sharedGlyphs(faces), paper]);
  return (part: PartToPrint, start: PartStart): string => digest([state, part.digest, part.input, start]);
}

/**
 * Characters of each face that have one glyph together. Glyphs keep their numbers whatever else a font holds, and a
 * part looks the same; but what such a glyph is said to stand for hangs on which of its characters the edition has.
 */
function sharedGlyphs(faces: readonly SubsetFace[]): [face: string, groups: number[][]][] {
  return faces.map(({ face, data }) => {
    const characters = new Map<number, number[]>();
    for (const [point, glyph] of characterMap(data)) {
      const group = characters.get(glyph);
      if (group) group.push(point);
      else characters.set(glyph, [point]);
    }
    return [face, [...characters.values()].filter((group) => group.length > 1)];
  });
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
