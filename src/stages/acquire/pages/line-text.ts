/**
 * The words of a line: glyphs from left to right in, runs with the blanks that their gaps stand for out.
 *
 * Blanks of the file are evidence only between Latin letters: set-out Han is full of false ones, and many files have none.
 */
import type { Glyph } from '../pdf/types.js';
import type { Row } from './rows.js';
import { widestLetter } from './page-tally.js';
import { signFacts, type SignFacts } from './sign-facts.js';

/** A run before it has its place in the text. */
export interface LineRun {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  font: number;
  raised: -1 | 0 | 1;
}

/** Gaps from which letters stand apart as words do, em. The narrowest word space of a tight line is a fifth. */
const wordGap = 0.16;
/** Gaps from which Han stand apart, em more than most of their line. */
const hanGap = 0.6;
/** Between Han and Latin, and beside marks that bring room of their own. */
const mixedGap = 0.9;
/** A sign is raised when it stands this much higher (em of the line) and is this much smaller. */
const raise = 0.12;
const sink = 0.1;
const raisedSize = 0.9;
/** Han that stand closer (em) are set solid; so many of them in a line, and its wide gaps are blanks. */
const solidGap = 0.2;
const fewestSolid = 2;

const closingSign = /^[.,:;!?’”)\]}%]$/u;
const openingSign = /^[(\[{“‘$]$/u;

/** @param blanks blank glyphs of the page near this row */
export function runsOf(row: Row, blanks: readonly Glyph[]): LineRun[] {
  const { glyphs, size, y } = row;
  const usual = usualGap(glyphs);
  // signs are joined once: a string that grows by signs keeps them all
  const runs: { run: LineRun; signs: string[] }[] = [];
  let before: Glyph | undefined;
  let raisedBefore: -1 | 0 | 1 = 0;
  let soFar = ''; // the last signs: 71. and 64 are one number
  for (const glyph of glyphs) {
    const raised = heightOf(glyph, y, size);
    const blank = before ? blankBetween(before, glyph, usual, raised, raisedBefore, blanks, soFar) : '';
    soFar = /[\d.]/.test(glyph.text) ? `${blank === '' ? soFar.slice(-2) : ''}${glyph.text}` : '';
    const last = runs.at(-1);
    if (blank !== '') last?.signs.push(blank);
    if (
      last?.run.font === glyph.font &&
      last.run.raised === raised &&
      Math.abs(last.run.size - glyph.size) <= 0.05 * size
    ) {
      last.signs.push(glyph.text);
      last.run.right = Math.max(last.run.right, glyph.right);
    } else {
      const { x, right, y: baseline, size: own, font } = glyph;
      runs.push({ run: { text: '', x, right, y: baseline, size: own, font, raised }, signs: [glyph.text] });
    }
    [before, raisedBefore] = [glyph, raised];
  }
  return runs.map(({ run, signs }) => ({ ...run, text: signs.join('') }));
}

function heightOf(glyph: Glyph, y: number, size: number): -1 | 0 | 1 {
  if (signFacts(glyph.text).isSuperscript) return 1;
  if (glyph.size > raisedSize * size) return 0;
  const rise = (y - glyph.y) / size;
  return rise > raise ? 1 : rise < -sink ? -1 : 0;
}

/** What most neighbours of a kind stand apart, em; undefined where there are too few to say. */
interface UsualGaps {
  han: number | undefined;
  latin: number | undefined;
}

function usualGap(glyphs: readonly Glyph[]): UsualGaps {
  const hanGaps: number[] = [];
  const latinGaps: number[] = [];
  let a: Glyph | undefined;
  let before: SignFacts | undefined;
  for (const b of glyphs) {
    const facts = signFacts(b.text);
    if (a && before) {
      const gaps =
        before.isSetSolid && facts.isSetSolid ? hanGaps : before.isLatin && facts.isLatin ? latinGaps : undefined;
      gaps?.push((b.x - rightOf(a, b)) / Math.max(a.size, b.size));
    }
    [a, before] = [b, facts];
  }
  const solid = hanGaps.filter((gap) => gap < solidGap).length;
  const han = commonGap(hanGaps, 2);
  // 刘　峤　李　杨　秦志光: most of its Han stand apart, and some do not
  return { han: solid >= fewestSolid && han! >= hanGap ? 0 : han, latin: commonGap(latinGaps, 6) };
}

/** A gap in the lower half: blanks between words are gaps, too. */
function commonGap(gaps: number[], fewest: number): number | undefined {
  if (gaps.length < fewest) return undefined;
  return gaps.sort((a, b) => a - b)[Math.floor((gaps.length - 1) * 0.4)]!;
}

/** Where a glyph ends; a letter of a fullwidth font that comes too seldom to tell is as wide as letters are. */
function rightOf(glyph: Glyph, next: Glyph): number {
  const width = (glyph.right - glyph.x) / glyph.size;
  if (
    width < widestLetter ||
    next.x >= glyph.right - 0.05 * glyph.size ||
    !/^[\p{Script=Latin}\d.,:;()[\]'-]$/u.test(glyph.text)
  )
    return glyph.right;
  return glyph.x + usualWidth(glyph.text) * glyph.size;
}

/** Widths of letters in a common book face, em. */
function usualWidth(letter: string): number {
  if (/[iljtfrI.,:;'|()[\]-]/.test(letter)) return 0.33;
  if (/[mwMW]/.test(letter)) return 0.8;
  if (/[A-Z]/.test(letter)) return 0.78;
  return 0.5;
}

function blankBetween(
  a: Glyph,
  b: Glyph,
  usual: UsualGaps,
  raised: number,
  raisedBefore: number,
  blanks: readonly Glyph[],
  soFar: string,
): '' | ' ' | '\u3000' {
  const em = Math.max(a.size, b.size);
  const gap = (b.x - rightOf(a, b)) / em;
  if (gap < 0.6 && a.text === '.' && /^\d$/.test(b.text) && /\d\.$/.test(soFar)) return '';
  const [before, after] = [signFacts(a.text), signFacts(b.text)];
  if (raised !== raisedBefore) return gap > mixedGap ? ' ' : '';
  if (before.isLatin && after.isLatin) {
    const within = Math.max(0, usual.latin ?? 0);
    if (gap > 2.5) return '\u3000';
    if (gap < mixedGap && (openingSign.test(a.text) || closingSign.test(b.text))) return '';
    if (gap - within >= wordGap) return ' ';
    const declared = blanks.some((blank) => blank.x < b.x && blank.right > a.x + 0.2 * em && blank.x >= a.x);
    return declared && gap - within > 0.06 ? ' ' : '';
  }
  const bothHan = before.isSetSolid && after.isSetSolid;
  const usualHan = Math.max(0, usual.han ?? 0);
  if (bothHan) return gap - usualHan >= hanGap ? '\u3000' : '';
  return gap - usualHan >= mixedGap ? (before.isWide || after.isWide ? '\u3000' : ' ') : '';
}
