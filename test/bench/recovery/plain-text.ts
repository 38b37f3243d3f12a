/** Articles as people paste them: a paragraph a line, notes gathered at the end or within the text. */
import { stringify } from 'yaml';
import { calls, noteOf, type CleanArticle } from './clean-article.js';
import type { MarkStyle } from './habits.js';
import type { Labels } from './set-pages.js';

export interface PlainHabits {
  mark: MarkStyle;
  labels: Labels;
  /** What stands above the notes; within the text when not given. */
  notesUnder?: string;
  indent: '' | '　　';
  between: '\n' | '\n\n';
  /** A row of a table is a line, its cells parted by tabs; or every cell is one. */
  table?: 'rows' | 'cells';
}

export function writePlain(article: CleanArticle, habits: PlainHabits): string {
  const { mark, labels, notesUnder } = habits;
  const withMarks = (text: string): string =>
    text.replace(calls, (call) => {
      const note = noteOf(call);
      return notesUnder === undefined ? `（${mark.note(note + 1)}${article.notes[note]}）` : mark.call(note + 1);
    });
  const lines = [
    article.title,
    article.authors.join('　'),
    labels.abstract + article.abstract,
    labels.keywords + article.keywords.join(labels.between),
    ...(article.clc
      ? [`中图分类号：${article.clc}　　文献标识码：${article.documentCode}　　文章编号：${article.articleId}`]
      : []),
    ...article.bios.map((bio, i) => (i === 0 ? `作者简介：${bio}` : bio)),
  ];
  for (const block of article.blocks) {
    if (block.kind === 'heading') lines.push(block.text);
    else if (block.kind === 'table')
      lines.push(...block.rows.map((row) => row.join(habits.table === 'cells' ? habits.between : '\t')));
    else if (block.kind !== 'picture')
      lines.push((block.kind === 'paragraph' ? habits.indent : '') + withMarks(block.text));
  }
  if (article.editor) lines.push(labels.editor(article.editor));
  if (notesUnder !== undefined && article.notes.length > 0)
    lines.push(notesUnder, ...article.notes.map((text, i) => mark.note(i + 1) + text));
  if (article.english) {
    const { title, authors, abstract, keywords } = article.english;
    lines.push(title, authors.join(', '), `Abstract: ${abstract}`, `Keywords: ${keywords.join('; ')}`);
  }
  return `${lines.join(habits.between)}\n`;
}

/** Markdown as a person writes it: everything that is no body in the metadata block, or the opening in plain lines. */
export function writeMarkdown(article: CleanArticle, withMetadata: boolean): string {
  const withMarks = (text: string): string => text.replace(calls, (call) => `[^${noteOf(call) + 1}]`);
  const head = withMetadata
    ? `---\n${stringify({
        title: article.title,
        title_note: article.titleNote,
        authors: article.authors,
        abstract: article.abstract,
        keywords: article.keywords,
        bios: article.bios,
        clc: article.clc,
        document_code: article.documentCode,
        article_id: article.articleId,
        editor: article.editor,
        english: article.english,
      })}---`
    : [
        `# ${article.title}`,
        article.authors.join('　'),
        `摘要：${article.abstract}`,
        `关键词：${article.keywords.join('；')}`,
      ].join('\n\n');
  const blocks = article.blocks.flatMap((block): string[] => {
    if (block.kind === 'heading') return [`${'#'.repeat(block.rank + 1)} ${block.text}`];
    if (block.kind === 'picture') return [];
    if (block.kind !== 'table') return [withMarks(block.text)];
    const [first, ...rest] = block.rows.map((row) => `| ${row.join(' | ')} |`);
    return [[first, `|${block.rows[0]!.map(() => ' --- |').join('')}`, ...rest].join('\n')];
  });
  const notes = article.notes.map((text, i) => `[^${i + 1}]: ${text}`).join('\n');
  return `${[head, ...blocks, notes].join('\n\n')}\n`;
}
