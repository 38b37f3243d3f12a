/** Reads one article from its blocks: roles in, fields of the model out, every label accounted for. */
import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { TextConfig } from '../../model/config/issue-config.js';
import type { Article, Contributor, EnglishPart, Role, TextTree } from '../../model/index.js';
import { say } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import { callsIn, spanOf } from '../restore/blocks.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { labelOf } from '../../vocabulary/labels.js';
import { starLead } from '../../vocabulary/note-markers.js';
import { namesOf } from '../../vocabulary/people.js';
import { blankArticle } from './blank-article.js';
import { addWords, keepWords, replaceWords } from './keep-words.js';
import { readKeywords } from './read-keywords.js';
import { readPeople } from './read-people.js';
import { readNumbers } from './read-numbers.js';
import { cutLabel, cutLead, gather, joined } from './labelled-text.js';
import { readFrontMatter } from './read-front-matter.js';
import { roleOf, setAside } from './split-articles.js';
import { keepQuotedParts } from './keep-quoted-parts.js';
import { readEnglish } from './read-english.js';

/** An article and the English parts that stood behind it. */
export interface FoundArticle {
  article: Article;
  english: EnglishPart[];
}

const flowRoles = new Set<Role>(['body', 'note', 'reference']);

/**
 * @param blocks of one article, definitions at the end
 * @param config what `issue.yaml` says of this text
 */
export function readArticle(blocks: RootContent[], tree: TextTree, config: TextConfig | undefined): FoundArticle {
  keepQuotedParts(blocks);
  const groups = gather(blocks);
  const of = (...roles: Role[]): RootContent[][] => groups.filter(([first]) => roles.includes(roleOf(first!)));
  const body: Root = {
    type: 'root',
    children: blocks.filter((node) => flowRoles.has(roleOf(node)) && node.type !== 'yaml'),
  };
  const article: Article = { ...blankArticle(tree.raw), body };
  readTitle(article, of('title').flat(), of('subtitle').flat(), tree);
  article.contributors = readPeople(of('byline').flat(), tree);
  readBios(article, of('bio', 'author-note'), tree);
  article.abstract = of('abstract').flatMap((group) => cutLabel(group, tree));
  const keywords = of('keywords').flat();
  article.keywords = readKeywords(keywords, body, tree);
  Object.assign(article, readNumbers(of('clc', 'document-code', 'article-id', 'doi').flat(), tree));
  const [note] = of('title-note');
  if (note) article.titleNote = cutLead(of('title-note').flat(), starLead, tree, 'structure:title-note');
  const fund = of('fund').flat();
  if (fund.length > 0) article.fund = joined(cutLabel(fund, tree));
  const received = of('received').flat();
  if (received.length > 0) article.received = readReceived(received, tree);
  for (const node of of('citation').flat()) {
    setAside(node, tree, 'structure:citation');
    say(tree.raw, 'remark', 'structure:citation', messages.structure.citation, spanOf(node));
  }
  article.editors = readEditors(of('editors').flat(), tree);
  const column = of('column').flat();
  if (column.length > 0) readColumn(article, column, tree);
  const english = readEnglish(blocks, tree);
  const matter = blocks.find((node) => node.type === 'yaml');
  if (matter?.type === 'yaml') readFrontMatter(article, matter, tree);
  applyConfig(article, config, tree);
  if (article.title.length === 0 && !article.untitled) {
    article.workingTitle = true;
    article.title = [{ type: 'text', value: tree.raw.name.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '') }];
  }
  hangCalls(article, blocks);
  return { article, english };
}

/** A call whose words are told without it (those of a byline, of a title that was replaced) hangs on the title. */
function hangCalls(article: Article, blocks: RootContent[]): void {
  const called = callsIn(blocks);
  if (called.length === 0) return;
  const { title, subtitle = [], abstract, titleNote = [], bios, fund = [], body } = article;
  const englishAbstracts = blocks.filter((node) => roleOf(node) === 'english-abstract');
  const kept = [title, subtitle, abstract, titleNote, bios.flat(), fund, body.children, englishAbstracts];
  const standing = new Set(callsIn(kept.flat()).map(({ identifier }) => identifier));
  article.title.push(...called.filter(({ identifier }) => !standing.has(identifier)));
}

