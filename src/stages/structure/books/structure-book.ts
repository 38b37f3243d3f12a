/**
 * Makes a book of restored trees: its parts and chapters in order, its title and people, what stands before and behind.
 *
 * Levels are given here, once all texts are read: 卷 above 章 where the book has both. What a file is called is asked
 * only where it has no head of its own.
 */
import type { Heading, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { blankArticle } from '../blank-article.js';
import type { Article, Contributor, IssueSource, TextTree } from '../../../model/index.js';
import type { TextConfig } from '../../../model/config/issue-config.js';
import { dataOf, spanOf } from '../../restore/blocks.js';
import { withoutBlanks } from '../../../vocabulary/characters.js';
import { bookPeople } from '../../../vocabulary/books/opening-lines.js';
import { roleOf, setAside, shareNotes } from '../split-articles.js';
import { keepWords, replaceWords } from '../keep-words.js';
import { addPeople, factsOfMatter, readFacts, type BookFacts } from './book-facts.js';
import { splitLong } from './split-long.js';
import { planLevels, type LevelPlan } from './plan-levels.js';

/** A book before anything is made of its titles. */
export interface FoundBook {
  facts: BookFacts;
  articles: Article[];
  /** More than a text by itself: it has divisions, or several files. */
  divided: boolean;
}

const openingRoles = new Set(['book-title', 'book-subtitle', 'book-byline', 'book-fact']);

/** @param trees read by the rules for books, in the order of the source's texts */
export function structureBook(trees: readonly TextTree[], source: IssueSource): FoundBook {
  const facts: BookFacts = { contributors: [], subjects: [] };
  const plan = planLevels(trees, source);
  const articles: Article[] = [];
  for (const [i, tree] of trees.entries()) {
    const found = divisionsOf(tree, plan, facts, i === 0, trees.length > 1);
    applyConfig(found, source.texts[i]?.config, tree);
    articles.push(...found);
  }
  const divided = articles.length > 1 || plan.isBook || facts.title !== undefined;
  // a text by itself is an article like any other
  if (!divided) {
    for (const article of articles) {
      delete article.level;
      delete article.matter;
    }
  }
  return { facts, articles, divided };
}

/** The divisions of one text. */
function divisionsOf(tree: TextTree, plan: LevelPlan, facts: BookFacts, first: boolean, several: boolean): Article[] {
  const blocks = tree.root.children;
  const divided = blocks.some((node) => plan.isSpine(node, tree));
  // a file of its own among others, without a head: its first line is its title
  const own = (several && !divided) || (!several && !divided && !plan.isBook);
  const begins = blocks.findIndex((node) => plan.isSpine(node, tree));
  const opening = blocks.filter((node, i) => openingRoles.has(roleOf(node)) && (begins < 0 || i < begins));
  const matter = blocks.find((node) => node.type === 'yaml');
  const articles: Article[] = [];
  let current: Article | undefined;
  const begin = (article: Article): Article => (articles.push(article), (current = article));
  if (!own) readFacts(opening, tree, facts);
  const said = matter?.type === 'yaml' ? factsOfMatter(matter) : undefined;
  const loose: RootContent[] = [];
  let description: RootContent[] = [];
  let part: string | undefined;
  const closeDescription = (): void => {
    if (description.length > 0) begin(descriptionArticle(description, tree, facts));
    description = [];
    current = undefined;
  };
  if (own) begin(blankChapter(tree));
  for (const node of blocks) {
    const role = roleOf(node);
    if (node.type === 'yaml' || node === plan.titleOf(tree)) continue;
    if (role === 'contents') setAside(node, tree, 'structure:contents');
    else if (node.type === 'footnoteDefinition') loose.push(node);
    else if (role === 'book-description' && !own) description.push(node);
    else if (openingRoles.has(role) && !own) {
      // names below the head of a chapter are its own
      if (!opening.includes(node)) takeOpening(current!, node, role, tree);
    } else if (plan.isSpine(node, tree)) {
      closeDescription();
      const { division } = dataOf(node);
      // each chapter names the part that it belongs to: one page for it is enough
      if (division?.above) {
        if (division.above.words === part) setPartAside(division.above.words, node, tree);
        else begin({ ...blankChapter(tree), ...plan.partOf(node), title: wordsAs(division.above.words, node) });
        part = division.above.words;
      }
      begin({
        ...blankChapter(tree),
        ...plan.placeOf(node),
        title: division?.above ? titleBehind(node, division.above.words) : (node as Heading).children,
        ...(node.type === 'heading' && node.data?.anchor !== undefined && { anchor: node.data.anchor }),
      });
    } else {
      if (description.length > 0) closeDescription();
      if (!current) begin({ ...blankChapter(tree), untitled: true, level: 1, matter: 'front' });
      if (own && openingRoles.has(role)) takeOpening(current!, node, role, tree);
      else current!.body.children.push(asContent(node, plan));
    }
  }
  closeDescription();
  const title = plan.titleOf(tree);
  if (title) {
    const words = toString(title);
    if (own || (several && !divided)) articles[0]!.title = (title as Heading).children;
    else {
      facts.title ??= words;
      setAside(title, tree, 'structure:book');
    }
  }
  if (said && matter)
    readMatter(said, matter, articles, tree, facts, { own: (own || several) && !plan.namesBook(tree), first });
  const pieces = splitLong(articles);
  shareNotes(
    pieces.map(({ body }) => body.children),
    loose,
  );
  for (const article of pieces) nameUntitled(article, tree);
  return pieces.filter((article) => !(article.untitled === true && isEmpty(article)));
}

function isEmpty({ body, abstract }: Article): boolean {
  return body.children.every(({ type }) => type === 'thematicBreak') && abstract.length === 0;
}

/** The metadata block tells of the file's text, or of the whole book where it is one file. */
function readMatter(
  said: NonNullable<ReturnType<typeof factsOfMatter>>,
  matter: RootContent,
  articles: Article[],
  tree: TextTree,
  facts: BookFacts,
  { own }: { own: boolean; first: boolean },
): void {
  if (matter.type === 'yaml') {
    const span = { start: matter.position!.start.offset!, end: matter.position!.end.offset! };
    const text = matter.value.replace(/\s+/gu, '');
    tree.ledger.aside.push({ rule: 'structure:front-matter', text, span, file: tree.raw.name });
  }
  const [article] = articles;
  if (own && article) {
    if (said.title !== undefined) {
      replaceWords(toString(article.title), said.title, tree, 'structure:front-matter');
      article.title = [{ type: 'text', value: said.title }];
      article.untitled = false;
      article.matter = 'body';
    }
    if (article.contributors.length === 0 && said.contributors.length > 0) {
      article.contributors = said.contributors;
      replaceWords('', said.contributors.map(({ name }) => name).join(''), tree, 'structure:front-matter');
    }
    return;
  }
  const { contributors, subjects, ...rest } = said;
  addPeople(facts, contributors);
  facts.subjects.push(...(subjects ?? []));
  Object.assign(facts, rest);
}

/** A title, subtitle or byline of a text that is an article of its own. */
function takeOpening(article: Article, node: RootContent, role: string, tree: TextTree): void {
  if (role === 'book-title' && article.title.length === 0 && dataOf(node).people === undefined)
    article.title = (node as Heading).children;
  else if (role === 'book-subtitle') article.subtitle = (node as Heading).children;
  else if (role === 'book-byline') {
    const people = bookPeople(toString(node).trim(), true) ?? [];
    keepWords(
      [node],
      people.map(({ name }) => name),
      tree,
      'structure:byline',
    );
    article.contributors.push(...people);
  } else {
    const facts: BookFacts = { contributors: [], subjects: [] };
    readFacts([node], tree, facts);
    if (facts.title !== undefined && article.title.length === 0) {
      article.title = [{ type: 'text', value: facts.title, position: node.position! }];
      replaceWords('', facts.title, tree, 'structure:book');
    }
    const people: Contributor[] = facts.contributors;
    replaceWords('', people.map(({ name }) => name).join(''), tree, 'structure:byline');
    article.contributors.push(...people);
  }
}

/** 内容简介 as a piece of front matter, under its label. */
function descriptionArticle(blocks: RootContent[], tree: TextTree, facts: BookFacts): Article {
  const [first, ...rest] = blocks;
  const text = toString(first).trim();
  const label = /^[【〔［[]?([^：:】〕］\]]{2,6})[】〕］\]]?[：:]?[ 　]*/u.exec(text);
  const article = { ...blankChapter(tree), level: 1, matter: 'front' as const };
  const value = text.slice(label?.[0].length ?? 0).trim();
  setAside(first!, tree, 'structure:book');
  const name = label?.[1] ?? text;
  replaceWords('', name + value, tree, 'structure:book');
  article.title = [{ type: 'text', value: name, position: first!.position! }];
  const lead: RootContent[] =
    value === ''
      ? []
      : [
          {
            type: 'paragraph',
            children: [{ type: 'text', value, position: first!.position! }],
            position: first!.position!,
          },
        ];
  article.body.children = [...lead, ...rest];
  facts.description ??= article.body.children.map((node) => toString(node).trim()).join('\n');
  return article;
}

