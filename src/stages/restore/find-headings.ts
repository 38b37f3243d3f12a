/**
 * Tell headings, put their broken lines together, and give them the level that their numbering says.
 *
 * Damage: the number of # means nothing; text layers show headings as plain lines; long ones run over two lines.
 * Evidence: a numeral (一、 （一） 1.) before words that end no sentence, in a short line or one followed by a short rest;
 * the words of unnumbered sections (结语). Levels follow the order of the numerals that the article uses.
 * Leaves alone: run-in openings （一）酝酿期。以…, 第一，… and 一是…, items that end in ； and sentences.
 *
 * @example ocr-markdown
 *   before: ### 一、雕版的成本
 *
 *           # （一）刻工
 *   after:  ## 一、雕版的成本
 *           ### （一）刻工
 */
import type { Heading, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { isLineByLine } from '../clean/survey.js';
import type { Survey } from '../../model/index.js';
import { restoreRule } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { headingNumeralOf, loneNumeral, loneYear, titledParts, unnumberedHeadings } from '../../vocabulary/headings.js';
import { isCertainByline } from '../../vocabulary/people.js';
import { keyedLine } from '../../vocabulary/openers.js';
import { chineseValue } from '../../vocabulary/numerals.js';
import { referenceHeading } from '../../vocabulary/references.js';
import {
  append,
  dataOf,
  endsComplete,
  isComplete,
  isParagraph,
  isRunningText,
  isTextBlock,
  roleOf,
  spanOf,
  textOf,
  type TextBlock,
} from './blocks.js';
import { gapsInNumbers, numberOfHeading } from './numbered-series.js';

const longestHeading = 80;
const longestOwnLine = 20;

/** Of 一 and 1912年 on a line of its own, and of 其一: as of 一、 and （一）. */
const rankOfLone = 5;
const rankOfItems = 6;
/** Of 1, below which 1.1 and 1.1.1 stand. */
const rankOfFirst = 8;

export const findHeadings = restoreRule({
  name: 'find-headings',
  touches: 'structure',
  apply(root, context) {
    const { survey } = context;
    const out: RootContent[] = [];
    const ranks = new Map<Heading, number | undefined>();
    let before: TextBlock | undefined; // the last block of the body
    const blocks = root.children;
    const usual = ranksOfShortLines(blocks, survey);
    const items = itemsOf(blocks);
    const lone = loneNumerals(blocks, survey);
    const counter = new Map<string, number>();
    const gaps = isLineByLine(survey) ? new Set<number>() : gapsInNumbers(blocks);
    for (let i = 0; i < blocks.length; i++) {
      const node = blocks[i]!;
      out.push(node);
      if (!isTextBlock(node) || roleOf(node) !== 'body' || node.data?.caption || node.data?.source) continue;
      const text = textOf(node).trim();
      const rank =
        lone.get(i) ??
        (node.type === 'heading' || gaps.has(i) ? rankOfNumber(text) : undefined) ??
        headingNumeralOf(text)?.rank;
      const named = unnumberedHeadings.test(withoutBlanks(text));
      // 附录一　书坊名录 are two words
      if (named && !/^附[录錄]\S*[\s　]+\S/u.test(text)) closeUp(node);
      if (node.type === 'heading') {
        if (isRunIn(text)) {
          out[out.length - 1] = asParagraph(node);
          context.say('remark', messages.restore.runInHeading(text), spanOf(node));
        } else {
          // what the source marks has the level that it says
          if (survey.kind !== 'structured' || dataOf(node).typed) ranks.set(node, rank);
          node.children = plain(node.children);
          i += takeRest(blocks, i, node, survey);
        }
      } else if (items.has(i)) {
        dataOf(node).ownLine = true;
      } else if (
        named ||
        lone.has(i) ||
        gaps.has(i) ||
        (rank !== undefined && standsAsHeading(blocks, i, before, survey, usual) && countsUp(text, counter))
      ) {
        const heading = asHeading(node);
        out[out.length - 1] = heading;
        ranks.set(heading, rank);
        i += takeRest(blocks, i, heading, survey);
      }
      before = out.at(-1) as TextBlock;
    }
    root.children = out;
    level(ranks);
  },
});

/** The rank of a number before the words of a heading, set close to them as well: 3研究方法 beside 2 案例, 2.3分布. */
function rankOfNumber(text: string): number | undefined {
  const found = numberOfHeading.exec(text);
  return found ? rankOfFirst + found[1]!.split(/[.．]/u).length - 1 : undefined;
}

/** A sentence within, or at the end, makes it a paragraph that opens with a number. */
function isRunIn(text: string): boolean {
  return text.length > longestHeading || /[。；]./u.test(text) || /[。；，]$/u.test(text);
}

function standsAsHeading(
  blocks: RootContent[],
  at: number,
  before: TextBlock | undefined,
  survey: Survey,
  usual: Set<number>,
): boolean {
  const node = blocks[at] as Paragraph;
  const text = textOf(node).trim();
  const numeral = headingNumeralOf(text);
  if (numeral && text.replace(numeral.pattern, '').trim() === '') return false;
  if (isRunIn(text) || /[：:]$/u.test(text) || text.length > longestHeading * 0.75) return false;
  const apart = (node.data?.line?.blankBefore ?? 0) > 0 && (survey.kind === 'plain' || survey.parted);
  const open = before?.type === 'paragraph' && !endsComplete(before) && !/[：:]\s*$/u.test(textOf(before));
  // a line of its own above an empty line waits for nothing: an item, a theme, an address
  if (open && keyedLine.test(textOf(before).trim())) return !isLineByLine(survey) && apart;
  if (open && !(apart && (dataOf(before).ownLine || textOf(before).length <= longestOwnLine))) return false;
  if (!isLineByLine(survey)) return !/[？?！!]$/u.test(text) || text.length < 30;
  const { width } = node.data!.line!;
  if (width < survey.bodyWidth - 2) return !isComplete(text) || /[？！]$/u.test(text);
  // a full line: a heading only when its rest on the next line is short and ends no sentence
  const next = blocks[at + 1];
  if (isParagraph(next) && isRest(next, survey)) return true;
  // or when its numeral heads other lines of the text and a character more would have found room
  return usual.has(headingNumeralOf(text)?.rank ?? 0) && width <= survey.bodyWidth - 1 && !/[，。；！]/u.test(text);
}

/**
 * Numerals and years on lines of their own that head what stands below: 一 … 二 …, 1912年 … 1926年 …
 * In: every block. Out: the rank of each by its place. A torn 一 of a scanned page is none.
 */
function loneNumerals(blocks: RootContent[], survey: Survey): Map<number, number> {
  const found = new Map<number, number>();
  if (survey.kind === 'caj' || survey.kind === 'spaced') return found;
  const text = (i: number): string => (isRunningText(blocks[i]) ? withoutBlanks(textOf(blocks[i]!)) : '');
  const heads = (i: number): boolean =>
    blocks[i + 1] !== undefined && text(i + 1) !== '' && !loneNumeral.test(text(i + 1));
  const numerals = blocks.flatMap((_, i) => (loneNumeral.test(text(i)) && heads(i) ? [i] : []));
  const values = numerals.map((i) => chineseValue(loneNumeral.exec(text(i))![1]!));
  const counted = values.every((value, k) => value === 1 || value === (values[k - 1] ?? NaN) + 1);
  if (numerals.length >= 2 && counted)
    for (const i of numerals) found.set(i, text(i).startsWith('其') ? rankOfItems : rankOfLone);
  const years = blocks.flatMap((_, i) =>
    loneYear.test(text(i)) && heads(i) && !loneYear.test(text(i + 1)) ? [i] : [],
  );
  const arabic = years.map((i) => Number(/\d{4}/.exec(text(i))?.[0] ?? NaN)).filter((year) => !Number.isNaN(year));
  const rises = arabic.every((year, k) => k === 0 || year > arabic[k - 1]!);
  if (years.length >= 3 && rises) for (const i of years) found.set(i, rankOfLone);
  return found;
}

/** Short numbered lines of which each follows right upon the last: a list, since a heading heads something. */
function itemsOf(blocks: RootContent[]): Set<number> {
  const items = new Set<number>();
  for (let i = 0; i < blocks.length; i++) {
    let end = i + 1;
    while (isItem(blocks[end - 1]!) && isItem(blocks[end]) && follows(blocks[end]!, blocks[end - 1]!)) end++;
    if (end - i >= 2) for (let j = i; j < end; j++) items.add(j);
    i = end - 1;
  }
  return items;
}

function isItem(node: RootContent | undefined): boolean {
  if (!isRunningText(node)) return false;
  const text = textOf(node).trim();
  return headingNumeralOf(text) !== undefined && !isRunIn(text) && !/[：:]$/u.test(text);
}

/** Does the number of a block follow upon that of the block before it? */
function follows(node: RootContent, before: RootContent): boolean {
  const [one, other] = [valueOf(textOf(before).trim()), valueOf(textOf(node).trim())];
  return one.name === other.name && other.value === (one.value ?? NaN) + 1;
}

/** Name and value of the numeral that a line opens with. */
function valueOf(text: string): { name?: string; value?: number | undefined } {
  const numeral = headingNumeralOf(text);
  return numeral ? { name: numeral.name, value: numeral.valueOf(numeral.pattern.exec(text)![1]!) } : {};
}

/** Of signs that prove nothing: does this one begin a series, or follow upon the last (one heading may be lost)? */
function countsUp(text: string, counter: Map<string, number>): boolean {
  const numeral = headingNumeralOf(text)!;
  if (!numeral.counts) return true;
  const { value = -1 } = valueOf(text);
  const last = counter.get(numeral.name);
  const may = value === 1 || value === 0 || (last !== undefined && value > last && value <= last + 2);
  if (may) counter.set(numeral.name, value);
  return may;
}

/** Ranks of the numerals that stand before short lines which can be nothing but headings. */
function ranksOfShortLines(blocks: RootContent[], survey: Survey): Set<number> {
  const ranks = new Set<number>();
  if (!isLineByLine(survey)) return ranks;
  for (const node of blocks) {
    if (!isParagraph(node) || roleOf(node) !== 'body' || !node.data?.line) continue;
    const text = textOf(node).trim();
    const rank = headingNumeralOf(text)?.rank;
    if (rank !== undefined && node.data.line.width < survey.bodyWidth - 2 && !isComplete(text) && !isRunIn(text))
      ranks.add(rank);
  }
  return ranks;
}

/** Is this line the short end of a heading that began on the line before? */
function isRest(node: Paragraph, survey: Survey): boolean {
  const text = textOf(node).trim();
  const width = node.data?.line?.width ?? 0;
  return (
    roleOf(node) === 'body' &&
    width < survey.bodyWidth / 2 &&
    !/[。；，、！]$/u.test(text) &&
    headingNumeralOf(text) === undefined
  );
}

/** Joins the lines that a broken heading runs on; gives their number. */
function takeRest(blocks: RootContent[], at: number, heading: Heading, survey: Survey): number {
  const next = blocks[at + 1];
  if (!next || !isTextBlock(next) || roleOf(next) !== 'body') return 0;
  if (isLineByLine(survey)) {
    if (
      next.type !== 'paragraph' ||
      (heading.data?.line?.width ?? 0) < survey.bodyWidth * 0.75 ||
      !isRest(next, survey)
    )
      return 0;
  } else if (
    next.type !== 'heading' ||
    next.depth !== heading.depth ||
    headingNumeralOf(textOf(next)) ||
    unnumberedHeadings.test(withoutBlanks(textOf(next)))
  )
    return 0;
  // 参考文献 and 王一鸣 are no ends of a title
  if (!isLineByLine(survey) && (isNamed(heading) || headsReferences(heading) || namesAuthor(heading, next))) return 0;
  append(heading, next);
  return 1;
}

/** Depth 2 and on, in the order of the numerals in use within an article; a word without number stands highest. */
function level(ranks: Map<Heading, number | undefined>): void {
  const used = [...new Set([...ranks.values()].filter((rank) => rank !== undefined))].sort((a, b) => a - b);
  let deepest = 1;
  let numbered: Heading | undefined;
  for (const [heading, rank] of ranks) {
    let depth = 2;
    if (rank !== undefined) depth = used.indexOf(rank) + 2;
    // set as the numbered ones are, in the middle of the measure
    else if (numbered && isFarIn(heading) && isFarIn(numbered)) depth = numbered.depth;
    else if (!isNamed(heading) && !headsReferences(heading) && used.length > 0) depth = deepest + 1;
    heading.depth = Math.min(6, depth) as Heading['depth'];
    if (rank === undefined) continue;
    deepest = heading.depth;
    numbered = heading;
  }
}

/** Does a name stand below a title without a number? So short a word as 成本 is more likely the end of it. */
function namesAuthor(heading: Heading, next: RootContent): boolean {
  const words = withoutBlanks(textOf(next));
  return words.length > 2 && isCertainByline(textOf(next)) && headingNumeralOf(textOf(heading)) === undefined;
}

function headsReferences(heading: Heading): boolean {
  return referenceHeading.test(withoutBlanks(textOf(heading)));
}

/** Less is the indent of a paragraph, em. */
const leastFarIn = 6;

function isFarIn(heading: Heading): boolean {
  return (heading.data?.line?.indent ?? 0) >= leastFarIn;
}

/** Does a heading say which part it heads: 结语, 番外　灰猫? */
function isNamed(heading: Heading): boolean {
  const text = textOf(heading);
  return unnumberedHeadings.test(withoutBlanks(text)) || titledParts.test(text.trim());
}

/** A heading in bold throughout is bold because it is a heading. */
function plain(children: PhrasingContent[]): PhrasingContent[] {
  const [only, ...more] = children;
  return only?.type === 'strong' && more.length === 0 ? only.children : children;
}

/** 结    论 is one word. */
function closeUp(node: TextBlock): void {
  for (const child of node.children) if (child.type === 'text') child.value = child.value.replace(/[\s　]+/gu, '');
}

function asHeading(node: Paragraph): Heading {
  return { type: 'heading', depth: 2, children: plain(node.children), position: node.position!, data: dataOf(node) };
}

function asParagraph(node: Heading): Paragraph {
  return { type: 'paragraph', children: node.children, position: node.position!, data: dataOf(node) };
}