/** The first date without its label; the labels of others say what they are: 2020-11-02；修回日期：2021-01-15. */
function readReceived(nodes: RootContent[], tree: TextTree): string {
  const dates = new Set<string>();
  const kept = nodes.flatMap((node, i) => {
    const whole = toString(node).trim();
    // （收稿日期：2020-01-12）
    const text = /^[（(【［[〔]/u.test(whole) ? whole.replace(/[）)】\]］〕]$/u, '') : whole;
    const length = labelOf(text)?.length ?? 0;
    const label = text.slice(0, length).replace(/[^\p{L}]/gu, '');
    const date = text.slice(length);
    if (/[A-Za-z]/.test(label) && dates.has(date)) return []; // Received: the same date again
    dates.add(date);
    return [(i > 0 && label !== '' ? `${label}：` : '') + date];
  });
  const added = keepWords(nodes, kept, tree, 'structure:labels') + '；'.repeat(kept.length - 1);
  if (added !== '') addWords(added, nodes[0]!, tree, 'structure:labels');
  return kept.join('；');
}

/** Lines of a title are one. */
function readTitle(article: Article, title: RootContent[], subtitle: RootContent[], tree: TextTree): void {
  if (title.length > 0) {
    for (const line of title) cutStar(line, tree);
    article.title = joined(title as Paragraph[]).flatMap((part) => (part.type === 'strong' ? part.children : [part]));
  }
  if (subtitle.length > 0) {
    article.subtitle = joined(
      cutLead(subtitle as Paragraph[], /^[—\-–―─]+/u, tree, 'structure:subtitle') as Paragraph[],
    );
  }
}

/** The star that calls the title's note goes: the note knows where it hangs. */
function cutStar(line: RootContent, tree: TextTree): void {
  const last = 'children' in line ? (line.children as PhrasingContent[]).at(-1) : undefined;
  const stars = last?.type === 'text' ? /[\s　]*[*＊﹡∗]+\s*$/u.exec(last.value)?.[0] : undefined;
  if (last?.type !== 'text' || !stars) return;
  last.value = last.value.slice(0, -stars.length);
  const span = { start: last.position!.start.offset!, end: last.position!.end.offset! };
  tree.ledger.aside.push({ rule: 'structure:title-note', text: withoutBlanks(stars), span, file: tree.raw.name });
}

function readBios(article: Article, bios: RootContent[][], tree: TextTree): void {
  for (const group of bios) {
    const cut =
      roleOf(group[0]!) === 'bio' ? cutLabel(group, tree) : cutLead(group, starLead, tree, 'structure:author-note');
    // a bio a block, except the lines of one
    for (const node of cut) article.bios.push(closeName((node as Paragraph).children, article.contributors));
  }
}

/** 吴 凡，… → 吴凡，…: a name spaced out at the head of a bio. */
function closeName(bio: PhrasingContent[], people: Contributor[]): PhrasingContent[] {
  const [first] = bio;
  if (first?.type !== 'text') return bio;
  for (const { name } of people) {
    const spaced = new RegExp(`^${[...name].join('[ 　]*')}`, 'u');
    if (name.length <= 4 && spaced.test(first.value))
      return [{ ...first, value: first.value.replace(spaced, name) }, ...bio.slice(1)];
  }
  return bio;
}

function readEditors(nodes: RootContent[], tree: TextTree): string[] {
  const names = nodes.flatMap((node) => {
    const text = toString(node);
    return namesOf(text.slice(labelOf(text)?.length ?? 0).replace(/[】〕\]］）)」\s]+$/u, ''));
  });
  keepWords(nodes, names, tree, 'structure:labels');
  return names;
}

function readColumn(article: Article, nodes: RootContent[], tree: TextTree): void {
  const column = withoutBlanks(nodes.map((node) => toString(node)).join('')).replace(/^[■●◆▲▍·•【]+|[·•】]+$/gu, '');
  article.column = column;
  tree.ledger.aside.push({
    rule: 'structure:column',
    text: withoutBlanks(nodes.map((node) => toString(node)).join('')),
    span: { start: nodes[0]!.position!.start.offset!, end: nodes.at(-1)!.position!.end.offset! },
    file: tree.raw.name,
  });
}

/** What a person says in `issue.yaml` stands instead of what the text says. */
function applyConfig(article: Article, config: TextConfig | undefined, tree: TextTree): void {
  if (!config) return;
  const rule = 'structure:issue.yaml';
  if (config.title !== undefined) {
    replaceWords(article.title.map((node) => toString(node)).join(''), config.title, tree, rule);
    article.title = [{ type: 'text', value: config.title }];
  }
  if (config.subtitle !== undefined) {
    replaceWords((article.subtitle ?? []).map((node) => toString(node)).join(''), config.subtitle, tree, rule);
    article.subtitle = [{ type: 'text', value: config.subtitle }];
  }
  if (config.authors !== undefined) {
    replaceWords(
      article.contributors.map(({ name, affiliation }) => name + (affiliation ?? '')).join(''),
      config.authors.join(''),
      tree,
      rule,
    );
    article.contributors = config.authors.map((name) => ({ name, role: 'author' }));
  }
  if (config.column !== undefined) article.column = config.column;
}