/** A heading within a chapter, or a block as it is. */
function asContent(node: RootContent, plan: LevelPlan): RootContent {
  if (roleOf(node) !== 'division') return node;
  return { ...(node as Heading), type: 'heading', depth: plan.depthOf(node) };
}

/** The name of a part that stands on its page already. */
function setPartAside(words: string, node: RootContent, tree: TextTree): void {
  tree.ledger.aside.push({
    rule: 'structure:book',
    text: withoutBlanks(words),
    span: spanOf(node),
    file: tree.raw.name,
  });
}

function wordsAs(words: string, node: RootContent): PhrasingContent[] {
  return [{ type: 'text', value: words, position: node.position! }];
}

/** What a line says behind the part that it names. */
function titleBehind(node: RootContent, above: string): PhrasingContent[] {
  return wordsAs(toString(node).trim().slice(above.length).trim(), node);
}

function nameUntitled(article: Article, tree: TextTree): void {
  if (article.title.length > 0 || article.untitled) return;
  article.workingTitle = true;
  article.title = [{ type: 'text', value: tree.raw.name.replace(/^.*[\\/]/u, '').replace(/\.[^.]+$/u, '') }];
}

function applyConfig(articles: Article[], config: TextConfig | undefined, tree: TextTree): void {
  const article = articles.find(({ untitled }) => !untitled) ?? articles[0];
  if (!config || !article) return;
  const rule = 'structure:issue.yaml';
  if (config.title !== undefined) {
    if (!article.workingTitle) replaceWords(toString(article.title), config.title, tree, rule);
    else replaceWords('', config.title, tree, rule);
    article.workingTitle = false;
    article.title = [{ type: 'text', value: config.title }];
  }
  if (config.subtitle !== undefined) {
    replaceWords(toString(article.subtitle ?? []), config.subtitle, tree, rule);
    article.subtitle = [{ type: 'text', value: config.subtitle }];
  }
  if (config.authors !== undefined) {
    replaceWords(article.contributors.map(({ name }) => name).join(''), config.authors.join(''), tree, rule);
    article.contributors = config.authors.map((name) => ({ name, role: 'author' }));
  }
}

function blankChapter({ raw }: TextTree): Article {
  return { ...blankArticle(raw), level: 1, matter: 'body' };
}
