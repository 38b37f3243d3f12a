/**
 * Set page furniture aside: folios and running heads.
 *
 * Damage: the page number and the journal's name stand between two halves of a sentence.
 * Evidence: a page model (`page-model.ts`): lines of digits, and short lines that come back, a page apart, some of which
 * cut a sentence in two or stand at a page's edge; beside a folio a short line that ends no sentence and either comes back
 * elsewhere or cuts a sentence; a line that names year and number of an issue at a page's edge.
 * Leaves alone: short lines among short lines (verse, tables with a line a cell), names of speakers, refrains, small heads
 * that come back, years on lines of their own. What could be furniture and is not proved to be is asked about.
 *
 * @example wrapped
 *   before: 活字印刷在中国史料中留下两份较为完整的工艺记录，这两种工艺的
 *
 *           06
 *
 *           刊本通讯
 *
 *           差别不只在泥与木的材料之分，更在于组织字库的方法，前人少说。
 *   after:  活字印刷在中国史料中留下两份较为完整的工艺记录，这两种工艺的
 *           差别不只在泥与木的材料之分，更在于组织字库的方法，前人少说。
 */
import type { Root, RootContent } from 'mdast';
import type { Survey, BlockData } from '../../model/index.js';
import { restoreRule, type RestoreContext } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import { countHan, withoutBlanks } from '../../vocabulary/characters.js';
import { headingNumeralOf, unnumberedHeadings } from '../../vocabulary/headings.js';
import { labelOf, sourceLinePattern } from '../../vocabulary/labels.js';
import { noteLead } from '../../vocabulary/note-markers.js';
import { isByline } from '../../vocabulary/people.js';
import { headsWithFolios } from './heads-with-folios.js';
import { cutsSentence, readPages, type Pages } from './page-model.js';
import { dataOf, isComplete, isTextBlock, roleOf, spanOf, textOf } from './blocks.js';

const folio = /^[-－—–·•\s]*(?:第\s*)?\d{1,4}(?:\s*页)?[-－—–·•\s]*$|^[-－—–]{1,2}$|^\{\d{1,4}\}-*$/u;
/** {12}------ between the pages of a program that reads PDFs. */
const pageSeparator = /^\{\d{1,4}\}-*$/u;
/** A page number between dashes, or a part of it. */
const dashed = /^[-－—–]|[-－—–]$/u;
const longestHead = 24;
const longestTitle = 60;
/** Of the lines that are one head, the share that stands in the middle of a sentence or at a page's edge. */
const leastCut = 0.2;
/** Or the share that has a page number on the line above or below. */
const leastWithFolio = 0.5;
/** What has neither a letter nor a digit is no head. */
const words = /[\p{L}\d]/u;
const shortestOfTitle = 6;
/** 刊本通讯2025年第1期, 2025年第1期总第9期, 刊本通讯第38卷 */
const issueDesignation =
  /^[^，。：；《]{0,16}(?:(?:19|20)\d{2}年(?:第\d{1,3}卷)?第?\d{1,3}期|第\d{1,3}卷(?:第?\d{1,3}期)?)[^，。：；《]{0,12}$/u;
/** Blocks within which the title and the byline of a text stand. */
const longestOpening = 12;
/** A head with its folio on one line: 95刊本通讯2025年第1期, 活字的命运95. No numbered item, no date. */
const headWithFolio =
  /^(?:[·•]?(\d{1,4})(?:[·•]|(?![、．.，,：:）)年月日届次个%]))(\D.{2,40})|(\D.{1,40}[^\d第年月表图—–·•-])[·•]?(\d{1,4})[·•]?)$/u;

/** The text of each block without white space; undefined for what is never furniture. */
type Lines = (string | undefined)[];

export const dropFurniture = restoreRule({
  name: 'drop-furniture',
  touches: 'furniture',
  apply(root, context) {
    // what has gone stands between no lines any more
    while (dropOnce(root, context));
  },
});

