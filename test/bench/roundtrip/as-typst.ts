/** An article for typst. */
import { pieces } from './pieces.js';
import type { PrintedArticle, Words } from './random-article.js';

export interface TypstStyle {
  name: string;
  rules: string;
}

const plain = `#set text(font: "Noto Serif CJK SC", size: 10.5pt, lang: "zh")
#set par(first-line-indent: 2em, leading: 0.8em, justify: true)
#show par: set block(spacing: 0.8em)
#show heading.where(level: 1): set align(center)
`;

export const typstStyles: TypstStyle[] = [
  { name: 'plain', rules: `#set page(paper: "a4", numbering: "1")\n${plain}` },
  {
    name: 'header',
    rules: `#set page(width: 185mm, height: 260mm, header: [刊本学报 #h(1fr) 2020年第3期], numbering: "· 1 ·")\n${plain}`,
  },
  { name: 'columns', rules: `#set page(paper: "a4", numbering: "— 1 —", columns: 2)\n${plain}#set text(size: 9pt)\n` },
  {
    name: 'spaced',
    rules: `#set page(paper: "a4", numbering: "1")\n#set text(font: "Noto Serif CJK SC", size: 11pt, lang: "zh")\n#set par(leading: 0.9em, justify: true)\n#show par: set block(spacing: 1.8em)\n`,
  },
];

export function asTypst(article: PrintedArticle, { rules }: TypstStyle): string {
  const e = (text: string): string => `#${JSON.stringify(text)}`;
  const withNotes = (words: Words): string =>
    pieces(words)
      .map((piece) => (typeof piece === 'string' ? e(piece) : `#footnote[${e(piece.note)}]`))
      .join('');
  const body = article.blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `${'='.repeat(block.level)} ${e(block.text)}`;
      case 'paragraph':
        return `#h(0em)${withNotes(block.words)}`;
      case 'quotation':
        return `#block(inset: (x: 2em), spacing: 1em)[${block.paragraphs.map(withNotes).join('\n\n')}]`;
      case 'list':
        return block.items.map((item) => `- ${e(item)}`).join('\n');
      case 'verse':
        return `#align(center)[${block.lines.map(e).join(' \\\n')}]`;
      case 'table':
        return `#align(center)[#text(size: 9pt)[${e(block.caption)}]\n#text(size: 9pt, table(columns: 4, ${block.rows
          .flat()
          .map((cell) => `[${e(cell)}]`)
          .join(', ')}))\n#text(size: 9pt)[${e(block.source)}]]`;
    }
  });
  const { title, subtitle, authors, abstract, keywords } = article;
  return `${rules}
#align(center)[#text(size: 20pt, weight: "bold")[${e(title)}]${subtitle ? `\n\n#text(size: 14pt)[${e(`——${subtitle}`)}]` : ''}

#text(size: 12pt)[${authors.join('　')}]]

#text(size: 9pt)[*摘要：*${e(abstract)}]

#text(size: 9pt)[*关键词：*${keywords.join('；')}]

${body.join('\n\n')}
`;
}
