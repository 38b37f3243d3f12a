/** An article for XeLaTeX with ctex. */
import { pieces } from './pieces.js';
import type { PrintedArticle, Words } from './random-article.js';

export interface TexStyle {
  name: string;
  /** Class options. */
  options: string;
  documentClass: 'ctexart' | 'ctexbook';
  preamble: string;
}

const notesInCircles = String.raw`\renewcommand{\thefootnote}{\ifcase\value{footnote}\or ①\or ②\or ③\or ④\or ⑤\or ⑥\or ⑦\or ⑧\or ⑨\or ⑩\or ⑪\or ⑫\or ⑬\or ⑭\or ⑮\or ⑯\fi}\usepackage{perpage}\MakePerPage{footnote}`;

export const texStyles: TexStyle[] = [
  { name: 'article', options: 'a4paper,zihao=5', documentClass: 'ctexart', preamble: '' },
  {
    name: 'circled',
    options: 'a4paper,zihao=5',
    documentClass: 'ctexart',
    // a Latin face has no circled numbers
    preamble: String.raw`\xeCJKDeclareCharClass{CJK}{"2460 -> "24FF}${notesInCircles}`,
  },
  {
    name: 'columns',
    options: 'a4paper,zihao=5,twocolumn',
    documentClass: 'ctexart',
    preamble: String.raw`\setlength{\columnsep}{2em}`,
  },
  {
    name: 'headings',
    options: 'b5paper,zihao=5',
    documentClass: 'ctexart',
    preamble: String.raw`\pagestyle{headings}\usepackage{fancyhdr}\pagestyle{fancy}\fancyhf{}\fancyhead[LE,RO]{\thepage}\fancyhead[C]{刊本学报}`,
  },
  { name: 'book', options: 'a4paper,zihao=-4', documentClass: 'ctexbook', preamble: '' },
];

export function asTex(article: PrintedArticle, style: TexStyle): string {
  const e = (text: string): string => text.replace(/[%&#_$]/g, '\\$&');
  const withNotes = (words: Words): string =>
    pieces(words)
      .map((piece) => (typeof piece === 'string' ? e(piece) : `\\footnote{${e(piece.note)}}`))
      .join('');
  const commands =
    style.documentClass === 'ctexbook'
      ? ['chapter*', 'section*', 'subsection*', 'subsubsection*']
      : ['section*', 'subsection*', 'subsubsection*', 'paragraph*'];
  const body = article.blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `\\${commands[block.level - 1]!}{${e(block.text)}}`;
      case 'paragraph':
        return withNotes(block.words);
      case 'quotation':
        return `\\begin{quotation}${block.paragraphs.map(withNotes).join('\n\n')}\\end{quotation}`;
      case 'list':
        return `\\begin{itemize}${block.items.map((item) => `\\item ${e(item)}`).join('\n')}\\end{itemize}`;
      case 'verse':
        return `\\begin{verse}${block.lines.map(e).join('\\\\\n')}\\end{verse}`;
      case 'table':
        return `\\begin{center}${e(block.caption)}\n\n\\begin{tabular}{llll}\\toprule\n${block.rows
          .map((cells, i) => `${cells.map(e).join(' & ')}\\\\${i === 0 ? '\\midrule' : ''}`)
          .join('\n')}\n\\bottomrule\\end{tabular}\n\n${e(block.source)}\\end{center}`;
    }
  });
  const { title, subtitle, authors, abstract, keywords } = article;
  const two = style.options.includes('twocolumn');
  const head = two
    ? ''
    : `\\begin{abstract}${e(abstract)}\n\n\\noindent\\textbf{关键词：}${keywords.join('；')}\\end{abstract}`;
  return String.raw`\documentclass[${style.options},fontset=none]{${style.documentClass}}
\setCJKmainfont{Noto Serif CJK SC}\setCJKsansfont{Noto Sans CJK SC}\setCJKmonofont{Noto Sans CJK SC}
\usepackage{booktabs}
${style.preamble}
\title{${e(title)}${subtitle ? `\\\\\\large——${e(subtitle)}` : ''}}\author{${authors.join('\\quad ')}}\date{}
\begin{document}\maketitle
${
  style.documentClass === 'ctexbook'
    ? `摘要：${e(abstract)}\n\n关键词：${keywords.join('；')}`
    : two
      ? `\\begin{abstract}${e(abstract)}\\end{abstract}\n\n\\textbf{关键词：}${keywords.join('；')}`
      : head
}

${body.join('\n\n')}
\end{document}
`;
}
