/** The fonts of a printed document: what they are and what is drawn with them. */
import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import { outlinedGlyphs } from './font-facts.js';
import { readUnicodeMap } from './unicode-map.js';

/** What a document draws with one font; plain data, to be kept. */
export interface PrintedFont {
  /** PostScript name, without the mark of a subset. */
  name: string;
  /** Glyphs in use, and what each stands for: UTF-16 in hexadecimal. */
  glyphs: Set<number>;
  unicode: Map<number, string>;
}

const name = (text: string): PDFName => PDFName.of(text);

/** The composite fonts of TrueType outlines, by their place in the document. */
export function printedFonts(context: PDFContext): Map<PDFRef, PrintedFont> {
  const fonts = new Map<PDFRef, PrintedFont>();
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(name('Subtype')) !== name('Type0')) continue;
    const program = fontProgram(object);
    if (!program) continue;
    const base = object.lookup(name('BaseFont'), PDFName).decodeText();
    const map = object.lookup(name('ToUnicode'));
    const unicode =
      map instanceof PDFRawStream ? readUnicodeMap(decode(map).toString('latin1')) : new Map<number, string>();
    fonts.set(ref, {
      name: base.replace(/^[A-Z]{6}\+/, ''),
      glyphs: new Set([...outlinedGlyphs(program), ...unicode.keys()]),
      unicode,
    });
  }
  return fonts;
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
