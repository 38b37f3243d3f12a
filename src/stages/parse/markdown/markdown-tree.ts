/** Markdown in the dialect of whoever wrote it: text in, mdast `Root` out. */
import type { Root } from 'mdast';
import { defListFromMarkdown } from 'mdast-util-definition-list';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { highlightMarkFromMarkdown } from 'mdast-util-highlight-mark';
import { mathFromMarkdown } from 'mdast-util-math';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import { defList } from 'micromark-extension-definition-list';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { highlightMark } from 'micromark-extension-highlight-mark';
import { math } from 'micromark-extension-math';
import type { Extension } from 'micromark-util-types';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { containerLines, containerLinesFromMarkdown } from './container-line.js';
import { hideDollars } from '../../../vocabulary/formula-signs.js';
import { readFormulas } from './read-formulas.js';
import { readInParts } from './read-in-parts.js';

/** Whose signs are read: those that a person uses, those that an OCR does, those that export writes. */
export type Dialect = 'person' | 'ocr' | 'finished';

/** An extension is read only where its signs stand in the text: each of them slows the reader down. */
interface Sign {
  dialects: readonly Dialect[];
  isIn(text: string): boolean;
  extension: () => Extension;
  tree: () => FromMarkdown | FromMarkdown[];
}

/** What may be the row that parts a table's head from its body, `| --- | :-: |`. */
const ruledEnd = /(?<![-:| \t])[-:| \t]+$/gm;
const everyone = ['person', 'ocr', 'finished'] as const;
const persons = ['person', 'finished'] as const;

const signs: Sign[] = [
  { dialects: everyone, isIn: hasTable, extension: gfmTable, tree: gfmTableFromMarkdown },
  { dialects: everyone, isIn: () => true, extension: gfmFootnote, tree: gfmFootnoteFromMarkdown },
  { dialects: everyone, isIn: () => true, extension: cjkFriendlyExtension, tree: () => [] },
  { dialects: everyone, isIn: (text) => text.includes('$'), extension: math, tree: mathFromMarkdown },
  {
    dialects: ['person'],
    isIn: (text) => text.includes('~~'),
    // 3~5天 and 10~15人 are no words struck out
    extension: () => gfmStrikethroughCjkFriendly({ singleTilde: false }),
    tree: gfmStrikethroughFromMarkdown,
  },
  {
    dialects: persons,
    isIn: (text) => /\[[ xX]\]/u.test(text),
    extension: gfmTaskListItem,
    tree: gfmTaskListItemFromMarkdown,
  },
  {
    dialects: ['person'],
    isIn: (text) => /==[^=\n]+==/u.test(text),
    extension: highlightMark,
    tree: () => highlightMarkFromMarkdown,
  },
  {
    dialects: persons,
    isIn: (text) => /^[ >]*:[ \t]+\S/mu.test(text),
    extension: () => defList,
    tree: () => defListFromMarkdown,
  },
  {
    dialects: persons,
    isIn: (text) => /^[ \t>]*:{3}/mu.test(text),
    extension: () => containerLines,
    tree: () => containerLinesFromMarkdown,
  },
];

/** What an OCR never means: an indent is no code, a rule under a line no heading sign, [x]: no link definition. */
const ocrNever = ['codeIndented', 'setextUnderline', 'definition'];

/** An indented line, and an item whose words stand far behind its mark. Group 1: the words. */
const indented = /^(?: {0,3}(?:\d{1,9}[.)]|[-*+]) {5,}| {4,}|\t+)(\S.*)$/gmu;
const sentence = /\p{Script=Han}.*[。？！…”」]$/u;

/** Are most of the indented lines sentences in Chinese: an author's indent, and no code? */
function indentsSentences(text: string): boolean {
  const lines = [...text.matchAll(indented)].map(([, words]) => words!.trimEnd());
  return lines.length > 0 && lines.filter((words) => sentence.test(words)).length * 2 > lines.length;
}

/** @param leastPart as `readInParts` has it */
export function markdownTree(text: string, dialect: Dialect = 'person', leastPart?: number): Root {
  const shown = hideDollars(text, dialect !== 'finished');
  const used = signs.filter(({ dialects, isIn }) => dialects.includes(dialect) && isIn(shown));
  const reader = unified()
    .use(remarkParse)
    .data('micromarkExtensions', [
      ...used.map(({ extension }) => extension()),
      ...(dialect === 'ocr' ? [{ disable: { null: ocrNever } }] : []),
      ...(dialect === 'person' && indentsSentences(shown) ? [{ disable: { null: ['codeIndented'] } }] : []),
    ])
    .data(
      'fromMarkdownExtensions',
      used.flatMap(({ tree }) => tree()),
    )
    .freeze();
  const root = readInParts(shown, (part) => reader.parse(part), leastPart);
  readFormulas(root, text);
  return root;
}

/** Can a text hold a table: does one of its lines end in dashes with a colon or bar among them? */
function hasTable(text: string): boolean {
  return [...text.matchAll(ruledEnd)].some(([row]) => row.includes('-') && /[:|]/.test(row));
}
