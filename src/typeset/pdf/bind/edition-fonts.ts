/**
 * The fonts of the whole file: every part is printed with glyphs under the numbers of the whole fonts, so that one font
 * program, cut to what all parts use together, serves them all.
 */
import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import { cutFont } from '../../cut-font.js';
import type { SubsetFace } from '../../fonts.js';
import { fontFacts, outlinedGlyphs } from './font-facts.js';
import type { PdfWriter } from './pdf-writer.js';
import { readUnicodeMap, writeUnicodeMap } from './unicode-map.js';

interface Face {
  data: Buffer;
  ref: PDFRef;
  /** Glyphs in use, and what each stands for: UTF-16 in hexadecimal. */
  glyphs: Set<number>;
  unicode: Map<number, string>;
}

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

const name = (text: string): PDFName => PDFName.of(text);

export class EditionFonts {
  private readonly faces = new Map<string, Face>();

  /** @param faces as the parts are printed with them: cut with the glyphs' own numbers */
  constructor(
    private readonly writer: PdfWriter,
    faces: readonly SubsetFace[],
  ) {
    for (const { data } of faces) {
      const { name } = fontFacts(data);
      this.faces.set(name, { data, ref: writer.reserve(), glyphs: new Set([0]), unicode: new Map() });
    }
  }

  /**
   * Takes the fonts of a printed part: what they draw is noted.
   *
   * @returns for each of its fonts that is one of the edition's, the number of that one in the file
   */
  take(context: PDFContext): Map<PDFRef, PDFRef> {
    const taken = new Map<PDFRef, PDFRef>();
    for (const [ref, object] of context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFDict) || object.get(name('Subtype')) !== name('Type0')) continue;
      const base = object.lookup(name('BaseFont'), PDFName).decodeText();
      const face = this.faces.get(base.replace(/^[A-Z]{6}\+/, ''));
      const program = fontProgram(object);
      if (!face || !program) continue;
      for (const glyph of outlinedGlyphs(program)) face.glyphs.add(glyph);
      const map = object.lookup(name('ToUnicode'));
      if (map instanceof PDFRawStream) {
        for (const [glyph, text] of readUnicodeMap(decode(map).toString('latin1'))) {
          face.glyphs.add(glyph);
          face.unicode.set(glyph, text);
        }
      }
      taken.set(ref, face.ref);
    }
    return taken;
  }

  /** Writes the fonts, when all parts are taken. */
  async write(): Promise<void> {
    let index = 0;
    for (const [base, face] of this.faces) {
      if (face.glyphs.size > 1) await this.writeFace(`${tagOf(index++)}+${base}`, face);
    }
  }

  private async writeFace(base: string, { data, ref, glyphs, unicode }: Face): Promise<void> {
    const { writer } = this;
    const { context } = writer;
    const facts = fontFacts(data);
    const sorted = [...glyphs].sort((a, b) => a - b);
    const program = await cutFont(data, { glyphs: sorted, keepGlyphIds: true, dropTables });
    const file = writer.writeStream(program, { Length1: program.length });
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

/** The TrueType program of a composite font. */
function fontProgram(font: PDFDict): Buffer | undefined {
  const descendant = font.lookupMaybe(name('DescendantFonts'), PDFArray)?.lookup(0);
  const descriptor = descendant instanceof PDFDict && descendant.lookup(name('FontDescriptor'));
  const file = descriptor instanceof PDFDict && descriptor.lookup(name('FontFile2'));
  return file instanceof PDFRawStream ? decode(file) : undefined;
}

function decode({ dict, contents }: PDFRawStream): Buffer {
  return dict.get(name('Filter')) === name('FlateDecode') ? inflateSync(contents) : Buffer.from(contents);
}
