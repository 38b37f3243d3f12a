/** Gives the abstracts that stand together in an issue to the articles whose titles they bear. */
import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { say } from '../../diagnostics/index.js';
import { messages, type Message } from '../../messages/index.js';
import type { Article, TextTree } from '../../model/index.js';
import { spanOf } from '../restore/blocks.js';
import { abstractsHead } from '../../vocabulary/abstracts.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { namesTitle } from '../../vocabulary/contents.js';
import { labelOf } from '../../vocabulary/labels.js';
import { namesOf } from '../../vocabulary/people.js';
import { cutLabel } from './labelled-text.js';
import { readKeywords } from './read-keywords.js';
import { roleOf, setAside } from './split-articles.js';

const rule = 'structure:abstracts';

/** What stands under one title. */
interface Entry {
  title: RootContent;
  people: RootContent[];
  abstract: RootContent[];
  keywords: RootContent[];
}

/** @param blocks of the gathered abstracts, in order; what is not given to an article stays in the text of the last */
export function giveAbstracts(articles: Article[], blocks: RootContent[], tree: TextTree): void {
  for (const entry of entriesOf(blocks, tree)) {
    const title = withoutBlanks(toString(entry.title));
    const article = articles.find((one) => namesTitle({ text: title, end: 0 }, titleOf(one)) !== undefined);
    const warn = (reason: Message): void => void say(tree.raw, 'warning', rule, reason, spanOf(entry.title));
    if (!article) {
      warn(messages.structure.abstractOfNone(title));
      for (const node of [entry.title, ...entry.people, ...entry.abstract, ...entry.keywords])
        articles.at(-1)?.body.children.push({ ...node, data: {} } as RootContent);
      continue;
    }
    for (const node of [entry.title, ...entry.people]) setAside(node, tree, rule);
    const people = article.contributors.map(({ name }) => name);
    const named = entry.people.flatMap((node) => namesOf(toString(node)));
    if (named.length > 0 && people.length > 0 && !people.every((name) => named.includes(name)))
      warn(messages.structure.abstractOfOtherPeople(title, people, named));
    give(article, entry, tree, warn);
  }
}

function give(article: Article, { abstract, keywords }: Entry, tree: TextTree, warn: (reason: Message) => void): void {
  const own = withoutBlanks(toString({ type: 'root', children: article.abstract }));
  if (own === '') article.abstract = cutLabel(abstract, tree);
  else {
    const other = withoutBlanks(abstract.map((node) => toString(node)).join(''));
    if (!other.endsWith(own)) warn(messages.structure.otherAbstract(toString(article.title)));
    for (const node of abstract) setAside(node, tree, rule);
  }
  if (article.keywords.length === 0) article.keywords = readKeywords(keywords, article.body, tree);
  else for (const node of keywords) setAside(node, tree, rule);
}

/** A title opens an entry: the first line, and any behind an abstract or its keywords. */
function entriesOf(blocks: RootContent[], tree: TextTree): Entry[] {
  const entries: Entry[] = [];
  for (const node of blocks) {
    const text = toString(node);
    const entry = entries.at(-1);
    if (roleOf(node) === 'gathered-abstract') entry?.abstract.push(node);
    else if (entry && labelOf(text)?.part === 'keywords') entry.keywords.push(node);
    else if (!entry && abstractsHead.test(withoutBlanks(text))) setAside(node, tree, rule);
    else if (!entry || entry.abstract.length > 0) entries.push({ title: node, people: [], abstract: [], keywords: [] });
    else entry.people.push(node);
  }
  return entries;
}

function titleOf({ title }: Article): string {
  return withoutBlanks(title.map((node) => toString(node)).join(''));
}
