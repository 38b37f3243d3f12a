/** Reads a printed contents list and holds it against the articles; the edition makes its own. */
import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { say } from '../diagnostics.js';
import { messages } from '../messages/en.js';
import type { Article, TextTree } from '../model.js';
import { countHan, withoutBlanks } from '../vocabulary/characters.js';
import { setAside } from './split-articles.js';

/** A line of a contents list. */
export interface ContentsEntry {
  /** Everything of the line but its page number, without white space. */
  text: string;
  column?: string;
  page?: number;
}

const columnSign = /^[■●◆▲▍·•【]+\s*|[·•】]+$/gu;

/** Entries of the Chinese list, each under its 栏目. The list itself is set aside. */
export function readContents(blocks: RootContent[], tree: TextTree): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  let column: string | undefined;
  for (const node of blocks) {
    const items = node.type === 'list' ? node.children.map((item) => toString(item)) : [toString(node)];
    for (const item of items) {
      const page = /^\s*(\d{1,4})\b|(?:…|\.{2,}|\s)(\d{1,4})\s*$/u.exec(item);
      const text = withoutBlanks(
        item.replace(/^\s*\d{1,4}(?=\s|\p{Script=Han})|(?:…|\.{2,}|·{2,}|\s)+\d{1,4}\s*$/gu, ''),
      );
      const heads = node.type === 'heading' || /^[■●◆▲▍【]/u.test(text);
      if (heads && !/^(目录|目次|contents|tableofcontents)$/iu.test(text)) column = text.replace(columnSign, '');
      else if (countHan(text) > 2)
        entries.push({ text, ...(column && { column }), ...(page && { page: Number(page[1] ?? page[2]) }) });
    }
    setAside(node, tree, 'structure:contents');
  }
  return entries;
}

/** Gives articles the 栏目 and first page of their entry; says what does not fit. */
export function matchContents(articles: Article[], entries: ContentsEntry[], tree: TextTree): void {
  if (entries.length === 0) return;
  const open = new Set(entries);
  for (const article of articles) {
    const title = withoutBlanks(article.title.map((node) => toString(node)).join(''));
    const entry = [...open].find(({ text }) => text.startsWith(title) || text.includes(title));
    if (!entry) {
      say(tree.raw, 'warning', 'structure:contents', messages.structure.notInContents(title));
      continue;
    }
    open.delete(entry);
    if (entry.column) article.column ??= entry.column;
    if (entry.page !== undefined && article.firstPage !== undefined && entry.page !== article.firstPage) {
      say(
        tree.raw,
        'warning',
        'structure:contents',
        messages.structure.otherPage(title, entry.page, article.firstPage),
      );
    } else if (entry.page !== undefined) article.firstPage ??= entry.page;
  }
  for (const { text } of open) {
    say(tree.raw, 'warning', 'structure:contents', messages.structure.notAmongArticles(text));
  }
}
