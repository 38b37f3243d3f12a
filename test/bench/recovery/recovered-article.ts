/** What the road makes of a raw text: a string in, the blocks of the issue in reading order and its fields out. */
import type { Nodes, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { clean } from '../../../src/stages/clean/index.js';
import type { Article } from '../../../src/model/index.js';
import { parse } from '../../../src/stages/parse/index.js';
import { restore } from '../../../src/stages/restore/index.js';
import { ledgerCloses } from '../../../src/stages/verify/ledger-closes.js';
import { notesBalance } from '../../../src/stages/verify/notes-balance.js';
import { issueOfTree } from '../../cases/issue-of-tree.js';
import { rawText } from '../../cases/raw-text.js';

export interface FlatBlock {
  /** `front`: stands in a field of its own, outside the body. */
  kind: 'heading' | 'paragraph' | 'cell' | 'front';
  /** Place of its article in the issue. */
  article: number;
  /** 1 for an article's title, 0 for what is no heading. */
  level: number;
  text: string;
  /** Text of the note behind the character at each offset; empty where the source has lost it. */
  calls: { at: number; note: string }[];
}

/** The fields of an article. */
export interface Fields {
  title: string;
  titleNote?: string;
  authors: string[];
  abstract: string;
  keywords: string[];
  bios: string[];
  clc?: string;
  articleId?: string;
  editors: string[];
  english?: { title: string; abstract: string };
}

export interface RecoveredText {
  articles: Fields[];
  /** Everything of the whole issue, in reading order. */
  blocks: FlatBlock[];
  /** What kind of text the survey took it for. */
  kind: string;
  /** The proofs that failed: the edition would not have been written. */
  fatal: string[];
}

/** @param text a raw text, as a person would hand it in: nobody says what kind it is */
export function recover(text: string): RecoveredText {
  const raw = rawText(text);
  const tree = restore(parse(clean(raw)));
  const issue = issueOfTree(tree);
  ledgerCloses(issue);
  notesBalance(issue);
  const fatal = raw.file.messages.filter((message) => message.fatal === true).map(String);
  return {
    articles: issue.articles.map(fieldsOf),
    blocks: issue.articles.flatMap(flatten),
    kind: tree.survey.kind,
    fatal,
  };
}

function fieldsOf(article: Article): Fields {
  return {
    title: wordsOf(article.title),
    ...(article.titleNote && { titleNote: wordsOf(article.titleNote) }),
    authors: article.contributors.map(({ name }) => name),
    abstract: wordsOf(article.abstract),
    keywords: article.keywords,
    bios: article.bios.map(wordsOf),
    ...(article.clc && { clc: article.clc }),
    ...(article.articleId && { articleId: article.articleId }),
    editors: article.editors,
    ...(article.english && {
      english: { title: article.english.title ?? '', abstract: wordsOf(article.english.abstract) },
    }),
  };
}

const wordsOf = (nodes: Nodes[]): string => nodes.map((node) => toString(node)).join('');

function flatten(article: Article, place: number): FlatBlock[] {
  const definitions = new Map<string, string>();
  for (const node of article.body.children)
    if (node.type === 'footnoteDefinition') definitions.set(node.identifier, toString(node));
  const blocks: FlatBlock[] = [];
  const put = (kind: FlatBlock['kind'], level: number, nodes: Nodes[]): void => {
    const block: FlatBlock = { kind, article: place, level, text: '', calls: [] };
    const walk = (node: Nodes): void => {
      if (node.type === 'footnoteReference')
        block.calls.push({ at: block.text.length, note: definitions.get(node.identifier) ?? '' });
      else if ('children' in node) node.children.forEach(walk);
      else if (node.type === 'break') block.text += '\n';
      else if ('value' in node) block.text += node.value;
    };
    nodes.forEach(walk);
    if (block.text.trim() !== '' || block.calls.length > 0) blocks.push(block);
  };
  const flow = (node: RootContent): void => {
    if (node.type === 'heading') put('heading', node.depth, [node]);
    else if (node.type === 'paragraph' || node.type === 'code' || node.type === 'html') put('paragraph', 0, [node]);
    else if (node.type === 'tableCell') put('cell', 0, [node]);
    else if (node.type !== 'footnoteDefinition' && 'children' in node) node.children.forEach(flow);
  };
  put('heading', 1, article.title);
  put('front', 0, article.subtitle ?? []);
  for (const { name } of article.contributors) put('front', 0, [{ type: 'text', value: name }]);
  for (const node of article.abstract) put('front', 0, [node]);
  article.body.children.forEach(flow);
  return blocks;
}
