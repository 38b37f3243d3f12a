/** What a PDF says of a font: an sfnt in, its measures out. Lengths in thousandths of an em. */
import { findTable } from '../../sfnt.js';

export interface FontFacts {
  /** PostScript name. */
  name: string;
  ascent: number;
  descent: number;
  capHeight: number;
  /** x0 y0 x1 y1 */
  box: number[];
  weight: number;
  serif: boolean;
  /** Advance of a glyph. */
  advance(glyph: number): number;
  /** Number of glyphs. */
  glyphs: number;
}

/** Class and subclasses of OS/2 `sFamilyClass` without serifs. */
const sansSerif = 8;

export function fontFacts(font: Buffer): FontFacts {
  const [head, os2, hhea, hmtx, maxp] = ['head', 'OS/2', 'hhea', 'hmtx', 'maxp'].map((tag) =>
    findTable(font, tag)!,
  ) as [Buffer, Buffer, Buffer, Buffer, Buffer];
  const perEm = head.readUInt16BE(18);
  const thousandths = (value: number): number => Math.round((value * 1000) / perEm);
  const long = hhea.readUInt16BE(34);
  const name = postScriptName(font);
  return {
    name,
    ascent: thousandths(hhea.readInt16BE(4)),
    descent: thousandths(hhea.readInt16BE(6)),
    capHeight: thousandths(os2.readUInt16BE(0) >= 2 ? os2.readInt16BE(88) : hhea.readInt16BE(4)),
    box: [36, 38, 40, 42].map((at) => thousandths(head.readInt16BE(at))),
    weight: os2.readUInt16BE(4),
    serif: os2.readUInt8(30) !== sansSerif && !/sans/i.test(name),
    advance: (glyph) => thousandths(hmtx.readUInt16BE(4 * Math.min(glyph, long - 1))),
    glyphs: maxp.readUInt16BE(4),
  };
}

const postScriptNameId = 6;

function postScriptName(font: Buffer): string {
  const table = findTable(font, 'name')!;
  const strings = table.subarray(table.readUInt16BE(4));
  for (let i = 0; i < table.readUInt16BE(2); i++) {
    const at = 6 + 12 * i;
    if (table.readUInt16BE(at + 6) !== postScriptNameId) continue;
    const text = strings.subarray(table.readUInt16BE(at + 10)).subarray(0, table.readUInt16BE(at + 8));
    // letters of the Latin alphabet in one byte or in two
    return text.toString('latin1').replaceAll('\0', '');
  }
  throw new Error('A font has no PostScript name.');
}

/** Glyphs that draw something. */
export function outlinedGlyphs(font: Buffer): number[] {
  const [head, loca, maxp] = ['head', 'loca', 'maxp'].map((tag) => findTable(font, tag)!) as [Buffer, Buffer, Buffer];
  const offset =
    head.readInt16BE(50) === 0 ? (k: number) => loca.readUInt16BE(2 * k) : (k: number) => loca.readUInt32BE(4 * k);
  const found: number[] = [];
  let before = offset(0);
  for (let glyph = 0; glyph < maxp.readUInt16BE(4); glyph++) {
    const next = offset(glyph + 1);
    if (next > before) found.push(glyph);
    before = next;
  }
  return found;
}