/** @returns whether any line went */
function dropOnce(root: Root, context: RestoreContext): boolean {
  const blocks = root.children;
  const lines: Lines = blocks.map((node) =>
    isTextBlock(node) && roleOf(node) === 'body' && !node.children.some(({ type }) => type === 'image')
      ? withoutBlanks(textOf(node))
      : undefined,
  );
  const bylines = new Set(
    blocks.flatMap((node, i) => (i < longestOpening && isTextBlock(node) && isByline(textOf(node)) ? [i] : [])),
  );
  if (context.survey.kind !== 'caj') for (const at of cellsOf(lines)) lines[at] = undefined;
  const furniture = new Set<number>();
  // the title of an article is its running head, too
  const heads = new Set(blocks.filter((node) => roleOf(node) === 'title').map((node) => withoutBlanks(textOf(node))));
  const said = new Set(context.survey.said?.heads?.map((words) => withoutBlanks(words).normalize('NFKC')));
  for (const words of said) heads.add(words);
  blocks.forEach((node, i) => {
    const isSaid = lines[i] !== undefined && said.has(lines[i]!.normalize('NFKC'));
    if ((dataOf(node).ofPage || isSaid) && lines[i] !== undefined) furniture.add(i);
  });
  const pages = readPages(blocks, lines);
  findFolios(lines, furniture, heads, pages);
  findNumberedHeads(blocks, lines, furniture, heads);
  findHeads(blocks, lines, furniture, heads, bylines, context.survey, pages);
  keepTitle(lines, furniture, bylines);
  if (furniture.size === 0) {
    ask(blocks, lines, furniture, pages, context);
    return false;
  }
  let pageBefore = false;
  let number: BlockData['folio'];
  root.children = blocks.filter((node, i) => {
    if (furniture.has(i)) {
      number = folioOf(node, heads) ?? number;
      context.setAside(lines[i]!, spanOf(node), node);
      pageBefore ||= node.data !== undefined;
      return false;
    }
    if (pageBefore) dataOf(node).pageBefore = true;
    if (number) dataOf(node).folio = number;
    pageBefore = false;
    number = undefined;
    return true;
  });
  return true;
}

/** Lines that are page numbers, and lines of a head and its page number: the head comes back with other numbers. */
function findFolios(lines: Lines, furniture: Set<number>, heads: Set<string>, pages: Pages): void {
  const numbers = new Map<string, number[]>();
  const folios = lines.flatMap((text, i) =>
    text !== undefined && folio.test(text) && !amongShort(lines, i) && !besideDigit(lines, i) ? [i] : [],
  );
  for (const i of pages.folios(folios)) furniture.add(i);
  for (const i of folios) {
    const text = lines[i]!;
    if (pageSeparator.test(text) || (dashed.test(text) && pages.cutShare([i]) > 0)) furniture.add(i);
  }
  lines.forEach((text, i) => {
    const [head] = text === undefined ? [''] : partsOf(text);
    if (head) numbers.set(head, [...(numbers.get(head) ?? []), i]);
  });
  for (const [head, places] of numbers) {
    const values = new Set(places.map((i) => partsOf(lines[i]!)[1]));
    const comesBack = values.size >= 2 && pages.pageApart(places) && pages.cutShare(places) > 0;
    if (!comesBack && !heads.has(head) && !issueDesignation.test(head)) continue;
    for (const i of places) furniture.add(i);
    heads.add(head);
  }
}

/** Do digits stand alone on the line above or below, too, as those of a number that was torn? */
function besideDigit(lines: Lines, at: number): boolean {
  return [at - 1, at + 1].some((i) => /^\d$/u.test(lines[i] ?? ''));
}

