/**
 * The blocks of a tree in, a measured line for each out. Everything that a line shows is measured here, once: what it is
 * gets decided elsewhere, over the whole text.
 */
import type { RootContent } from 'mdast';
import { countHan, countLatin, endsSentence, measure, withoutBlanks } from '../../../vocabulary/characters.js';
import { citesSource } from '../../../vocabulary/note-markers.js';
import { isAffiliation } from '../../../vocabulary/affiliations.js';
import { isBio, isByline, isCertainByline } from '../../../vocabulary/people.js';
import { isListed } from '../../../vocabulary/contents.js';
import { dataOf, isTextBlock, spanOf, textOf } from '../blocks.js';
import { findReturns } from './find-returns.js';
import type { Line, LineEnd, Setting } from './line.js';
import { readOpenings } from './read-openings.js';

/** Lines on each side whose widths tell the measure. */
const neighbours = 12;
/** The share of them that may be wider than the measure: a mark hangs over, a line is squeezed. */
const wider = 0.2;
/** A line below this width tells nothing of the measure, em. */
const narrowest = 8;
/** A longer line names nobody. */
const longestNames = 160;

/**
 * @param blocks of a text in their order
 * @param settings how each is set, where the source knows it
 */
export function measureLines(blocks: readonly RootContent[], settings?: readonly (Setting | undefined)[]): Line[] {
  const texts = blocks.map((node) => (isTextBlock(node) ? textOf(node).trim() : ''));
  const widths = blocks.map((node, i) => widthOf(node, texts[i]!));
  const returns = findReturns(texts);
  return blocks.map((node, at): Line => {
    const text = texts[at]!;
    const { line, firstLine } = dataOf(node);
    const shown = firstLine ?? line;
    const edge = edgeOf(blocks, at, settings);
    return Object.freeze({
      text,
      span: spanOf(node),
      han: countHan(text),
      latin: countLatin(text),
      fill: fillOf(widths, at),
      indent: shown?.indent ?? 0,
      blankBefore: shown?.blankBefore ?? 0,
      ...(edge && { edge }),
      opens: Object.freeze(readOpenings(text)),
      ends: endOfLine(text),
      ...(returns[at] && { returns: returns[at] }),
      people: peopleIn(text),
      cites: citesIn(text),
      ...(settings?.[at] && { set: settings[at] }),
    });
  });
}

function widthOf(node: RootContent, text: string): number {
  return dataOf(node).line?.width ?? measure(text);
}

function fillOf(widths: readonly number[], at: number): number {
  const around = widths
    .slice(Math.max(0, at - neighbours), at + neighbours + 1)
    .filter((width) => width >= narrowest)
    .sort((a, b) => b - a);
  const full = around[Math.floor(around.length * wider)] ?? 0;
  return full === 0 ? 1 : Math.min(1, widths[at]! / full);
}

function edgeOf(
  blocks: readonly RootContent[],
  at: number,
  settings: readonly (Setting | undefined)[] | undefined,
): Line['edge'] {
  const page = settings?.[at]?.page;
  if (page !== undefined) {
    if (settings?.[at - 1]?.page !== page) return 'head';
    return settings?.[at + 1]?.page === page ? undefined : 'foot';
  }
  if (opensPage(blocks[at])) return 'head';
  return opensPage(blocks[at + 1]) ? 'foot' : undefined;
}

function opensPage(node: RootContent | undefined): boolean {
  return node !== undefined && (dataOf(node).pageBefore === true || dataOf(node).line?.pageStart === true);
}

function endOfLine(text: string): LineEnd {
  if (isListed(text)) return 'page-number';
  if (endsSentence(text)) return 'sentence';
  if (/[：:]["”’」』]?$/u.test(text)) return 'colon';
  return /[，、；,;][”’」』]?$/u.test(text) ? 'clause' : 'open';
}

function peopleIn(text: string): number {
  if (text === '' || text.length > longestNames) return 0;
  if (isCertainByline(text)) return 1;
  if (isBio(text) || isAffiliation(text)) return 0.8;
  return isByline(text) ? 0.5 : 0;
}

/** Signs of a citation: a source that is named, a title in its brackets, a year, the page. */
const signsOfCitation = [
  citesSource,
  /《[^《》]+》/u,
  /\b(?:1[5-9]|20)\d{2}\b/u,
  /第\s*[\d—–-]+\s*[页頁]|\bpp?\.\s*\d/u,
];

function citesIn(text: string): number {
  if (withoutBlanks(text).length < 4) return 0;
  const signs = signsOfCitation.filter((pattern) => pattern.test(text)).length;
  return signs / signsOfCitation.length;
}
