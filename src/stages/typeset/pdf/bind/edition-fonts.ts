/**
 * The fonts of the whole file: every part is printed with glyphs under the numbers of the whole fonts, so that one font
 * program, cut to what all parts use together, serves them all.
 */
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { PDFArray, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import { forgetful } from '../../../../cache/remember.js';
import { cutFont } from '../../cut-font.js';
import type { SubsetFace } from '../../fonts.js';
import { fontFacts } from './font-facts.js';
import type { PdfWriter } from './pdf-writer.js';
import type { PrintedFont } from './printed-fonts.js';
import { writeUnicodeMap } from './unicode-map.js';

interface Face {
  data: Buffer;
  ref: PDFRef;
  /** Glyphs in use, and what each stands for: UTF-16 in hexadecimal. */
  glyphs: Set<number>;
  unicode: Map<number, string>;
}

const deflateAside = promisify(deflate);

/** Tables that nobody needs who is told each glyph. */
const dropTables = [
  'GSUB',
  'GPOS',
  'GDEF',
  'BASE',
  'VORG',
  'vhea',
  'vmtx',
  'cmap',
  'name',
  'post',
  'OS/2',
  'DSIG',
  'gasp',
];

export class EditionFonts {
  private readonly faces = new Map<string, Face>();

  /**
   * @param faces as the parts are printed with them: cut with the glyphs' own numbers
   * @param remember font programs of earlier builds
   */
  constructor(
    private readonly writer: PdfWriter,
    faces: readonly SubsetFace[],
    private readonly remember = forgetful,
  ) {
    for (const { data } of faces) {
      const { name } = fontFacts(data);
      this.faces.set(name, { data, ref: writer.reserve(), glyphs: new Set([0]), unicode: new Map() });
    }
  }

  /** PostScript names. */
  get names(): ReadonlySet<string> {
    return new Set(this.faces.keys());
  }

  /**
   * Takes notice of what a part draws with one of the fonts.
   *
   * @returns what stands for the font in the file
   */
  take({ name, glyphs, unicode }: PrintedFont): PDFRef {
    const face = this.faces.get(name);
    if (!face) throw new Error(`pdf: ${name} is no font of the edition`);
    for (const glyph of glyphs) face.glyphs.add(glyph);
    for (const [glyph, text] of unicode) face.unicode.set(glyph, text);
    return face.ref;
  }

  /** Writes the fonts, when all parts are taken. */
  async write(): Promise<void> {
    const used = [...this.faces].filter(([, { glyphs }]) => glyphs.size > 1);
    const programs = await Promise.all(used.map(([, face]) => this.programOf(face)));
    used.forEach(([base, face], index) => this.writeFace(`${tagOf(index)}+${base}`, face, programs[index]!));
  }

  /** The font program cut to what is in use: its length, and the program deflated. */
  private async programOf({ data, glyphs }: Face): Promise<{ length: number; deflated: Uint8Array }> {
    const sorted = [...glyphs].sort((a, b) => a - b);
    const packed = await this.remember('pdf:font', [data, sorted.join(' ')], async () => {
      const program = await cutFont(data, { glyphs: sorted, keepGlyphIds: true, dropTables });
      const length = Buffer.alloc(4);
      length.writeUInt32BE(program.length);
      return Buffer.concat([length, await deflateAside(program, { chunkSize: program.length })]);
    });
    const { buffer, byteOffset, byteLength } = packed;
    return { length: new DataView(buffer, byteOffset, byteLength).getUint32(0), deflated: packed.subarray(4) };
  }

  private writeFace(base: string, face: Face, program: { length: number; deflated: Uint8Array }): void {
    const { data, ref, glyphs, unicode } = face;
    const { writer } = this;
    const { context } = writer;
    const facts = fontFacts(data);
    const sorted = [...glyphs].sort((a, b) => a - b);
    const file = writer.write(context.stream(program.deflated, { Length1: program.length, Filter: 'FlateDecode' }));
    const descriptor = writer.write(
      context.obj({
        Type: 'FontDescriptor',
        FontName: base,
        // symbolic: glyphs are named by number alone
        Flags: 4 + (facts.serif ? 2 : 0),
        FontBBox: facts.box,
        ItalicAngle: 0,
        Ascent: facts.ascent,
        Descent: facts.descent,
        CapHeight: facts.capHeight,
        // no table tells it: the rule of thumb for a weight
        StemV: Math.round(50 + (facts.weight / 65) ** 2),
        FontFile2: file,
      }),
    );
    const descendant = writer.write(
      context.obj({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: base,
        CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
        FontDescriptor: descriptor,
        DW: 1000,
        W: widths(context, sorted, facts.advance),
        CIDToGIDMap: 'Identity',
      }),
    );
    const map = writer.writeStream(Buffer.from(writeUnicodeMap(unicode), 'latin1'));
    const font = { Type: 'Font', Subtype: 'Type0', BaseFont: base, Encoding: 'Identity-H' };
    writer.write(context.obj({ ...font, DescendantFonts: [descendant], ToUnicode: map }), ref);
  }
}

/** Widths of the glyphs that are not one em wide, neighbours in one list. */
function widths(context: PDFContext, glyphs: readonly number[], advance: (glyph: number) => number): PDFArray {
  const list = PDFArray.withContext(context);
  let run: PDFArray | undefined;
  let next = -1;
  for (const glyph of glyphs) {
    const width = advance(glyph);
    if (width === 1000) continue;
    if (!run || glyph !== next) {
      run = PDFArray.withContext(context);
      list.push(PDFNumber.of(glyph));
      list.push(run);
    }
    run.push(PDFNumber.of(width));
    next = glyph + 1;
  }
  return list;
}

/** Six letters that mark a subset: AAAAAA, BAAAAA … */
function tagOf(index: number): string {
  return `${String.fromCharCode(65 + index)}AAAAA`;
}