/** Heads with their folio on one line that nothing tells but their numbers. */
function findNumberedHeads(blocks: RootContent[], lines: Lines, furniture: Set<number>, heads: Set<string>): void {
  const folios = new Map(
    [...furniture].flatMap((at) => (/^\D*\d{1,4}\D*$/u.test(lines[at]!) ? [[at, numberIn(lines[at]!)]] : [])),
  );
  const texts = blocks.map((node, i) => (lines[i] === undefined || furniture.has(i) ? undefined : textOf(node).trim()));
  for (const at of headsWithFolios(texts, folios)) {
    furniture.add(at);
    heads.add(lines[at]!.replace(/^\d+|\d+$/gu, ''));
  }
}

function numberIn(text: string): number {
  return Number(/\d+/.exec(text)![0]);
}

/** Does a line end a sentence, as no head does? A title may be a question. */
function endsStatement(text: string): boolean {
  return isComplete(text) && !/[？！?!][”’」』）)]*$/u.test(text);
}

function partsOf(text: string): [head: string, number: string] {
  const found = headWithFolio.exec(text);
  if (!found || endsStatement(text) || labelOf(text) || noteLead.test(text) || headingNumeralOf(text)) return ['', ''];
  return [found[2] ?? found[3]!, found[1] ?? found[4]!];
}

/** Running heads: beside a folio, at a page's edge, or often enough anywhere. */
function findHeads(
  blocks: RootContent[],
  lines: Lines,
  furniture: Set<number>,
  heads: Set<string>,
  bylines: Set<number>,
  survey: Survey,
  pages: Pages,
): void {
  const times = new Map<string, number[]>();
  lines.forEach((text, i) => {
    if (text && text.length <= longestHead) times.set(text, [...(times.get(text) ?? []), i]);
  });
  const timesOf = (i: number): number => times.get(lines[i] ?? '')?.length ?? 0;
  const returnsByPage = (i: number): boolean => {
    const places = times.get(lines[i]!)!;
    const withFolio = places.filter((at) => [at - 1, at + 1].some((one) => folio.test(lines[one] ?? '')));
    return (
      pages.pageApart(places) &&
      (pages.cutShare(places) >= leastCut || withFolio.length >= places.length * leastWithFolio)
    );
  };
  const folios = [...furniture];
  const may = (i: number): boolean => {
    const text = lines[i];
    if (!text || text.length > longestHead || furniture.has(i) || !words.test(text)) return false;
    if (pages.inRepeatedPassage(i)) return false;
    return !(
      endsStatement(text) ||
      /\d\.$|[，、；：:]$/u.test(text) ||
      labelOf(text) ||
      headingNumeralOf(text) ||
      noteLead.test(text) ||
      unnumberedHeadings.test(text) ||
      opensArticle(blocks, i)
    );
  };
  const drop = (i: number): void => {
    furniture.add(i);
    heads.add(lines[i]!);
  };
  for (const at of folios) {
    for (const i of [at - 1, at + 1]) {
      if (!may(i)) continue;
      const text = lines[i]!;
      const repeated = timesOf(i) >= 2;
      if (
        repeated ||
        ofTitle(lines, i) ||
        (text.length <= survey.bodyWidth * 0.6 && !/[，；]/u.test(text) && cutsSentence(lines, i))
      )
        drop(i);
    }
  }
  // an OCR takes a running head for a heading: it comes back and cuts a sentence or stands above another heading
  const misplaced = new Set<string>();
  blocks.forEach((node, i) => {
    if (
      node.type === 'heading' &&
      timesOf(i) >= 2 &&
      may(i) &&
      (cutsSentence(lines, i) || blocks[i + 1]?.type === 'heading')
    )
      misplaced.add(lines[i]!);
  });
  blocks.forEach((node, i) => {
    const often = timesOf(i) >= 3 && returnsByPage(i);
    if (node.type === 'heading' ? !often && !misplaced.has(lines[i]!) : !often || amongShort(lines, i)) return;
    if (may(i)) drop(i);
  });
  for (const i of headsOfPages(blocks, furniture, may, survey)) drop(i);
  // a number beside a head is that of its page
  lines.forEach((text, i) => {
    const beside = [i - 1, i + 1].some((at) => furniture.has(at) && heads.has(lines[at]!));
    if (text !== undefined && beside && folio.test(text) && !amongShort(lines, i)) furniture.add(i);
  });
  blocks.forEach((node, i) => {
    // what names the issue at a page's edge is a head, though the page is the only one that shows it
    if (i > 0 && may(i) && issueDesignation.test(lines[i]!) && atEdge(blocks, furniture, i)) drop(i);
    const edge =
      i === 0
        ? !headingNumeralOf(lines[0] ?? '') && hasTitleBelow(lines, heads, bylines)
        : dataOf(node).line?.pageStart === true;
    if (edge && heads.has(lines[i] ?? '')) furniture.add(i);
  });
}

