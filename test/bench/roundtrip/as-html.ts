/** An article as a plain page for a browser: notes are a list at its end, since CSS knows no notes at the foot. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pieces } from './pieces.js';
import type { PrintedArticle, Words } from './random-article.js';

export interface HtmlStyle {
  name: string;
  css: string;
}

const require = createRequire(import.meta.url);
const font = (name: string, file: string): string =>
  path.join(path.dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)), file);

const common = `
  @font-face { font-family: 'Noto Serif CJK SC'; src: url('${font('noto-serif-sc', '400Regular/NotoSerifSC_400Regular.ttf')}') }
  @font-face { font-family: 'Noto Serif CJK SC'; font-weight: bold; src: url('${font('noto-serif-sc', '700Bold/NotoSerifSC_700Bold.ttf')}') }
  @font-face { font-family: 'Noto Sans CJK SC'; src: url('${font('noto-sans-sc', '400Regular/NotoSansSC_400Regular.ttf')}') }
  body { font-family: 'Noto Serif CJK SC'; font-size: 10.5pt; line-height: 1.7; margin: 0 }
  h1 { font-size: 20pt; text-align: center; line-height: 1.4 }
  .subtitle { font-size: 14pt; text-align: center }
  .byline { text-align: center; font-size: 12pt }
  .abstract, .keywords { font-size: 9pt; margin: 0 2em 0.5em }
  h2 { font-size: 14pt; text-align: center } h3 { font-size: 12pt } h4 { font-size: 10.5pt } h5 { font-size: 10.5pt; font-weight: normal; font-family: 'Noto Sans CJK SC' }
  sup { font-size: 65%; line-height: 0 }
  table { margin: 0 auto; border-collapse: collapse; font-size: 9pt; border-top: 1pt solid; border-bottom: 1pt solid }
  th { border-bottom: 0.5pt solid } td, th { padding: 2pt 8pt }
  .caption { text-align: center; font-size: 9pt; text-indent: 0 !important } .source { font-size: 9pt; text-indent: 0 !important }
  .verse { margin: 1em 4em; text-indent: 0 !important }
  .notes { font-size: 9pt } .notes p { margin: 0; text-indent: 0 !important }
`;

export const htmlStyles: HtmlStyle[] = [
  {
    name: 'indented',
    css: 'p { text-indent: 2em; margin: 0; text-align: justify } blockquote { margin: 0.5em 2em; font-family: "Noto Sans CJK SC" } .byline, .subtitle, .abstract, .keywords, .verse p { text-indent: 0 }',
  },
  { name: 'flush', css: 'p { margin: 0.8em 0; text-align: justify } blockquote { margin: 1em 3em }' },
  {
    name: 'ragged',
    css: 'p { text-indent: 2em; margin: 0; text-align: left } .byline, .subtitle, .abstract, .keywords { text-indent: 0 } blockquote { margin: 0.5em 3em }',
  },
  {
    name: 'columns',
    css: 'p { text-indent: 2em; margin: 0; text-align: justify } .byline, .subtitle, .abstract, .keywords { text-indent: 0 } .body { columns: 2; column-gap: 2em; font-size: 9.5pt } table { font-size: 7.5pt } td, th { padding: 1pt 3pt } blockquote { margin: 0.5em 2em }',
  },
  {
    name: 'small',
    css: 'body { font-size: 9pt } p { text-indent: 2em; margin: 0; text-align: justify } .abstract, .keywords { font-size: 8pt } .notes { font-size: 7.5pt } h2 { font-size: 11pt; text-align: left } h3, h4 { font-size: 9pt } .byline, .subtitle, .abstract, .keywords { text-indent: 0 } blockquote { margin: 0.5em 2em }',
  },
];

export function asHtml(article: PrintedArticle, { css }: HtmlStyle): string {
  const notes: string[] = [];
  const e = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const withNotes = (words: Words): string =>
    pieces(words)
      .map((piece) => {
        if (typeof piece === 'string') return e(piece);
        notes.push(piece.note);
        return `<sup>[${notes.length}]</sup>`;
      })
      .join('');
  const body = article.blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `<h${block.level + 1}>${e(block.text)}</h${block.level + 1}>`;
      case 'paragraph':
        return `<p>${withNotes(block.words)}</p>`;
      case 'quotation':
        return `<blockquote>${block.paragraphs.map((words) => `<p>${withNotes(words)}</p>`).join('')}</blockquote>`;
      case 'list':
        return `<ul>${block.items.map((item) => `<li>${e(item)}</li>`).join('')}</ul>`;
      case 'verse':
        return `<p class="verse">${block.lines.map(e).join('<br>')}</p>`;
      case 'table': {
        const row = (cells: string[], name: string): string =>
          `<tr>${cells.map((cell) => `<${name}>${e(cell)}</${name}>`).join('')}</tr>`;
        return `<p class="caption">${e(block.caption)}</p><table>${block.rows.map((cells, i) => row(cells, i === 0 ? 'th' : 'td')).join('')}</table><p class="source">${e(block.source)}</p>`;
      }
    }
  });
  const { title, subtitle, authors, abstract, keywords } = article;
  return `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><style>${common}${css}</style>
<h1>${e(title)}</h1>${subtitle ? `<p class="subtitle">——${e(subtitle)}</p>` : ''}<p class="byline">${authors.join('　')}</p>
<p class="abstract"><b>摘要：</b>${e(abstract)}</p><p class="keywords"><b>关键词：</b>${keywords.join('；')}</p>
<div class="body">${body.join('\n')}</div>
${notes.length > 0 ? `<h2>注释</h2><div class="notes">${notes.map((text, i) => `<p>[${i + 1}] ${e(text)}</p>`).join('')}</div>` : ''}`;
}
