/** Reads the metadata block at the head of a Markdown file. */
import type { RootContent, Yaml } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parse } from 'yaml';
import { say } from '../diagnostics.js';
import { messages } from '../messages/en.js';
import type { Article, EnglishPart, TextTree } from '../model.js';
import { withoutBlanks } from '../vocabulary/characters.js';
import { keepWords } from './keep-words.js';

/** Keys as kanben writes them; each wins over what the text itself shows. */
export function readFrontMatter(article: Article, node: Yaml, tree: TextTree): void {
  const span = { start: node.position!.start.offset!, end: node.position!.end.offset! };
  const file = tree.raw.name;
  let data: unknown;
  try {
    data = parse(node.value.replace(/^---|---\s*$/g, ''));
  } catch (error) {
    say(
      tree.raw,
      'warning',
      'structure:front-matter',
      messages.structure.frontMatter((error as Error).message.split('\n')[0]!),
      span,
    );
  }
  if (typeof data !== 'object' || data === null) {
    keepWords([node], [], tree, 'structure:front-matter');
    return;
  }
  const matter = data as Record<string, unknown>;
  const used: string[] = [];
  const text = (key: string): string | undefined => {
    const value = matter[key];
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    used.push(String(value));
    return String(value);
  };
  const list = (key: string): string[] => {
    const value = matter[key];
    const words = (Array.isArray(value) ? value : value === undefined ? [] : [value])
      .filter((item) => item !== null)
      .map(String);
    used.push(...words);
    return words;
  };
  const title = text('title');
  if (title !== undefined) {
    const shown = toString(article.title);
    if (shown !== '')
      tree.ledger.aside.push({ rule: 'structure:front-matter', text: withoutBlanks(shown), span, file });
    article.title = [{ type: 'text', value: title }];
  }
  const subtitle = text('subtitle');
  if (subtitle) article.subtitle = [{ type: 'text', value: subtitle }];
  const authors = [...list('authors'), ...list('author')];
  if (authors.length > 0 && article.contributors.length === 0)
    article.contributors = authors.map((name) => ({ name, role: 'author' }));
  else for (const name of authors) used.splice(used.indexOf(name), 1);
  const note = text('title_note');
  if (note) article.titleNote = paragraphs(note);
  const abstract = text('abstract');
  if (abstract) article.abstract = paragraphs(abstract);
  article.keywords.push(...list('keywords'));
  article.bios.push(...list('bios').map((bio) => [{ type: 'text' as const, value: bio }]));
  const column = typeof matter.column === 'string' ? matter.column : undefined;
  if (column) article.column = column;
  const fields = {
    clc: 'clc',
    document_code: 'documentCode',
    article_id: 'articleId',
    doi: 'doi',
    received: 'received',
  } as const;
  for (const [key, field] of Object.entries(fields)) {
    const value = text(key);
    if (value !== undefined) article[field] = value;
  }
  const fund = text('fund');
  if (fund) article.fund = [{ type: 'text', value: fund }];
  article.editors.push(...list('editor'));
  if (typeof matter.english === 'object' && matter.english !== null)
    article.english = readEnglish(matter.english as Record<string, unknown>, used);
  // what YAML writes with escapes stands in the model and not in the source
  const unwritten = keepWords([node], used, tree, 'structure:front-matter');
  if (unwritten !== '') {
    tree.ledger.changes.push({
      rule: 'structure:front-matter',
      law: 'letters',
      before: '',
      after: unwritten,
      span,
      file,
    });
  }
}

function readEnglish(english: Record<string, unknown>, used: string[]): EnglishPart {
  const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  const part: EnglishPart = { authors: list(english.authors), abstract: [], keywords: list(english.keywords) };
  if (typeof english.title === 'string') part.title = english.title;
  if (typeof english.abstract === 'string') part.abstract = paragraphs(english.abstract);
  used.push(
    part.title ?? '',
    ...part.authors,
    ...part.keywords,
    typeof english.abstract === 'string' ? english.abstract : '',
  );
  return part;
}

function paragraphs(text: string): RootContent[] {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ type: 'paragraph', children: [{ type: 'text', value: paragraph.trim() }] }));
}
