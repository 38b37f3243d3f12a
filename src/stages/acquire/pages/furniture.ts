/**
 * Running heads, folios and stamps: what stands at the edge of page after page at one height.
 *
 * A line is furniture only where its height is taken at the edge of many pages *and* the line itself is like the others
 * there: the same words again, a number that counts with the pages, or set unlike the text. The first line of a page of text
 * stands at one height on every page, too.
 */
import { distance } from 'fastest-levenshtein';
import { captionPattern } from '../../../vocabulary/labels.js';
import type { DraftLine } from './page-lines.js';
import { groupBy } from './group-by.js';
import { isRuleOfSigns, type Layout } from './page-layout.js';

/** What a line at the edge is. */
export type Furniture = 'furniture' | 'stamp';

/** What was found of all pages. */
export interface FoundFurniture {
  lines: Map<DraftLine, Furniture>;
  /** Number printed on each page, where it is certain. */
  folios: (number | undefined)[];
}

/** How many lines from the edge are looked at. */
const deepest = 3;
/** Lines are at one height when they differ by no more, pt. */
const drift = 4;
/** Share of the pages that have a line at a height that is kept for furniture, and the least of them. */
const leastShare = 0.25;
const leastPages = 3;
/** Words that return on as many pages are the page's and not the text's. */
const leastReturns = 2;
/** Share of the pages on which a stamp stands. */
const stampShare = 0.6;

/** So few pages of text show a running head twice at most. */
const shortText = 8;

const stampWords = /https?:|www\.|©|\(C\)|All rights/iu;

interface EdgeLine {
  page: number;
  line: DraftLine;
  edge: 'head' | 'foot';
  /** 0 is the outermost. */
  depth: number;
  words: string;
}

/** A folio alone: 12, - 12 -, ·130·, — 159 —, 第 12 页, p. 12, 12/30. */
const folioAlone =
  /^[\s\u3000—–\-－·•.．~∙|｜〔［[（(]*(?:第\s*|[Pp]\.?\s*)?(\d{1,4})(?:\s*[页頁])?(?:\s*\/\s*\d{1,4})?[\s\u3000—–\-－·•.．~∙|｜〕］\])）]*$/u;

export function findFurniture({ pages, size, font }: Layout): FoundFurniture {
  const edges = pages.flatMap((page, index) => edgeLines(page.lines, index));
  const textPages = pages.filter(({ lines }) => lines.length >= 3).length;
  const needed = Math.max(Math.min(leastPages, Math.max(2, textPages)), leastShare * textPages);
  const folios = countingNumbers(edges, pages.length);
  const lines = new Map<DraftLine, Furniture>();
  const isShort = textPages <= shortText;
  /** A line like no line of the text, and away from it. */
  const isSetApart = ({ page, line, edge }: EdgeLine): boolean =>
    edge === 'head' &&
    (line.size < 0.95 * size || line.font !== font) &&
    !captionPattern.test(line.text.trim()) &&
    standsApart({ line, edge }, pages[page]!.lines, size);
  const byWords = groupBy(edges, wordsKey);
  const recognised = edges.filter(({ line }) => line.hidden >= 0.5);
  // lines of one place and one look have one answer: in a book each would be compared with each
  const pagesWith = cachedBy(lookOf, (one: EdgeLine): number => {
    const alike = [...(byWords.get(wordsKey(one)) ?? []), ...(one.line.hidden < 0.5 ? [] : recognised)];
    return new Set(alike.filter((other) => atHeight(other, one) && sameWords(other, one)).map(({ page }) => page)).size;
  });

  for (const one of edges) {
    const { line, page } = one;
    const again = pagesWith(one);
    if (again >= Math.max(leastPages, stampShare * textPages) && stampWords.test(line.text)) lines.set(line, 'stamp');
    else if (line.artifact > 0.9 || folios.of(line)) lines.set(line, 'furniture');
    else if (again === leastReturns && isShort && one.depth === 0 && isSetApart(one)) lines.set(line, 'furniture');
    else if (again > leastReturns && /[\p{L}■—―□]/u.test(line.text)) {
      if (standsApart(one, pages[page]!.lines, size) || again >= 0.2 * textPages) lines.set(line, 'furniture');
    }
  }
  // heights that are kept for furniture: what stands there in the same size is furniture, though its words never return
  const allAt = byHeight(edges);
  const certain = byHeight(edges.filter(({ line }) => lines.has(line)));
  const apart = cachedBy((one: EdgeLine) => one, isSetApart);
  const isKeptHeight = cachedBy(
    (one: EdgeLine) => `${placeOf(one)} ${one.depth === 0 && apart(one)}`,
    (one): boolean => {
      const isLike = (other: EdgeLine): boolean =>
        atHeight(other, one) && Math.abs(other.line.size - one.line.size) <= 0.06 * size;
      const sure = certain(one.line.y).filter(isLike);
      if (sure.length === 0) return false;
      // a head that names the article stands on every other page, and an article may be short
      const like =
        one.depth === 0 && apart(one)
          ? [...sure, ...allAt(one.line.y).filter((other) => isLike(other) && apart(other))]
          : sure;
      return new Set(like.map(({ page }) => page)).size >= needed;
    },
  );
  const heads = edges.filter((one) => !lines.has(one.line) && one.depth <= 1 && isKeptHeight(one));
  for (const one of heads) {
    const isFolio = folioAlone.test(asDigits(one.line.text));
    if (isFolio || standsApart(one, pages[one.page]!.lines, size)) lines.set(one.line, 'furniture');
  }
  fillBetween(edges, lines);
  for (const { lines: own } of pages) for (const line of own) if (isRuleOfSigns(line)) lines.set(line, 'furniture');
  return { lines, folios: folios.byPage };
}