/** Asks about what comes back a page apart, or is a number on a line of its own, and stays. */
function ask(blocks: RootContent[], lines: Lines, furniture: Set<number>, pages: Pages, { say }: RestoreContext): void {
  const groups = new Map<string, number[]>();
  lines.forEach((text, i) => {
    if (
      !text ||
      text.length > longestHead ||
      furniture.has(i) ||
      countHan(text) + (folio.test(text) ? 2 : 0) < 2 ||
      endsStatement(text)
    )
      return;
    if (labelOf(text) || noteLead.test(text) || unnumberedHeadings.test(text) || /\d\.$/u.test(text)) return;
    const key = folio.test(text) ? 'folio' : headingNumeralOf(text) ? '' : text;
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), i]);
  });
  for (const [key, places] of groups) {
    const isFolio = key === 'folio';
    if (isFolio ? places.length < 2 : places.length < 3 || !pages.pageApart(places)) continue;
    if (isFolio && places.every((i) => amongShort(lines, i) || besideDigit(lines, i))) continue;
    const all = places.map((i) => lines[i]!);
    say('warning', messages.restore.maybeFurniture(isFolio ? all : [key], places.length), spanOf(blocks[places[0]!]!), {
      confidence: 'doubtful',
      reading: 'text',
    });
  }
}

/** Is a line some way into the text the title, or the end of it: 论格式条款的规则 stands as 格式条款的规则 above its pages? */
function ofTitle(lines: Lines, at: number): boolean {
  const text = lines[at]!;
  const opening = lines
    .slice(0, longestOpening / 2)
    .filter((line) => line !== undefined && line.length <= longestTitle);
  return at > longestOpening && text.length >= shortestOfTitle && opening.some((line) => line!.includes(text));
}

/** Does a block stand first on its page, or beside furniture? */
function atEdge(blocks: RootContent[], furniture: Set<number>, at: number): boolean {
  return dataOf(blocks[at]!).line?.pageStart === true || furniture.has(at - 1) || furniture.has(at + 1);
}

/** Do people and a label stand below the line, as below the title of an article in the midst of an issue? */
function opensArticle(blocks: RootContent[], at: number): boolean {
  const below = blocks.slice(at + 1, at + 5).map((node) => (isTextBlock(node) ? textOf(node) : ''));
  const text = blocks.slice(Math.max(0, at - 6), at).some((node) => isTextBlock(node) && isComplete(textOf(node)));
  return (
    text &&
    below.slice(0, 2).some(isByline) &&
    below.some((text) => ['abstract', 'keywords', 'bio'].includes(labelOf(text)?.part ?? ''))
  );
}

/**
 * Short lines that an empty line parts from the text below, at the head of most pages of the text.
 * A head of two parts (journal at the left, year and number at the right) gives two such lines.
 */
