/** Reads a printed contents list and holds it against the articles; the edition makes its own. */
import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { say } from '../../diagnostics/index.js';
import { messages, type Message } from '../../messages/index.js';
import type { Article, TextTree } from '../../model/index.js';
import { contentsLines } from '../restore/contents-list.js';
import { abstractsHead, behindAbstracts } from '../../vocabulary/abstracts.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { entriesOf, namesPeople, namesTitle, type ContentsEntry, type Naming } from '../../vocabulary/contents.js';
import { setAside } from './split-articles.js';

/** Entries of the list, each under its 栏目. The list itself is set aside. */
export function readContents(blocks: RootContent[], tree: TextTree): ContentsEntry[] {
  const entries = entriesOf(contentsLines(blocks));
  for (const node of blocks) setAside(node, tree, 'structure:contents');
  return entries;
}

/** Gives articles the 栏目 and first page of their entry; says what does not fit. */
export function matchContents(articles: Article[], entries: ContentsEntry[], tree: TextTree): void {
  const headings = headingsOf(articles);
  const isArticle = ({ text }: ContentsEntry): boolean => !abstractsHead.test(text) && !behindAbstracts.test(text);
  const open = new Set(
    entries.filter((entry) => isArticle(entry) && !headings.some((heading) => namesTitle(entry, heading))),
  );
  if (open.size === 0) return;
  const rule = 'structure:contents';
  const warn = (reason: Message): void => void say(tree.raw, 'warning', rule, reason);
  for (const article of articles) {
    const title = titleOf(article);
    const naming = (naming: Naming) => [...open].find((entry) => namesTitle(entry, title) === naming);
    const same = naming('same');
    const entry = same ?? naming('alike') ?? [...open].find(({ text }) => title.length >= 4 && text.includes(title));
    if (!entry) {
      warn(messages.structure.notInContents(title));
      continue;
    }
    open.delete(entry);
    const people = article.contributors.map(({ name }) => name);
    if (!same && !entry.text.includes(title)) warn(messages.structure.otherTitle(title, entry.text));
    else if (!namesPeople(entry, people)) warn(messages.structure.otherPeople(title, people, entry.text));
    const column = entry.column ?? (entry.lead && entry.text.startsWith(entry.lead + title) ? entry.lead : undefined);
    if (column) article.column ??= column;
    if (entry.page !== undefined && article.firstPage !== undefined && entry.page !== article.firstPage)
      warn(messages.structure.otherPage(title, entry.page, article.firstPage));
    else if (entry.page !== undefined) article.firstPage ??= entry.page;
  }
  for (const { text } of open) warn(messages.structure.notAmongArticles(text));
}

/** Title and subtitle, as a contents list runs them together. */
function titleOf({ title, subtitle = [] }: Article): string {
  return withoutBlanks([...title, ...subtitle].map((node) => toString(node)).join(''));
}

/** Headings of all articles: a contents list may name the chapters of a book. */
function headingsOf(articles: Article[]): string[] {
  return articles.flatMap(({ body }) =>
    body.children.filter(({ type }) => type === 'heading').map((node) => toString(node)),
  );
}
