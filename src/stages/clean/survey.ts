/**
 * What kind of text this is, measured before anything is mended.
 *
 * In: the raw text. Out: the kind and the measures that the rules ask. Rules never ask for a file's name.
 */
import type { Survey, TextKind } from '../../model/index.js';
import { isAozora } from '../../vocabulary/aozora.js';
import { pageMetadata } from '../../vocabulary/ocr-habits.js';
import { cajMarks } from '../../vocabulary/caj-marks.js';
import { findCutLines, type CutLines } from './cut-lines.js';
import { columnGap, findColumns } from './columns.js';
import { withoutTears } from './torn-lines.js';
import { countHan, han, measure } from '../../vocabulary/characters.js';

/** Share of recognised pages from which a text may have one character for another throughout. */
const mostlyRecognised = 0.3;

/** A text of which so many lines are signs of Markdown is that, however long its lines are. */
const fewestSigns = 4;
const mostlySigns = 0.25;

const spacedHan = new RegExp(`[${han}，、。；：]([ \\u3000])[${han}“”]\\1[${han}，、。；：“”]`, 'u');
const heading = /^ {0,3}#{1,6} /;
/** Tables between pipes stand in plain texts, too. */
const markdownSign = /^ {0,3}(?:#{1,6} \S|(?:-{3,}|\*{3,})\s*$|!\[|[-*] \S)|<sup>|<\/?(?:table|div|p)\b/;
const rule = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,})$/;
const lineEnd = /\r\n|\r|\n/;
const markdownNote = /\[\^[^\]\s]+\]/g;

/**
 * Measures a raw text and says what kind it is.
 *
 * @param kind what a person said it is (`issue.yaml`), which wins over the measures
 * @param measured the width of a full line that a person gave, em
 */
export function takeSurvey(text: string, kind?: TextKind, measured?: number): Survey {
  const lines = text.split(lineEnd);
  const filled = lines.filter((line) => line.trim() !== '');
  const count = filled.length || 1;
  const cajLines = text.split(cajMarks.lineEnd).length - 1;
  const markdownNotes = text.match(markdownNote)?.length ?? 0;
  let markdownSigns = 0;
  let spaced = 0;
  let pageStarts = 0;
  const widths = new Map<number, number>();
  const widthOf = new Map<string, number>();
  // a printed line of a CAJ text is what stands between two line marks, however torn
  const columnAt = findColumns(filled);
  const printed =
    cajLines >= 5
      ? text.split(cajMarks.lineEnd).filter((line) => line.trim() !== '')
      : columnAt === undefined
        ? withoutTears(text)
            .split(lineEnd)
            .filter((line) => line.trim() !== '')
        : filled.flatMap((line) => columnsOf(line, columnAt));
  for (const line of filled) {
    // a row of stars parts scenes in plain texts, too
    if (markdownSign.test(line) && !rule.test(line)) markdownSigns++;
    if (spacedHan.test(line)) spaced++;
  }
  for (const line of printed) {
    const closed = line.replace(/[\s\u3000\uE5CE-\uE5E5]+/gu, '');
    const width = measure(closed);
    widthOf.set(line, width);
    const rounded = Math.round(width);
    if (countHan(closed) >= closed.length / 2) widths.set(rounded, (widths.get(rounded) ?? 0) + 1);
  }
  for (let i = 1; i < lines.length; i++) if (/^ [^ ]/.test(lines[i]!) && lines[i - 1]!.trim() !== '') pageStarts++;
  let bodyWidth = 0;
  let best = 0;
  for (const [width, n] of widths) {
    // neighbours count too: Latin letters and squeezed marks blur the measure
    const weight = width < 12 ? 0 : n + ((widths.get(width - 1) ?? 0) + (widths.get(width + 1) ?? 0)) / 2;
    if (weight > best || (weight === best && width > bodyWidth)) [bodyWidth, best] = [width, weight];
  }
  const cut = findCutLines(lines);
  // the lines of a short text may be of any width but those that were cut
  const atMode = [...widths].reduce((sum, [width, n]) => sum + (isFull(width, bodyWidth) ? n : 0), 0);
  if (cut.at !== undefined && atMode < printed.length * 0.3) bodyWidth = cut.at;
  if (measured !== undefined) bodyWidth = measured;
  let full = 0;
  let fullTrailing = 0;
  let notFull = 0;
  let shortTrailing = 0;
  for (const line of printed) {
    const width = widthOf.get(line)!;
    const trails = /[ \t]$/.test(line);
    if (isFull(width, bodyWidth)) {
      full++;
      if (trails) fullTrailing++;
    } else if (width < bodyWidth - 2) {
      notFull++;
      if (trails) shortTrailing++;
    }
  }
  const blankShare = share(lines.length - filled.length, lines.length);
  const survey: Survey = {
    kind: 'plain',
    lines: filled.length,
    blankShare,
    ...(columnAt !== undefined && { columnAt }),
    bodyWidth,
    fullShare: share(full, printed.length || 1),
    spacedShare: share(spaced, count),
    fullwidth: text.match(/[０-９Ａ-Ｚａ-ｚ]/g)?.length ?? 0,
    cajLines,
    markdownSigns,
    markdownNotes,
    pageStarts,
    trailingShort: share(shortTrailing, notFull),
    trailingFull: share(fullTrailing, full),
    cutLines: cut.count,
    parted: cajLines < 5 && cut.count >= 2 && cut.tight >= 0.8 && blankShare >= 0.15,
  };
  survey.kind = kind ?? decideKind(survey, text, filled, cut);
  return survey;
}