/** Height and size of a line, to half a point and to a tenth. */
const placeOf = ({ edge, depth, line }: EdgeLine): string =>
  `${edge} ${depth} ${Math.round(2 * line.y)} ${Math.round(10 * line.size)}`;
/** What an OCR has read is never twice the same. */
const lookOf = (one: EdgeLine): EdgeLine | string => (one.line.hidden >= 0.5 ? one : `${placeOf(one)} ${one.words}`);

/** A function that is asked once for all that share a key. */
function cachedBy<Thing, Answer>(
  key: (thing: Thing) => unknown,
  answer: (thing: Thing) => Answer,
): (thing: Thing) => Answer {
  const known = new Map<unknown, Answer>();
  return (thing) => {
    const own = key(thing);
    if (!known.has(own)) known.set(own, answer(thing));
    return known.get(own)!;
  };
}

const wordsKey = ({ edge, words }: EdgeLine): string => `${edge} ${words}`;

/** Finds lines within the drift of a height: in a book each would be compared with each. */
function byHeight(edges: readonly EdgeLine[]): (y: number) => EdgeLine[] {
  const at = (y: number): number => Math.floor(y / drift);
  const bands = groupBy(edges, ({ line }) => at(line.y));
  return (y) => [-1, 0, 1].flatMap((step) => bands.get(at(y) + step) ?? []);
}

/** Does a line stand where another one does on its page? */
function atHeight(other: EdgeLine, one: EdgeLine): boolean {
  return other.edge === one.edge && Math.abs(other.line.y - one.line.y) <= drift && other.depth <= one.depth + 1;
}

/** The same words; where an OCR has read them, but for what it misreads in one of five signs. */
function sameWords(a: EdgeLine, b: EdgeLine): boolean {
  if (a.words === b.words) return true;
  if (a.line.hidden < 0.5 || b.line.hidden < 0.5) return false;
  const longest = Math.max(a.words.length, b.words.length);
  return longest >= 8 && distance(a.words, b.words) <= 0.2 * longest;
}

/** Words without the number of the page at their head or end: 98　某某研究 and 100　某某研究 return. */
function wordsOf(text: string): string {
  const plain = text.normalize('NFKC').trim();
  return plain.replace(folioBefore, '').replace(folioBehind, '').replace(/\s+/gu, '');
}

function edgeLines(lines: readonly DraftLine[], page: number): EdgeLine[] {
  const sorted = [...lines].sort((a, b) => a.y - b.y);
  const heights = [...new Set(sorted.map(({ y }) => Math.round(y / 3)))];
  const depthOf = (line: DraftLine): number => heights.indexOf(Math.round(line.y / 3));
  const found: EdgeLine[] = [];
  for (const line of sorted) {
    const depth = depthOf(line);
    const fromFoot = heights.length - 1 - depth;
    const common = { page, line, words: wordsOf(line.text) };
    if (depth < deepest && depth <= fromFoot) found.push({ ...common, edge: 'head', depth });
    else if (fromFoot < deepest) found.push({ ...common, edge: 'foot', depth: fromFoot });
  }
  return found;
}

/** Is the gap to the text larger than between its lines, or does a rule of signs stand between? */
function standsApart(
  { line, edge }: Pick<EdgeLine, 'line' | 'edge'>,
  lines: readonly DraftLine[],
  size: number,
): boolean {
  const sign = edge === 'head' ? 1 : -1;
  const inner = lines.filter((other) => (other.y - line.y) * sign > 3).sort((a, b) => (a.y - b.y) * sign)[0];
  if (!inner) return true;
  return Math.abs(inner.y - line.y) > 1.9 * Math.max(size, line.size) || /^[■—―─_-]{4,}$/u.test(inner.text);
}

