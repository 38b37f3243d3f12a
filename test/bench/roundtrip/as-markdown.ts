/** An article as the Markdown that kanben reads without a guess: the truth, and what kanben's own PDF is printed from. */
import type { PrintedArticle, Words } from './random-article.js';

export function asMarkdown(article: PrintedArticle): string {
  const notes: string[] = [];
  const withNotes = ({ text, notes: own }: Words): string => {
    let out = '';
    let from = 0;
    for (const { at, text: words } of own) {
      notes.push(words);
      out += `${text.slice(from, at)}[^${notes.length}]`;
      from = at;
    }
    return out + text.slice(from);
  };
  const body = article.blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `${'#'.repeat(block.level + 1)} ${block.text}`;
      case 'paragraph':
        return withNotes(block.words);
      case 'quotation':
        return block.paragraphs.map((words) => `> ${withNotes(words)}`).join('\n>\n');
      case 'list':
        return block.items.map((item) => `- ${item}`).join('\n');
      case 'verse':
        return block.lines
          .map((line) => `> ${line}\\`)
          .join('\n')
          .replace(/\\$/, '');
      case 'table': {
        const [head, ...rows] = block.rows;
        const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
        return [
          block.caption,
          [line(head!), line(head!.map(() => '---')), ...rows.map(line)].join('\n'),
          block.source,
        ].join('\n\n');
      }
    }
  });
  const { english } = article;
  const quoted = (text: string): string => JSON.stringify(text);
  const head = [
    `title: ${quoted(article.title)}`,
    ...(article.subtitle ? [`subtitle: ${quoted(article.subtitle)}`] : []),
    `authors: [${article.authors.map(quoted).join(', ')}]`,
    `abstract: ${quoted(article.abstract)}`,
    `keywords: [${article.keywords.map(quoted).join(', ')}]`,
    ...(english
      ? [
          'english:',
          `  title: ${quoted(english.title)}`,
          `  authors: [${english.authors.map(quoted).join(', ')}]`,
          `  abstract: ${quoted(english.abstract)}`,
          `  keywords: [${english.keywords.map(quoted).join(', ')}]`,
        ]
      : []),
  ];
  return [
    '---',
    ...head,
    '---',
    '',
    ...body.flatMap((text) => [text, '']),
    ...notes.map((text, i) => `[^${i + 1}]: ${text}`),
  ].join('\n');
}
