/**
 * Headings of a paged text: by size, face, place and number together.
 *
 * A heading runs over two or three lines of one style. What is set like the text is a heading only where its number or
 * words say so and it stands apart.
 */
import { captionPattern, labelOf, sourceLinePattern } from '../../../vocabulary/labels.js';
import { noteListHeadings, unnumberedHeadings } from '../../../vocabulary/headings.js';
import { referenceHeading } from '../../../vocabulary/references.js';
import { endsSentence } from '../../../vocabulary/characters.js';
import { isFormulaLine } from '../../../vocabulary/formula-lines.js';
import type { MeasuredLine } from './measured-line.js';
import { sectionNumberOf } from './section-number.js';
import { headingThreshold, headingWeights as weights } from './weights.js';

/** Lines that are one heading. */
export interface FoundHeading {
  from: number;
  to: number;
  text: string;
  /** Evidence over the threshold. */
  margin: number;
  /** Rank of its number, where it has one. */
  numeral?: { name: string; rank: number; value: number | undefined };
  ratio: number;
  centred: boolean;
  bold: boolean;
  textFace: boolean;
}

/** （截稿：2023年7月 责任编辑：某某）: the last line of an article. */
const closesArticle =
  /^[（(［[【].*(?:责任编辑|責任編輯|责编|责任校对|编辑|編輯|收稿|截稿)\s*[：:\u3000 ].*[）)］\]】]$/u;
const longestHeading = 60;
const mostLines = 3;

/**
 * @param lines of running text in reading order
 * @returns the headings, and what was just not taken for one
 */
export function findHeadings(lines: readonly MeasuredLine[]): { found: FoundHeading[]; missed: FoundHeading[] } {
  const weighed: FoundHeading[] = [];
  for (let i = 0; i < lines.length;) {
    const to = endOfStyle(lines, i);
    const heading = weigh(lines, i, to);
    if (heading.margin >= -seriesMargin) {
      weighed.push(heading);
      i = to;
    } else i++;
  }
  raiseSeries(weighed, lines);
  const found = weighed.filter(({ margin }) => margin >= 0);
  const kept = found.filter((heading, i) => !isListItem(heading, found[i + 1], lines));
  const missed = weighed.filter(({ margin, text }) => margin < 0 && margin >= -narrowMargin && text.length <= 40);
  return { found: kept, missed };
}

/** A decision by less than this is asked about. */
export const narrowMargin = 0.5;
/** So much below the threshold a numbered line may be a heading if it is one of a series. */
const seriesMargin = 2.6;
/** So much text (signs) stands between the members of a series of headings. */
const leastBetween = 60;

/** Numbers that count up with text between them make headings of lines that are set like the text: 1.1 … 1.2 … 2.1. */
function raiseSeries(weighed: readonly FoundHeading[], lines: readonly MeasuredLine[]): void {
  const names = new Set(weighed.flatMap(({ numeral }) => numeral?.name ?? []));
  for (const name of names) {
    const members = weighed.filter(({ numeral }) => numeral?.name === name);
    const counting = members.filter((member, i) => {
      const value = member.numeral!.value;
      const before = members[i - 1]?.numeral?.value;
      const after = members[i + 1]?.numeral?.value;
      const counts =
        value === 1 ||
        (before !== undefined && value === before + 1) ||
        (after !== undefined && value !== undefined && after === value + 1);
      const end = members[i + 1]?.from ?? lines.length;
      return counts && signsBetween(lines, member.to, end) >= leastBetween;
    });
    if (counting.length < 2 || counting.length < 0.6 * members.length) continue;
    for (const member of counting)
      if (member.margin < 0 && member.margin > -seriesMargin)
        member.margin += seriesMargin + (counting.length > 2 ? narrowMargin : 0);
  }
}

function signsBetween(lines: readonly MeasuredLine[], from: number, to: number): number {
  let signs = 0;
  for (let i = from; i < to && signs < leastBetween; i++) signs += lines[i]!.text.length;
  return signs;
}

/** Numbered lines set like the text that follow each other without text between are members of a list. */
function isListItem(heading: FoundHeading, next: FoundHeading | undefined, lines: readonly MeasuredLine[]): boolean {
  if (!heading.numeral || !isLikeText(lines[heading.from]!) || heading.centred || heading.bold) return false;
  const after = lines[heading.to];
  const sibling = after && sectionNumberOf(after.text.trim());
  const before = lines[heading.from - 1];
  const elder = before && sectionNumberOf(before.text.trim());
  const sameSystem = (one: { name: string } | undefined): boolean => one?.name === heading.numeral?.name;
  return (
    sameSystem(sibling) ||
    sameSystem(elder) ||
    (next?.from === heading.to && next.numeral?.name === heading.numeral.name)
  );
}

