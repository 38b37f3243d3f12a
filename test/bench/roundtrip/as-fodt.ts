/** An article as a flat OpenDocument text: what a word processor prints, with fields for the page in head and foot. */
import { pieces } from './pieces.js';
import type { PrintedArticle, Words } from './random-article.js';

export interface OfficeStyle {
  name: string;
  columns: boolean;
  /** pt */
  size: number;
  indent: boolean;
  head: string;
  marks: string;
}

export const officeStyles: OfficeStyle[] = [
  { name: 'plain', columns: false, size: 10.5, indent: true, head: '', marks: '1' },
  { name: 'circled', columns: false, size: 10.5, indent: true, head: '刊本学报 2020 年第 3 期', marks: '①, ②, ③, ...' },
  { name: 'columns', columns: true, size: 10, indent: true, head: '刊本学报', marks: '1' },
  { name: 'spaced', columns: false, size: 12, indent: false, head: '', marks: '1' },
];

export function asFodt(article: PrintedArticle, style: OfficeStyle): string {
  const e = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  let count = 0;
  const withNotes = (words: Words): string =>
    pieces(words)
      .map((piece) => {
        if (typeof piece === 'string') return e(piece);
        count++;
        return `<text:note text:id="n${count}" text:note-class="footnote"><text:note-citation>${count}</text:note-citation><text:note-body><text:p text:style-name="Footnote">${e(piece.note)}</text:p></text:note-body></text:note>`;
      })
      .join('');
  const p = (name: string, inner: string): string => `<text:p text:style-name="${name}">${inner}</text:p>`;
  const body = article.blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `<text:h text:style-name="H${block.level}" text:outline-level="${block.level}">${e(block.text)}</text:h>`;
      case 'paragraph':
        return p('Body', withNotes(block.words));
      case 'quotation':
        return block.paragraphs.map((words) => p('Quote', withNotes(words))).join('');
      case 'list':
        return block.items.map((item) => p('Item', `• ${e(item)}`)).join('');
      case 'verse':
        return p('Verse', block.lines.map(e).join('<text:line-break/>'));
      case 'table':
        return `${p('Caption', e(block.caption))}<table:table><table:table-column table:number-columns-repeated="4"/>${block.rows
          .map(
            (cells) =>
              `<table:table-row>${cells.map((cell) => `<table:table-cell table:style-name="Cell">${p('CellText', e(cell))}</table:table-cell>`).join('')}</table:table-row>`,
          )
          .join('')}</table:table>${p('Source', e(block.source))}`;
    }
  });
  const { title, subtitle, authors, abstract, keywords } = article;
  const s = style.size;
  const para = (name: string, props: string, text: string): string =>
    `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${props}/><style:text-properties style:font-name-asian="Noto Serif CJK SC" style:font-name="Noto Serif CJK SC" ${text}/></style:style>`;
  const size = (pt: number): string => `fo:font-size="${pt}pt" style:font-size-asian="${pt}pt"`;
  const bold = 'fo:font-weight="bold" style:font-weight-asian="bold"';
  const room = style.indent ? `fo:text-indent="${2 * s}pt"` : 'fo:margin-bottom="8pt"';
  const styles = [
    para('Title', 'fo:text-align="center" fo:margin-bottom="10pt"', `${size(20)} ${bold}`),
    para('Center', 'fo:text-align="center" fo:margin-bottom="6pt"', size(12)),
    para('Abstract', 'fo:margin-left="20pt" fo:margin-right="20pt" fo:margin-bottom="4pt"', size(9)),
    para('Body', `fo:text-align="justify" fo:line-height="160%" ${room}`, size(s)),
    para(
      'Quote',
      `fo:margin-left="${2 * s}pt" fo:margin-top="6pt" fo:margin-bottom="6pt" fo:line-height="160%"`,
      size(s - 1),
    ),
    para('Item', `fo:margin-left="${2 * s}pt" fo:text-indent="-${s}pt" fo:line-height="160%"`, size(s)),
    para('Verse', `fo:margin-left="${6 * s}pt" fo:line-height="160%"`, size(s)),
    para('Caption', 'fo:text-align="center"', `${size(9)} ${bold}`),
    para('Source', '', size(8)),
    para('CellText', '', size(9)),
    para('Footnote', 'fo:margin-left="12pt" fo:text-indent="-12pt"', size(9)),
    para('Head', 'fo:text-align="center"', size(9)),
    para(
      'H1',
      'fo:text-align="center" fo:margin-top="12pt" fo:margin-bottom="8pt" fo:keep-with-next="always"',
      `${size(14)} ${bold}`,
    ),
    para('H2', 'fo:margin-top="8pt" fo:margin-bottom="6pt" fo:keep-with-next="always"', `${size(12)} ${bold}`),
    para('H3', `fo:margin-top="4pt" fo:text-indent="${2 * s}pt" fo:keep-with-next="always"`, `${size(s)} ${bold}`),
    para(
      'H4',
      `fo:text-indent="${2 * s}pt" fo:keep-with-next="always"`,
      size(s).replace(/$/, ` style:font-name-asian="Noto Sans CJK SC"`),
    ).replace('style:font-name-asian="Noto Serif CJK SC" ', ''),
    '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="2pt"/></style:style>',
    `<style:style style:name="Two" style:family="section"><style:section-properties><style:columns fo:column-count="2" fo:column-gap="20pt"><style:column style:rel-width="1*"/><style:column style:rel-width="1*"/></style:columns></style:section-properties></style:style>`,
  ];
  const content = body.join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Noto Serif CJK SC" svg:font-family="'Noto Serif CJK SC'"/><style:font-face style:name="Noto Sans CJK SC" svg:font-family="'Noto Sans CJK SC'"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/></style:default-style>
<text:notes-configuration text:note-class="footnote" style:num-format="${style.marks}" text:start-value="0" text:footnotes-position="page" text:start-numbering-at="${style.marks === '1' ? 'document' : 'page'}"/>
<style:style style:name="NoteCall" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style></office:styles>
<office:automatic-styles>${styles.join('\n')}
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="185mm" fo:page-height="260mm" fo:margin-top="18mm" fo:margin-bottom="18mm" fo:margin-left="25mm" fo:margin-right="25mm"><style:footnote-sep style:width="0.5pt" style:rel-width="25%" style:color="#000000" style:distance-before-sep="4pt" style:distance-after-sep="4pt" style:line-style="solid" style:adjustment="left"/></style:page-layout-properties><style:header-style><style:header-footer-properties fo:min-height="6mm" fo:margin-bottom="4mm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="6mm" fo:margin-top="4mm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">${style.head ? `<style:header>${p('Head', style.head)}</style:header>` : ''}<style:footer>${p('Head', '<text:page-number text:select-page="current">1</text:page-number>')}</style:footer></style:master-page></office:master-styles>
<office:body><office:text>
${p('Title', e(title))}${subtitle ? p('Center', `——${e(subtitle)}`) : ''}${p('Center', authors.join('　'))}${p('Abstract', `摘要：${e(abstract)}`)}${p('Abstract', `关键词：${keywords.join('；')}`)}
${style.columns ? `<text:section text:style-name="Two" text:name="Two">${content}</text:section>` : content}
</office:text></office:body></office:document>`;
}