/** Numbers at the edge that count with the pages. */
function countingNumbers(
  edges: readonly EdgeLine[],
  pageCount: number,
): { of(line: DraftLine): boolean; byPage: (number | undefined)[] } {
  // a folio alone counts more than a number within a running head
  const votes = new Map<number, Set<number>>();
  const candidates: { page: number; line: DraftLine; value: number; alone: boolean; offset: number }[] = [];
  for (const { page, line } of edges) {
    const alone = folioAlone.exec(asDigits(line.text))?.[1];
    const roman = romanValue(line.text.trim());
    const numbers = roman !== undefined ? [roman] : alone === undefined ? atEnds(line.text) : [Number(alone)];
    for (const value of numbers)
      candidates.push({ page, line, value, alone: alone !== undefined || roman !== undefined, offset: value - page });
  }
  for (const { offset, page } of candidates) votes.set(offset, (votes.get(offset) ?? new Set()).add(page));
  // the numbering of the text; covers and boards before and behind it are not numbered
  const offsets = [...votes].filter(([, pages]) => pages.size >= Math.max(2, Math.min(4, 0.1 * pageCount)));
  const accepted = new Set(offsets.map(([offset]) => offset));
  const best = [...votes].sort((a, b) => b[1].size - a[1].size)[0];
  const good = candidates.filter(
    ({ offset, alone }) =>
      accepted.has(offset) && (alone || (best && offset === best[0] && best[1].size >= (pageCount <= 6 ? 2 : 3))),
  );
  const byPage: (number | undefined)[] = Array.from({ length: pageCount }, () => undefined);
  for (const { page, value, alone } of good) if (byPage[page] === undefined || alone) byPage[page] = value;
  const lines = new Set(good.map(({ line }) => line));
  return { of: (line) => lines.has(line), byPage };
}

/** A line of digits as an OCR may have read it: l 2 4 is 124. */
function asDigits(text: string): string {
  const plain = text.normalize('NFKC');
  const closed = plain
    .replace(/[\s\u3000]+/gu, '')
    .replace(/[lI|]/g, '1')
    .replace(/[oO]/g, '0');
  return /^\d{1,4}$/.test(closed) && /\d/.test(plain) ? closed : plain;
}

/** Value of a page number in small Roman numerals: front matter of books is counted so. */
function romanValue(text: string): number | undefined {
  if (!/^[ivxlc]{1,8}$/.test(text)) return undefined;
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const digits = [...text].map((letter) => values[letter]!);
  return digits.reduce((sum, value, i) => sum + (value < (digits[i + 1] ?? 0) ? -value : value), 0);
}

/** 98　某某研究, ·98·　某某研究, 98某某研究: the number of a page before a running head; a figure of one sign is set apart. */
const folioBefore = /^[·•∙—–\-\s]*(\d{1,4}(?=[\s·•∙|]|[—–-]\s)|\d{2,4}(?=\p{L})(?!年|月|日|世|期|卷))[·•∙—–\-\s]*/u;
/** The same behind a running head. */
const folioBehind = /[·•∙—–\-\s]*(?:(?<=[\s·•∙|]|\s[—–-])(\d{1,4})|(?<=\p{L})(?<!第)(\d{2,4}))[·•∙—–\-\s]*$/u;

/** Numbers at the beginning and the end of a running head. */
function atEnds(text: string): number[] {
  const plain = text.normalize('NFKC').trim();
  const behind = folioBehind.exec(plain);
  const found = [folioBefore.exec(plain)?.[1], behind?.[1] ?? behind?.[2]];
  return found.flatMap((number) => (number === undefined ? [] : [Number(number)]));
}

/** Rules made of signs, what stands beside a line of furniture, and what stands farther out than a line of furniture. */
function fillBetween(edges: readonly EdgeLine[], lines: Map<DraftLine, Furniture>): void {
  const byPage = groupBy(edges, ({ page }) => page);
  for (const { line, page, edge, depth } of edges) {
    if (lines.has(line)) continue;
    const own = byPage.get(page) ?? [];
    const isRule = /^[■▇█—―─━_＿-]{6,}$/u.test(line.text);
    const beside = own.some(
      (other) =>
        other.edge === edge &&
        other.line !== line &&
        Math.abs(other.line.y - line.y) < 2 &&
        lines.get(other.line) === 'furniture',
    );
    const inner = own.some(
      (other) => other.edge === edge && other.depth > depth && lines.get(other.line) === 'furniture',
    );
    const outer = own.some((other) => other.edge === edge && other.depth < depth && lines.has(other.line));
    if ((beside && depth === 0) || (isRule && (inner || outer)) || (inner && edge === 'head' && line.text.length < 60))
      lines.set(line, 'furniture');
  }
}
