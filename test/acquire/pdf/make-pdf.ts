/** PDFs for tests: what stands where in, bytes out. Fonts are named and not embedded, as in many files. */
import { PDFDocument, PDFName, PDFString, type PDFRef } from '@cantoo/pdf-lib';

/** A line of signs. */
export interface Words {
  text: string;
  /** pt from the left and the lower edge. */
  x: number;
  y: number;
  size?: number;
  /** `unmapped`: codes are numbers of glyphs, and nothing says which characters they are. */
  font?: 'level' | 'vertical' | 'unmapped';
  /** 3: without ink. */
  mode?: number;
  /** Degrees, counterclockwise. */
  turn?: number;
}

/** What a page shows. */
export interface PageContent {
  words?: Words[];
  /** A picture over the whole page. */
  picture?: boolean;
  /** Operators written as they are. */
  raw?: string;
}

/** A4, pt. */
export const [pageWidth, pageHeight] = [595, 842];

const sentence = '活字印刷的历史可以追溯到北宋，毕昇用胶泥刻字，一字一印，火烧令坚，后来的人在这个方法上又有所发明。';

/** Lines of a page of prose, which differ from page to page. */
export function prose(seed = 0, lines = 24): Words[] {
  return Array.from({ length: lines }, (_, i) => {
    const from = (seed * 7 + i * 5) % sentence.length;
    return { text: (sentence + sentence).slice(from, from + 32), x: 90, y: 760 - i * 20, size: 12 };
  });
}

export async function makeDocument(pages: readonly PageContent[]): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  const { context } = document;
  const fontOf = (encoding: string, ordering: string): PDFRef => {
    const descendant = context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: `Test${encoding.replace(/\W/g, '')}`,
      CIDSystemInfo: {
        Registry: PDFString.of('Adobe'),
        Ordering: PDFString.of(ordering),
        Supplement: 2,
      },
      DW: 1000,
      FontDescriptor: context.register(
        context.obj({
          Type: 'FontDescriptor',
          FontName: `Test${encoding.replace(/\W/g, '')}`,
          Flags: 4,
          FontBBox: [0, -120, 1000, 880],
          ItalicAngle: 0,
          Ascent: 880,
          Descent: -120,
          CapHeight: 700,
          StemV: 80,
        }),
      ),
    });
    return context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: `Test${encoding.replace(/\W/g, '')}`,
        Encoding: encoding,
        DescendantFonts: [context.register(descendant)],
      }),
    );
  };
  const fonts = {
    level: fontOf('UniGB-UTF16-H', 'GB1'),
    vertical: fontOf('UniGB-UTF16-V', 'GB1'),
    unmapped: fontOf('Identity-H', 'Identity'),
  };
  const picture = context.register(
    context.stream(new Uint8Array([128]), {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 1,
      Height: 1,
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 8,
    }),
  );
  for (const content of pages) {
    const page = document.addPage([pageWidth, pageHeight]);
    const stream = context.stream(operatorsOf(content));
    page.node.set(PDFName.of('Contents'), context.register(stream));
    page.node.set(PDFName.of('Resources'), context.obj({ Font: fonts, XObject: { picture } }));
  }
  return document;
}

export async function makePdf(pages: readonly PageContent[]): Promise<Uint8Array> {
  return (await makeDocument(pages)).save({ useObjectStreams: false });
}

function operatorsOf({ words = [], picture, raw = '' }: PageContent): string {
  return [
    picture ? `q ${pageWidth} 0 0 ${pageHeight} 0 0 cm /picture Do Q` : '',
    ...words.map(({ text, x, y, size = 12, font = 'level', mode = 0, turn = 0 }) => {
      const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)].map((n) => n.toFixed(4));
      const codes = Buffer.from(text, 'utf16le').swap16().toString('hex');
      return `BT /${font} ${size} Tf ${mode} Tr ${cos} ${sin} ${-Number(sin!)} ${cos} ${x} ${y} Tm <${codes}> Tj ET`;
    }),
    raw,
  ].join('\n');
}
