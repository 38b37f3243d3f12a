/** Whatever the damage: nothing is lost, notes stay with their calls, what is joined is in order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FootnoteDefinition, Nodes } from 'mdast';
import { clean } from '../../src/stages/clean/index.js';
import type { TextKind, Article, Issue } from '../../src/model/index.js';
import { parse } from '../../src/stages/parse/index.js';
import { restore } from '../../src/stages/restore/index.js';
import { ledgerCloses } from '../../src/stages/verify/ledger-closes.js';
import { notesBalance } from '../../src/stages/verify/notes-balance.js';
import { issueOfTree } from '../cases/issue-of-tree.js';
import { rawText } from '../cases/raw-text.js';
import { noSharedTexts, sharedTexts } from '../cases/shared-texts.js';
import { anyKind, anyText } from './any-text.js';
import { asCajLayer, asOcrMarkdown, asTextLayer, choices, cleanArticle, type CleanArticle } from './damaged-article.js';
import { sameText, wordsOfTree } from './laws.js';

fc.configureGlobal({ includeErrorInReport: true, seed: 1 });

function issueOf(text: string, kind?: TextKind): Issue {
  return issueOfTree(restore(parse(clean(rawText(text), kind))));
}

/** The proofs of the verify stage find nothing. */
function holds(issue: Issue): void {
  ledgerCloses(issue);
  notesBalance(issue);
  const fatal = issue.raws.flatMap(({ file }) => file.messages.filter((message) => message.fatal === true));
  assert.deepEqual(fatal.map(String), []);
}

/** Calls and definitions of an article, each in order. */
function notesOf({ body }: Article): { calls: string[]; definitions: FootnoteDefinition[] } {
  const calls: string[] = [];
  const definitions: FootnoteDefinition[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'footnoteReference') calls.push(node.identifier);
    if (node.type === 'footnoteDefinition') definitions.push(node);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(body);
  return { calls, definitions };
}

/** Everything that must be as it was before the damage, in one text to be compared; where paragraphs end, if that can be known. */
function essence(article: Article, paragraphs: boolean): string {
  const { definitions } = notesOf(article);
  const noteOf = new Map(definitions.map((node) => [node.identifier, wordsOfTree(node)]));
  const inked = (node: Nodes): string => {
    if (node.type === 'footnoteReference') return `{${noteOf.get(node.identifier)}}`;
    return 'children' in node ? node.children.map(inked).join('') : wordsOfTree(node);
  };
  const flow = article.body.children.filter(({ type }) => type !== 'footnoteDefinition');
  const headed = flow.map((node) =>
    node.type === 'heading' ? `\n${'#'.repeat(node.depth)} ${inked(node)}\n` : inked(node) + (paragraphs ? '¶' : ''),
  );
  const people = article.contributors.map(({ name }) => name).join(' ');
  const abstract = article.abstract.map(wordsOfTree).join('');
  return [
    wordsOfTree({ type: 'paragraph', children: article.title }),
    people,
    abstract,
    article.keywords.join(' '),
    headed.join(''),
  ].join('\n');
}

/** The same of the article before it was damaged. */
function essenceBefore({ title, authors, abstract, keywords, blocks }: CleanArticle, paragraphs: boolean): string {
  const headed = blocks.map(({ rank, text, notes }) => {
    if (rank > 0) return `\n${'#'.repeat(rank + 1)} ${text}\n`;
    let out = '';
    let from = 0;
    for (const note of notes) {
      out += `${text.slice(from, note.at)}{${note.text}}`;
      from = note.at;
    }
    return out + text.slice(from) + (paragraphs ? '¶' : '');
  });
  return [title, authors.join(' '), abstract, keywords.join(' '), headed.join('')].join('\n');
}

function recovers(article: CleanArticle, damaged: string, kind: TextKind): void {
  const issue = issueOf(damaged, kind);
  holds(issue);
  assert.equal(issue.articles.length, 1);
  const [found] = issue.articles;
  const { calls, definitions } = notesOf(found!);
  assert.deepEqual(
    definitions.map(({ identifier }) => identifier),
    calls,
    'definitions in the order of their calls, one each',
  );
  const paragraphs = kind === 'ocr-markdown';
  sameText(essence(found!, paragraphs), essenceBefore(article, paragraphs), damaged);
}

test('an article read by an OCR page by page comes back word for word, note for note', () => {
  fc.assert(
    fc.property(cleanArticle, choices, (article, choose) =>
      recovers(article, asOcrMarkdown(article, choose), 'ocr-markdown'),
    ),
    { numRuns: 30 },
  );
});

const layer = fc.record({ measure: fc.integer({ min: 24, max: 42 }), loose: fc.boolean() });

test('an article from a text layer comes back word for word, note for note', () => {
  fc.assert(
    fc.property(cleanArticle, layer, choices, (article, set, choose) =>
      recovers(article, asTextLayer(article, { ...set, spaced: false }, choose), 'wrapped'),
    ),
    { numRuns: 30 },
  );
});

test('an article from a text layer with spaced lines comes back word for word, note for note', () => {
  fc.assert(
    fc.property(cleanArticle, layer, choices, (article, set, choose) =>
      recovers(article, asTextLayer(article, { ...set, spaced: true }, choose), 'spaced'),
    ),
    { numRuns: 30 },
  );
});

test('an article from a CAJ reader comes back word for word, note for note', () => {
  fc.assert(
    fc.property(cleanArticle, choices, (article, choose) => recovers(article, asCajLayer(article, choose), 'caj')),
    { numRuns: 30 },
  );
});

test('the ledger closes and notes balance on any text, whatever it is called', () => {
  // not yet: see the cases restore/pair-notes/markdown-notes-in-an-ocr-text and raised-mark-in-markdown
  const isKnown = (text: string): boolean => /\[\^1\]: |<sup>/.test(text);
  fc.assert(
    fc.property(anyText, anyKind, (text, kind) => {
      fc.pre(!isKnown(text));
      // a sentence before it: not yet without, see the case structure/split-articles/notes-without-a-body
      holds(issueOf(`活字没有取代雕版，这是史家都知道的。\n\n${text}`, kind));
    }),
    { numRuns: 250 },
  );
});

test('the ledger closes and notes balance on the real texts', { skip: noSharedTexts ?? false }, () => {
  for (const [, text] of sharedTexts) holds(issueOf(text));
});

test('the same text gives the same issue', () => {
  fc.assert(
    fc.property(cleanArticle, choices, (article, choose) => {
      const text = asOcrMarkdown(article, choose);
      assert.equal(JSON.stringify(issueOf(text).articles), JSON.stringify(issueOf(text).articles));
    }),
    { numRuns: 5 },
  );
});
