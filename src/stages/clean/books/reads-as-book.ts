/**
 * Tells a book, or prose and verse of any kind, from the articles of a journal: the raw text in, a verdict out.
 *
 * Measured before anything is mended. What speaks for a journal (its labels, affiliations, raised numbers) wins: an
 * article read as a book keeps its labels as text, a novel read as an article loses its chapters.
 */
import { divisionHeadOf, divisionNumber } from '../../../vocabulary/books/divisions.js';
import { bookLabelOf } from '../../../vocabulary/books/opening-lines.js';
import { frontMatterEnd, takeSurvey } from '../survey.js';
import { isAozora } from '../../../vocabulary/aozora.js';
import { cajMarks } from '../../../vocabulary/caj-marks.js';
import { countHan } from '../../../vocabulary/characters.js';

/** Labels of an article's opening and foot, on lines of their own; one of the first kind is enough. */
const journalLabels =
  /^[ 　#*]*(?:[【〔［[](?:摘[ 　]*要|提[ 　]*要|关[ 　]*键[ 　]*词|關[ 　]*鍵[ 　]*詞)[】〕］\]]|(?:摘[ 　]*要|提[ 　]*要|关[ 　]*键[ 　]*词|關[ 　]*鍵[ 　]*詞|中图分类号|文献标识码|文章编号|收稿日期|基金项目|Abstract|Key ?words|DOI)[ 　]*[：:])/imu;
const journalLines =
  /(?:中图分类号|文献标识码|文章编号|收稿日期|基金项目|责任编辑|第\s*\d{1,3}\s*卷\s*第\s*\d{1,3}\s*期|\d{4}\s*年\s*第\s*\d{1,2}\s*期|参考文献\s*$)/gmu;
/** Calls of notes as texts dumped from pages show them. */
const noteCalls = /[①-⑳]|\[\d{1,3}\]|〔\d{1,3}〕|<sup>/gu;
/** What programs that read pages leave. */
const machineSigns =
  /<sup>|<table|<div style="text-align|<\|(?:ref|det)\||<!-- ?(?:page|image|formula-not-decoded|PageNumber|PageHeader)|!\[\]\(|!\[[^\]]*\]\((?:images|imgs|_page_\d+)[^)]*\)|\\textcircled|\$\s*\^\s*\{|^\{\d{1,4}\}-{3,}$|^-{3,}\s+\d{1,4}\s*$|^# Page \d+$/imu;

/** Fewest heads that count up for their text to be a book by them alone. */
const fewestChapters = 2;
/** So many signs of an article outweigh its heads. */
const mostJournalSigns = 2;
/** Note calls in a thousand characters that no novel has. */
const notesPerThousand = 1.5;

/** Does a raw text read as a book, or as prose and verse of its kind, rather than as articles of a journal? */
export function readsAsBook(text: string): boolean {
  if (isAozora(text) || text.includes(cajMarks.lineEnd)) return false;
  const lines = text.split(/\r\n|\r|\n/u);
  const heads = headsIn(lines);
  const header = lines.slice(0, 12).filter((line) => bookLabelOf(line.trim())).length;
  const chapters = heads >= fewestChapters;
  const signs = (text.match(journalLines) ?? []).length + (journalLabels.test(text) ? mostJournalSigns : 0);
  if (signs >= mostJournalSigns && heads < 10) return false;
  if (chapters || header >= 2) return true;
  if (machineSigns.test(text)) return false;
  const notes = (text.match(noteCalls) ?? []).length;
  if (notes >= 2 && notes * 1000 > notesPerThousand * text.length) return false;
  return isPersonsMarkdown(text, lines) || isPlainProse(lines, text);
}

/** Heads of chapters and parts that count up. */
function headsIn(lines: readonly string[]): number {
  let count = 0;
  let last = new Map<string, number>();
  for (const line of lines) {
    if (line.length > 80) continue;
    const head = divisionHeadOf(line.replace(/^#{1,6}\s+/u, ''));
    if (!head || (head.weak && head.system !== '001') || head.system === 'named') continue;
    const value = divisionNumber(head.words);
    const before = last.get(head.system);
    if (value === undefined) continue;
    if (before === undefined || value === before + 1 || value === 1) count++;
    last = last.set(head.system, value);
  }
  return count;
}

const heading = /^ {0,3}(#{1,6}) +\S/u;

/** Markdown as people write it: one heading at the top, others below it, no damage of pages. */
function isPersonsMarkdown(text: string, lines: readonly string[]): boolean {
  const start = frontMatterEnd(text);
  if (start > 0) return true;
  let code = false;
  const depths: number[] = [];
  for (const line of lines) {
    if (/^ {0,3}(?:```|~~~)/u.test(line)) code = !code;
    const found = code ? null : heading.exec(line);
    if (found) depths.push(found[1]!.length);
  }
  if (depths.length === 0) return false;
  const top = Math.min(...depths);
  // all of one depth, as an OCR has them: a person's are not numbered as the sections of an article are
  if (depths.length > 1 && depths.every((depth) => depth === top))
    return !lines.some((line) => heading.test(line) && sections.test(line.replace(/^ {0,3}#+ +/u, '')));
  return depths[0] === top && (depths.length === 1 || depths.filter((depth) => depth === top).length < depths.length);
}

/** Numbers and marks that head the parts of articles and reports. */
const sections =
  /^[ 　]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}(?:\.\d{1,2})+[ 　]|\d{1,2}[ 　.．、]+\p{Script=Han}|图\s?\d|表\s?\d)/u;
const affiliation = /(?:大学|学院|研究[院所]|大學|學院)/u;

/** Prose, verse or a play in plain text: no numbered sections, no places of work at its head. */
function isPlainProse(lines: readonly string[], text: string): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length < 3 || countHan(text) * 6 < text.replace(/\s/gu, '').length) return false;
  if (filled.some((line) => sections.test(line)) || filled.slice(0, 8).some((line) => affiliation.test(line)))
    return false;
  if (filled.some((line) => heading.test(line))) return false;
  return takeSurvey(text).kind === 'plain';
}