function headsOfPages(
  blocks: RootContent[],
  furniture: Set<number>,
  may: (i: number) => boolean,
  survey: Survey,
): number[] {
  const found: number[] = [];
  let pages = 0;
  let headed = 0;
  blocks.forEach((node, at) => {
    if (!dataOf(node).line?.pageStart) return;
    pages++;
    const before = found.length;
    const known = furniture.has(at) ? 1 : 0; // for instance a head that came back often
    for (let i = at + known; i < Math.min(at + 3, blocks.length); i++) {
      const line = dataOf(blocks[i]!).line;
      const parted = (dataOf(blocks[i + 1] ?? node).line?.blankBefore ?? 0) > 0;
      if (!line || line.width > survey.bodyWidth * 0.75 || !may(i) || !parted) break;
      found.push(i);
    }
    if (found.length > before || known > 0) headed++;
  });
  return pages >= 2 && headed * 5 >= pages * 3 && survey.blankShare < 0.3 ? found : [];
}

/** The title of an article may be its running head, too: where it stands above the byline it is the title. */
function keepTitle(lines: Lines, furniture: Set<number>, bylines: Set<number>): void {
  const label = lines.findIndex((text) => text !== undefined && labelOf(text) !== undefined);
  const end = Math.min(...[label, ...bylines].filter((i) => i > 0));
  if (end > longestOpening) return;
  let last = -1;
  for (let i = 0; i < end; i++) {
    if (!furniture.has(i)) return;
    if (!folio.test(lines[i]!) && partsOf(lines[i]!)[0] === '') last = i;
  }
  if (last >= 0) furniture.delete(last);
}

/** May the first line of the text be a running head: does a title stand between it and the first label? */
function hasTitleBelow(lines: Lines, heads: Set<string>, bylines: Set<number>): boolean {
  const label = lines.findIndex((text) => text !== undefined && labelOf(text) !== undefined);
  const between = lines.slice(1, label < 0 ? 3 : label).filter((text, i) => text !== undefined && !bylines.has(i + 1));
  return (
    label !== 1 && between.length > 0 && (between.length > 1 || !heads.has(between[0]!) || between[0] !== lines[0])
  );
}

/** Do very short lines stand on both sides, as in a table or a list of numbers? */
function amongShort(lines: Lines, at: number): boolean {
  const short = (i: number): boolean => {
    const text = lines[i];
    return text !== undefined && text.length < 6 && !folio.test(text) && !noteLead.test(text) && !labelOf(text);
  };
  return short(at - 1) && (short(at + 1) || sourceLinePattern.test(lines[at + 1] ?? ''));
}

/** Lines of a table of which each gives a cell. */
const shortestRun = 6;
const longestCell = 14;
const fewestFigures = 3;
const figure = /^[\d.,%％—–\-～~+±<>=＜＞*]+$/u;

/** The lines that stand in a run of cells, one a line, of which several are figures: none of those is a page number. */
function cellsOf(lines: Lines): Set<number> {
  const cells = new Set<number>();
  const isCell = (text: string | undefined): boolean =>
    text !== undefined && text.length <= longestCell && !/[，。；：！？]$/u.test(text) && !labelOf(text);
  for (let i = 0; i < lines.length; i++) {
    const start = i;
    while (i < lines.length && isCell(lines[i])) i++;
    const run = lines.slice(start, i);
    if (run.length >= shortestRun && run.filter((text) => figure.test(text!)).length >= fewestFigures)
      for (let at = start; at < i; at++) cells.add(at);
  }
  return cells;
}

/** The page number that a line of furniture bears. A leading zero shows that its digits were read backwards (06 = 60). */
function folioOf(node: RootContent, heads: Set<string>): BlockData['folio'] {
  const text = withoutBlanks(textOf(node));
  const [head, number] = partsOf(text);
  const digits = heads.has(head)
    ? number
    : folio.test(text) && !text.startsWith('{')
      ? /\d{1,4}/.exec(text)?.[0]
      : undefined;
  if (!digits) return undefined;
  const value = Number(digits.startsWith('0') ? [...digits].reverse().join('') : digits);
  return { number: value, place: dataOf(node).line?.pageStart ? 'head' : 'foot' };
}