const frontMatter = /^---\r?\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** Length of the metadata block at a text's head, 0 where there is none: words of a person, which no rule touches. */
export function frontMatterEnd(text: string): number {
  if (text.search(pageMetadata) === 0) return 0;
  return /^---\r?\n\s*[\w-]+\s*:/.test(text) ? (frontMatter.exec(text)?.[0].length ?? 0) : 0;
}

function decideKind(survey: Survey, text: string, filled: string[], cut: CutLines): TextKind {
  if (isAozora(text)) return 'aozora';
  if (survey.cajLines >= 5 && survey.cajLines > survey.lines / 10) return 'caj';
  const hasHeadings = filled.some((line) => heading.test(line));
  if (frontMatterEnd(text) > 0 || (survey.markdownNotes >= 2 && /^\[\^[^\]]+\]:/m.test(text))) return 'markdown';
  const printed = (survey.fullShare >= 0.3 && cut.count > 0) || cut.at !== undefined;
  const wrapped = survey.lines >= 8 && survey.bodyWidth >= 14 && survey.bodyWidth <= 60 && printed;
  if (survey.markdownSigns >= Math.max(fewestSigns, survey.lines * mostlySigns)) return 'ocr-markdown';
  if (!wrapped && (survey.markdownSigns >= Math.max(2, survey.lines / 100) || hasHeadings)) return 'ocr-markdown';
  if (survey.columnAt !== undefined) return 'wrapped';
  if (wrapped) return survey.spacedShare >= 0.08 ? 'spaced' : 'wrapped';
  return 'plain';
}

/** The lines of the columns that stand in a line. */
function columnsOf(line: string, at: number): string[] {
  const gap = columnGap(line, at);
  return gap ? [line.slice(0, gap.start), line.slice(gap.end)].filter((part) => part.trim() !== '') : [line];
}

/** Is a line as wide as the measure, two em less or one more? */
function isFull(width: number, bodyWidth: number): boolean {
  return Math.abs(width - bodyWidth + 0.5) <= 1.5;
}

/** A share, to three places. */
function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000;
}

/** Has an OCR read this kind of text from pictures of pages, and may have taken one character for another? */
export function isReadByMachine(survey: Survey): boolean {
  const { kind, recognised = 0 } = survey;
  return kind === 'ocr-markdown' || kind === 'spaced' || kind === 'caj' || recognised >= mostlyRecognised;
}

/** Is a line of this kind of text a printed line, to be joined with its neighbours? */
export function isLineByLine(survey: Survey): boolean {
  return survey.kind === 'wrapped' || survey.kind === 'spaced' || survey.kind === 'caj';
}
