/** The contents list at the front of a text: blocks in, where it stands and what it names out. */
import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { columnLine } from '../../vocabulary/columns.js';
import {
  contentsHead,
  entriesOf,
  isListed,
  namesPage,
  namesTitle,
  type ContentsEntry,
  type ContentsLine,
} from '../../vocabulary/contents.js';
import { headingNumeralOf, unnumberedHeadings } from '../../vocabulary/headings.js';
import { labelOf } from '../../vocabulary/labels.js';
import { findFrom, isComplete, isTextBlock, textOf } from './blocks.js';

/** Lines above a list: a masthead, imprint and editors. */
const longestMasthead = 80;
const longestEntry = 100;
const longestBookFront = 15;
const fewestEntries = 2;

/** A line of a list, and the block that holds it. */
interface ListedLine extends ContentsLine {
  block: number;
}

/** The lines of blocks that may be a contents list: each item of a Markdown list is one. */
export function contentsLines(blocks: RootContent[], from = 0): ListedLine[] {
  return blocks.flatMap((node, i): ListedLine[] => {
    const heads = node.type === 'heading';
    const texts = node.type === 'list' ? node.children.map((item) => toString(item)) : [toString(node)];
    return texts.map((text) => ({ text, heads, block: from + i }));
  });
}

/** A contents list among the blocks of a text. */
export interface ContentsList {
  /** Its first block. */
  start: number;
  /** The first block behind it. */
  end: number;
  /** What it says of articles; chapters of a book are none. */
  entries: ContentsEntry[];
}

/** The contents list at the front of a text. */
export function findList(blocks: RootContent[]): ContentsList | undefined {
  const start = findStart(blocks);
  if (start < 0) return undefined;
  const lines = listFrom(blocks, start);
  const found = firstOpening(lines);
  if (!found) return undefined;
  // the 栏目 of the first article stands above its title
  const first = lines[found.first - 1]?.text.trim() ?? '';
  const above = found.first > 0 && columnLine.test(first) && !namesPage(first) ? 1 : 0;
  const end = lines[found.first - above]?.block ?? lines.at(-1)!.block + 1;
  return { start, end, entries: found.entries.filter(({ text }) => !isChapter(text)) };
}

/** Where a list begins: its heading near the text's head, or the first of three lines with leaders; else -1. */
function findStart(blocks: RootContent[]): number {
  const words = blocks.slice(0, longestMasthead).map((node) => (isTextBlock(node) ? textOf(node) : ''));
  const head = words.findIndex((text) => contentsHead.test(withoutBlanks(text)));
  const listed = words.findIndex((_, i) => words.slice(i, i + 3).filter(isListed).length === 3);
  const start = head >= 0 ? head : listed;
  // a book tells what it is about above its contents
  if (head >= 0 && isBookFront(words.slice(0, head))) return head;
  return words.slice(0, Math.max(0, start)).some((text) => labelOf(text) || text.length > longestEntry) ? -1 : start;
}

/** Is all that stands above the contents the front of a book: title, people, publisher, 内容提要 and one paragraph of it? */
function isBookFront(words: string[]): boolean {
  const label = words.findIndex((text) => labelOf(text)?.part === 'abstract');
  if (label < 0 || words.length > longestBookFront) return false;
  const others = words.filter((_, i) => i !== label);
  return others.every((text) => labelOf(text) === undefined) && others.filter((text) => isComplete(text)).length <= 2;
}

/** Everything from a list's head on that may belong to it: short lines that end no sentence and bear no label. */
function listFrom(blocks: RootContent[], start: number): ListedLine[] {
  const ends = findFrom({ type: 'root', children: blocks }, start, (node) => {
    if (!isTextBlock(node)) return false;
    const text = textOf(node);
    return text.length > longestEntry || (isComplete(text) && !namesPage(text)) || labelOf(text) !== undefined;
  });
  return contentsLines(blocks.slice(start, ends < 0 ? undefined : ends), start);
}

/**
 * The entries of a list, and the line behind it with which the first article opens: its title, which an entry names.
 * Where no title can be told, the list ends with its last page number.
 */
function firstOpening(lines: ListedLine[]): { entries: ContentsEntry[]; first: number } | undefined {
  const all = entriesOf(lines);
  if (all.some(({ page }) => page !== undefined)) {
    const last = all.at(-1)!.end + 1;
    const title = lines.findIndex(
      (_, i) =>
        i >= last && [1, 2, 3].some((n) => all.some((entry) => namesTitle(entry, joined(lines.slice(i, i + n))))),
    );
    return all.length < fewestEntries && title < 0 ? undefined : { entries: all, first: title < 0 ? last : title };
  }
  const chapters = chaptersOf(lines);
  if (chapters) return chapters;
  // without page numbers: the list ends where its first line comes again
  const first = lines.findIndex((line, i) => all.some((entry) => entry.end < i - 1 && namesTitle(entry, line.text)));
  const entries = all.filter(({ end }) => end < first);
  return entries.length < fewestEntries ? undefined : { entries, first };
}

/** The parts of a book, listed without pages: they end where the first of them comes again. */
function chaptersOf(lines: ListedLine[]): { entries: ContentsEntry[]; first: number } | undefined {
  const words = lines.map(({ text }) => withoutBlanks(text));
  const first = words.findIndex((text, i) => i > fewestEntries && text === words[1]);
  const listed = words
    .slice(1, first)
    .filter((text, i) => isChapter(lines[i + 1]!.text.trim()) || unnumberedHeadings.test(text));
  return first > 0 && listed.length * 2 >= first - 1 ? { entries: [], first } : undefined;
}

const joined = (lines: { text: string }[]): string => lines.map(({ text }) => text).join('');

/** Is an entry a part of a book rather than an article? */
function isChapter(text: string): boolean {
  return headingNumeralOf(text) !== undefined || unnumberedHeadings.test(text);
}