/** Lines of one style that follow each other closely are weighed as one. */
function endOfStyle(lines: readonly MeasuredLine[], from: number): number {
  const first = lines[from]!;
  let to = from + 1;
  while (to < lines.length && to - from < mostLines) {
    const [before, line] = [lines[to - 1]!, lines[to]!];
    const alike =
      Math.abs(line.line.size - first.line.size) <= 0.04 * first.line.size &&
      line.line.font === first.line.font &&
      line.page === first.page &&
      line.line.column === first.line.column;
    if (!alike || line.above * first.ratio > 2.4 * first.ratio * Math.max(1, first.ratio)) break;
    if (sectionNumberOf(line.text.trim()) && !/[、，：:的与和及—-]$/u.test(before.text.trim())) break;
    const styled = !isLikeText(first) || first.centred;
    // the second line of a heading is centred below the first, or the first is as long as its line
    const continues = first.centred ? line.centred : before.short < 3 || !first.textFace || first.ratio > 1.06;
    if (!styled || !continues || endsSentence(before.text.trim())) break;
    to++;
  }
  return to;
}

function isLikeText(line: MeasuredLine): boolean {
  return line.textFace && Math.abs(line.ratio - 1) <= 0.05;
}

function weigh(lines: readonly MeasuredLine[], from: number, to: number): FoundHeading {
  const group = lines.slice(from, to);
  const [first] = group as [MeasuredLine, ...MeasuredLine[]];
  const last = group.at(-1)!;
  const text = group.map((line) => line.text.trim()).join('');
  const plain = text.replace(/[\s\u3000]+/gu, '');
  const numeral = sectionNumberOf(text);
  const rest = numeral ? text.replace(numeral.pattern, '') : text;
  const next = lines[to];
  const letters = [...plain].filter((sign) => /[\p{L}□]/u.test(sign)).length;
  const known = unnumberedHeadings.test(plain) || noteListHeadings.test(plain) || referenceHeading.test(plain);
  let score = 0;
  if (first.ratio > 1.05) score += weights.larger + (first.ratio - 1) * 10 * weights.perTenth;
  else if (first.ratio < 0.93) score += weights.smaller;
  if (!first.textFace && /[\p{Script=Han}□]/u.test(text)) score += weights.otherFace;
  if (first.bold && !first.textFace) score += weights.bold;
  if (first.centred) score += weights.centred;
  if (numeral && rest.trim() !== '') score += weights.numeral;
  if (known) score += weights.knownWords;
  if (first.above > 1.3) score += weights.roomAbove;
  if (last.below > 1.3) score += weights.roomBelow;
  if (isLikeText(first) && !first.centred) score += weights.likeText;
  if (/[。；;]$/u.test(text) || (endsSentence(text) && !/[？?！!]$/u.test(text))) score += weights.endsSentence;
  else if (/[，、,：:]$/u.test(text)) score += weights.endsWithinSentence;
  if (plain.length > 32) score += weights.long;
  if (plain.length > longestHeading) score += weights.veryLong;
  if (last.short < 1 && !first.centred && first.ratio < 1.06) score += weights.fullLine;
  const isOther =
    captionPattern.test(text) || sourceLinePattern.test(text) || closesArticle.test(text) || labelOf(text);
  if (isOther) score += weights.caption;
  if (letters < 1 || (!known && isFormulaLine(text))) score += weights.noWords;
  else if (letters < 0.4 * plain.length) score += weights.digitsMostly;
  if (next) {
    const paragraph = next.indent >= 1.1 && next.indent <= 4.8 && isLikeText(next);
    if (paragraph) score += weights.paragraphFollows;
    // a line of the same face and size at the edge below: the paragraph of this line goes on there
    const same =
      Math.abs(next.line.size - last.line.size) <= 0.04 * last.line.size && next.line.font === last.line.font;
    if (same && !first.centred && next.indent < 0.8 && last.short < 2 && next.above < 1.3) score += weights.goesOn;
  }
  return {
    from,
    to,
    text,
    margin: score - headingThreshold,
    ...(numeral &&
      rest.trim() !== '' && { numeral: { name: numeral.name, rank: numeral.rank, value: valueOf(text, numeral) } }),
    ratio: first.ratio,
    // the first line of a long one fills its measure
    centred: group.some((line) => line.centred),
    bold: first.bold,
    textFace: first.textFace,
  };
}

function valueOf(
  text: string,
  numeral: { pattern: RegExp; valueOf(number: string): number | undefined },
): number | undefined {
  const number = numeral.pattern.exec(text)?.[1];
  return number === undefined ? undefined : numeral.valueOf(number);
}
