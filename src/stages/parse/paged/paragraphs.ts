/**
 * Lines of running text put together into paragraphs: by indent, room above, and how full the line before is.
 *
 * Every boundary between two lines is weighed: what speaks for a new paragraph is positive, what speaks for going on
 * negative. A text may indent its paragraphs, hang them, or part them by room; each stretch of text shows which.
 */
import { fillsMeasure } from '../../../vocabulary/line-joins.js';
import { endsSentence } from '../../../vocabulary/characters.js';
import type { MeasuredLine } from './measured-line.js';
import { paragraphWeights as weights } from './weights.js';

/** Lines that are one paragraph. */
export interface Group {
  lines: MeasuredLine[];
  /** Boundaries above and within it that were decided by little. */
  doubts: Doubt[];
}

/** A boundary between two lines for which little spoke. */
export interface Doubt {
  before: MeasuredLine;
  after: MeasuredLine;
  /** A new paragraph was begun there. */
  parted: boolean;
}

/** A boundary decided by less than this is asked about. */
const narrowMargin = 0.75;

/** How the paragraphs of a stretch begin. */
export type ParagraphStyle = 'indented' | 'hanging' | 'flush';

/** A line that ends farther from its edge than this (em) was not broken by the margin. */
const shortLine = 1.6;
/** Indents of paragraphs, em. */
const leastIndent = 1.1;
const mostIndent = 4.8;
/** Lines begin at one place when they differ by no more, em. */
const alignment = 0.45;

/** @param lines of one stretch of running text, in reading order */
export function groupParagraphs(lines: readonly MeasuredLine[], whole: ParagraphStyle): Group[] {
  const style = styleOf(lines) ?? whole;
  const groups: Group[] = [];
  lines.forEach((line, i) => {
    const group = groups.at(-1);
    const score = group && !countsOn(group, line) ? boundary(group.lines, line, lines[i + 1], style) : Infinity;
    const doubts: Doubt[] =
      Math.abs(score) < narrowMargin ? [{ before: lines[i - 1]!, after: line, parted: score > 0 }] : [];
    if (!group || score > 0) groups.push({ lines: [line], doubts });
    else {
      group.lines.push(line);
      group.doubts.push(...doubts);
    }
  });
  return groups;
}

/** [7] of a reference, ［7］, 〔7〕: numbers in brackets that an entry opens with. */
const entryNumber = /^[\s\u3000]*[[［〔](\d{1,3})[\]］〕]/u;

/** Does a line open with the number after the one that a paragraph opens with? Entries of a list fill their lines, too. */
function countsOn({ lines: [first] }: Group, line: MeasuredLine): boolean {
  const [before, after] = [entryNumber.exec(first!.text)?.[1], entryNumber.exec(line.text)?.[1]];
  return before !== undefined && after !== undefined && Number(after) === Number(before) + 1;
}

/** What most paragraphs of a stretch look like; undefined where there are too few. */
export function styleOf(lines: readonly MeasuredLine[]): ParagraphStyle | undefined {
  let indented = 0;
  let flush = 0;
  let hangs = 0;
  let runsOn = 0;
  for (let i = 1; i < lines.length; i++) {
    const [a, b] = [lines[i - 1]!, lines[i]!];
    if (a.line.column !== b.line.column || a.centred || b.centred) continue;
    const ended = a.short > 2.5 && endsSentence(wordsOf(a));
    if (ended) {
      if (b.indent >= leastIndent && b.indent <= mostIndent) indented++;
      else if (Math.abs(b.indent) < 0.6) flush++;
    } else if (a.short < 1 && Math.abs(a.indent) < 0.6) {
      if (b.indent >= leastIndent && b.indent <= mostIndent) hangs++;
      else if (Math.abs(b.indent) < 0.6) runsOn++;
    }
  }
  if (indented + flush < 3) return undefined;
  if (indented >= flush) return 'indented';
  return hangs > runsOn ? 'hanging' : 'flush';
}

/** Above zero a new paragraph begins. */
function boundary(
  group: readonly MeasuredLine[],
  line: MeasuredLine,
  next: MeasuredLine | undefined,
  style: ParagraphStyle,
): number {
  const before = group.at(-1)!;
  const sameColumn = before.line.column === line.line.column && before.page === line.page;
  let score = 0;
  if (sameColumn) {
    if (line.above > 1.75) score += weights.wideGap;
    else if (line.above > 1.3) score += weights.gap;
  }
  const unlike = Math.abs(before.line.size - line.line.size) > 0.08 * line.line.size;
  if (unlike) score += weights.otherSize;
  else if (
    before.textFace !== line.textFace &&
    before.line.font !== line.line.font &&
    !isLatin(before) &&
    !isLatin(line)
  )
    score += weights.otherFace;
  const full = isFull(before, line);
  score += full ? weights.full : before.short > 6 ? weights.veryShort : weights.short;
  const text = wordsOf(before);
  if (endsSentence(text)) score += weights.sentenceEnded;
  else if (/[，、；,—－-]$/u.test(text)) score += weights.withinSentence;
  else if (/[：:]$/u.test(text)) score += weights.colon;
  else score += weights.sentenceOpen;
  score += indentEvidence(group, before, line, next, style);
  return score;
}

/** What a line says without the marks of notes at its end. */
function wordsOf({ text, pieces }: MeasuredLine): string {
  let end = text.trimEnd().length;
  for (const piece of pieces.toReversed()) {
    if (piece.raised !== 1 || !/^[\d\s*＊①-⑳㉑-㉟㊱-㊿()（）〔〕［］[\]]+$/u.test(piece.text)) break;
    end = Math.min(end, text.lastIndexOf(piece.text.trim(), end));
  }
  return text.slice(0, Math.max(0, end)).trim();
}

function isLatin({ text }: MeasuredLine): boolean {
  return !/\p{Script=Han}/u.test(text);
}

function isFull(before: MeasuredLine, line: MeasuredLine): boolean {
  if (before.short <= shortLine) return true;
  const em = before.line.size;
  const width = (before.line.right - before.line.x) / em;
  return before.short < 9 && fillsMeasure(width, before.text, line.text.trimStart(), width + before.short);
}

function indentEvidence(
  group: readonly MeasuredLine[],
  before: MeasuredLine,
  line: MeasuredLine,
  next: MeasuredLine | undefined,
  style: ParagraphStyle,
): number {
  const aligned = (a: MeasuredLine, b: MeasuredLine): boolean => Math.abs(a.indent - b.indent) <= alignment;
  const indented = line.indent >= leastIndent && line.indent <= mostIndent;
  if (line.indent > mostIndent) return weights.farIndent;
  if (!indented) {
    // back at the edge: the second line of an indented paragraph, or a new one of a hanging or flush style
    if (style === 'indented')
      return before.indent >= leastIndent &&
        group.length > 1 &&
        aligned(group.at(-2)!, before) &&
        before.indent <= mostIndent
        ? weights.backFromBlock
        : weights.flush;
    return style === 'hanging' ? weights.hangingStart : 0;
  }
  if (style === 'hanging') return group.length === 1 || aligned(before, line) ? weights.hangingOn : weights.indent / 2;
  if (!aligned(before, line)) return before.indent < line.indent ? weights.indent : weights.otherIndent;
  // both are indented alike: a block that is set in, or paragraphs of one line each
  if (group.length > 1) return weights.block;
  const goesOnAfter = next !== undefined && aligned(line, next) && next.page === line.page;
  if (goesOnAfter && !endsSentence(wordsOf(before)) && before.short <= shortLine * 2) return weights.block;
  return weights.indent;
}
