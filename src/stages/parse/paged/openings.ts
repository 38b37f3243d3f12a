/**
 * Openings of articles: where a title stands, and what the lines round it are.
 *
 * A title is large, stands high on its page with room round it, and is followed by names or by the labelled parts of an
 * opening; running heads repeat it. None of these is enough alone.
 */
import type { Role } from '../../../model/index.js';
import { isAffiliation, isEnglishAffiliation, isPlaces } from '../../../vocabulary/affiliations.js';
import { countHan, countLatin } from '../../../vocabulary/characters.js';
import { contentsHead } from '../../../vocabulary/contents.js';
import { columnLine, columnNames } from '../../../vocabulary/columns.js';
import { unnumberedHeadings } from '../../../vocabulary/headings.js';
import { captionPattern, labelOf } from '../../../vocabulary/labels.js';
import { isByline, isCertainByline, isEnglishByline } from '../../../vocabulary/people.js';
import { isTextType, linesByPage, type MeasuredLine } from './measured-line.js';
import { groupParagraphs } from './paragraphs.js';
import { sectionNumberOf } from './section-number.js';
import { titleThreshold, titleWeights as weights } from './weights.js';

/** An opening: lines with their roles, in groups that are one block each. */
export interface Opening {
  /** From what stands above the title to the end of its parts. */
  lines: MeasuredLine[];
  /** Index after its last line. */
  to: number;
  groups: { role: Role; lines: MeasuredLine[] }[];
  /** What stood above the title on its page and belongs to the page: 栏目, source. */
  above: { role: Role; lines: MeasuredLine[] }[];
  title: string;
  /** Evidence over the threshold; below zero where the title was taken for want of a better one. */
  margin: number;
}

/** A title has so many lines, and signs, at most. */
const mostTitleLines = 4;
const longestTitle = 90;
/** An opening goes on for so many lines at most. */
const longestOpening = 140;
const email = /[\w.-]+@[\w-]+(?:\.[\w-]+)+/u;

/**
 * @param lines of running text in reading order
 * @param heads words of running heads: they repeat titles
 */
export function findOpenings(lines: readonly MeasuredLine[], heads: readonly string[]): Opening[] {
  const candidates = titleCandidates(lines, heads);
  const accepted = candidates.filter(({ score }) => score >= titleThreshold);
  if (accepted.length === 0 && candidates.length > 0) {
    // a text has a title: the best of its first pages, and it is asked about
    const firstPages = lines[0]!.page.number + 1;
    const near = candidates.filter(({ from }) => lines[from]!.page.number <= firstPages);
    const best = near.sort((a, b) => b.score - a.score)[0];
    if (best && best.score > titleThreshold - 3) accepted.push(best);
  }
  const openings: Opening[] = [];
  for (const candidate of oneAnOpening(accepted, lines)) {
    if (candidate.from < (openings.at(-1)?.to ?? 0)) continue;
    openings.push(readOpening(lines, candidate, openings.at(-1)?.to ?? 0));
  }
  // a chapter has a title as large; an article has people or parts of its own
  return openings.filter((opening, i) => i === 0 || opening.groups.some(({ role }) => articleRoles.has(role)));
}

const articleRoles = new Set<Role>(['byline', 'abstract', 'keywords', 'bio', 'clc', 'article-id']);

/** Parts of an opening whose raised numbers name places where people work, or volumes: they call no notes. */
const rolesWithoutCalls = new Set<Role>([
  'byline',
  'english-byline',
  'english-affiliation',
  'masthead',
  'column',
  'clc',
  'article-id',
  'doi',
  'document-code',
]);

/** The lines of an opening that call no notes of the text. */
export function withoutCalls({ groups, above }: Opening): MeasuredLine[] {
  return [...above, ...groups].filter(({ role }) => rolesWithoutCalls.has(role)).flatMap(({ lines }) => lines);
}

/** Of candidates with no running text between them one is the title: a 栏目 above it is large, too. */
function oneAnOpening(candidates: readonly Candidate[], lines: readonly MeasuredLine[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of [...candidates].sort((a, b) => a.from - b.from)) {
    const last = kept.at(-1);
    const together =
      last &&
      lines[last.from]!.page === lines[candidate.from]!.page &&
      !lines.slice(last.to, candidate.from).some(isRunning);
    if (!last || !together) kept.push(candidate);
    else if (candidate.score > last.score) kept[kept.length - 1] = candidate;
  }
  return kept;
}

interface Candidate {
  from: number;
  to: number;
  score: number;
}

function titleCandidates(lines: readonly MeasuredLine[], heads: readonly string[]): Candidate[] {
  const found: Candidate[] = [];
  const byPage = linesByPage(lines);
  for (let i = 0; i < lines.length;) {
    const to = endOfTitle(lines, i);
    const onPage = byPage.get(lines[i]!.page)!;
    if (couldBeTitle(lines, i, to)) found.push({ from: i, to, score: weigh(lines, i, to, onPage, heads) });
    i = Math.max(i + 1, to);
  }
  return found;
}

/** Lines of one size, close together and centred or flush alike. */
function endOfTitle(lines: readonly MeasuredLine[], from: number): number {
  const first = lines[from]!;
  let to = from + 1;
  while (to < lines.length && to - from < mostTitleLines) {
    const [before, line] = [lines[to - 1]!, lines[to]!];
    const alike = Math.abs(line.line.size - first.line.size) <= 0.05 * first.line.size && line.page === first.page;
    if (!alike || line.line.y - before.line.y > 2.3 * first.line.size) break;
    if (/^[—―─-]/u.test(line.text.trim()) || isCertainByline(line.text.trim())) break;
    to++;
  }
  return to;
}

function couldBeTitle(lines: readonly MeasuredLine[], from: number, to: number): boolean {
  const first = lines[from]!;
  const text = textOf(lines.slice(from, to));
  const letters = countHan(text) + countLatin(text) / 4 + unnamedSigns(text);
  if (letters < 1 || text.length > longestTitle || captionPattern.test(text) || labelOf(text)) return false;
  if (/^[【〔［[（(《]?附[录錄图圖表件]/u.test(text) || contentsHead.test(text.replace(/[\s\u3000]/gu, '')))
    return false;
  if (sectionNumberOf(text) || unnumberedHeadings.test(text.replace(/[\s\u3000]/gu, ''))) return false;
  if (isByline(text) && first.ratio < 1.3) return false;
  return first.ratio > 1.12 || (first.centred && !isRunning(first));
}

/** Signs of a font without character map: they are letters that nobody can name. */
const unnamedSigns = (text: string): number => text.match(/□/gu)?.length ?? 0;

function isRunning(line: MeasuredLine): boolean {
  return isTextType(line) && line.short < 2 && line.indent < 5;
}

/** @param onPage all lines of the candidate's page */
function weigh(
  lines: readonly MeasuredLine[],
  from: number,
  to: number,
  onPage: readonly MeasuredLine[],
  heads: readonly string[],
): number {
  const first = lines[from]!;
  const text = textOf(lines.slice(from, to));
  let score = 0;
  if (first.ratio > 1.12)
    score += weights.larger + Math.min(weights.mostForSize, (first.ratio - 1.12) * weights.perSize);
  if (first.centred) score += weights.centred;
  if (first.bold || !first.textFace) score += weights.otherFace;
  const above = onPage.filter((line) => line.line.y < first.line.y - 1);
  if (first.line.y < 0.45 * first.page.height) score += weights.high;
  if (above.filter(isRunning).length === 0) score += weights.firstOfPage;
  else score += weights.textAbove;
  if (onPage.some((line) => line.ratio > first.ratio * 1.06 && countHan(line.text) > 1)) score += weights.notLargest;
  if (
    lines
      .slice(to - 1, to + 1)
      .some((line) => line.pieces.some((piece) => piece.raised === 1 && /^[*＊∗※†]/u.test(piece.text.trim())))
  )
    score += weights.star;
  const after = lines.slice(to, to + 60);
  if (after.slice(0, 7).some((line) => isByline(line.text.trim()) && !isRunning(line))) score += weights.byline;
  if (after.slice(0, 7).some((line) => isAffiliation(line.text.trim()))) score += weights.affiliation;
  if (after.slice(0, 24).some((line) => labelOf(line.text.trim()))) score += weights.labels;
  const key = bare(text);
  if (
    key.length >= 3 &&
    heads.some(
      (head) => bare(head).includes(key) || (key.length > 8 && key.startsWith(bare(head)) && bare(head).length >= 6),
    )
  )
    score += weights.runningHead;
  if (/[。；]$/u.test(text)) score += weights.sentence;
  return score;
}

const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

const textOf = (lines: readonly MeasuredLine[]): string =>
  lines
    .map((line) => line.text.trim())
    .join('')
    .replace(/[*＊∗※]+$/u, '');

function readOpening(lines: readonly MeasuredLine[], { from, to, score }: Candidate, floor: number): Opening {
  const title = lines.slice(from, to);
  const page = lines[from]!.page;
  const groups: Opening['groups'] = [{ role: 'title', lines: title }];
  const limit = Math.min(lines.length, to + longestOpening);
  let at = readPeople(lines, to, limit, title, groups);
  at = readParts(lines, at, limit, groups);
  let start = from;
  while (start > floor && lines[start - 1]!.page === page && !isRunning(lines[start - 1]!)) start--;
  // below the tail of another article nothing stands above a title but its column
  const above = lines
    .slice(start, from)
    .filter((line) => lines[start - 1]?.page !== page || line.above > 1.3 || line.below > 1.3);
  return {
    lines: lines.slice(above.length === from - start ? start : from, at),
    to: at,
    groups,
    above: above.length === from - start ? aboveTitle(lines.slice(start, from)) : [],
    title: textOf(title),
    margin: score - titleThreshold,
  };
}

/** 栏目, or what names journal, source and number. */
function aboveTitle(lines: readonly MeasuredLine[]): Opening['above'] {
  return lines.map((line) => {
    const text = line.text.trim().replace(/[\s\u3000]+/gu, '');
    const isColumn =
      columnLine.test(text) ||
      columnNames.test(text) ||
      (/^[\p{Script=Han}·—“”、（）]{2,16}$/u.test(text) && line.ratio >= 0.95);
    return { role: isColumn ? ('column' as const) : ('masthead' as const), lines: [line] };
  });
}

/** Subtitle, names and places: short lines until a label, a heading or running text. */
function readPeople(
  lines: readonly MeasuredLine[],
  from: number,
  limit: number,
  title: readonly MeasuredLine[],
  groups: Opening['groups'],
): number {
  let at = from;
  let people = false;
  while (at < limit) {
    const line = lines[at]!;
    const text = line.text.trim();
    const before = groups.at(-1)!;
    if (labelOf(text) || (line.page !== title[0]!.page && isRunning(line))) break;
    const role = peopleRole(line, lines[at + 1], text, before, people, title);
    if (!role) break;
    const goesOn = before.role === role && role === 'subtitle';
    if (goesOn) before.lines.push(line);
    else groups.push({ role, lines: [line] });
    people ||= role === 'byline';
    at++;
  }
  return at;
}

function peopleRole(
  line: MeasuredLine,
  next: MeasuredLine | undefined,
  text: string,
  before: Opening['groups'][number],
  people: boolean,
  title: readonly MeasuredLine[],
): Role | undefined {
  const names = withoutMarks(line);
  const lastTitle = title.at(-1)!;
  if (!people && subtitleWords.test(text.replace(/[\s\u3000]/gu, '')) && !isRunning(line)) return 'subtitle';
  if (!people && /^(?:——|—|―|─|--|－)/u.test(text)) return 'subtitle';
  if ((isByline(names) || isByline(text)) && !isRunning(line) && names.length < 160) return 'byline';
  if (isAffiliation(text) || (people && isPlaces(text)) || (isPlaces(text) && line.centred)) return 'byline';
  if (email.test(text) && !isRunning(line)) return 'masthead';
  const alike =
    before.role === 'subtitle' && Math.abs(before.lines.at(-1)!.line.size - line.line.size) < 0.05 * line.line.size;
  if (alike && line.line.y - before.lines.at(-1)!.line.y < 2.2 * line.line.size) return 'subtitle';
  if (countHan(text) === 0 && countLatin(text) > 3 && !isRunning(line)) {
    if (isEnglishByline(names)) return 'english-byline';
    if (isEnglishAffiliation(text)) return 'english-affiliation';
    return line.centred || line.ratio > 1.05 ? 'english-title' : undefined;
  }
  const largish = line.ratio > 1.05 && line.ratio < lastTitle.ratio * 1.02;
  if (!people && largish && before.role === 'title' && !sectionNumberOf(text) && next && text.length < 50)
    return 'subtitle';
  return undefined;
}

/** A byline without the raised signs on its names. */
function withoutMarks(line: MeasuredLine): string {
  return line.pieces
    .filter((piece) => piece.raised !== 1)
    .map((piece) => piece.text)
    .join('')
    .trim();
}

/** 以某某为中心: names do not read so. */
const subtitleWords =
  /^(?:以|从|從|基于|基於|兼论|兼論|兼谈|兼談|兼及|兼评|兼評).{3,}|.{3,}(?:为|為)(?:中心|例|视角|視角|线索|線索|个案|個案|主线|主線|考察)$/u;

const manyParagraphs = new Set<Role>(['abstract', 'english-abstract', 'bio', 'fund']);

/** Abstract, keywords, numbers: each from its label to the next one, as far as its type goes. */
function readParts(lines: readonly MeasuredLine[], from: number, limit: number, groups: Opening['groups']): number {
  let at = from;
  let end = from;
  while (at < limit) {
    const label = labelOf(lines[at]!.text.trim());
    if (!label) {
      if (!isEnglishPart(lines, at, limit)) break;
      groups.push({ role: englishRole(lines[at]!), lines: [lines[at]!] });
      at++;
      end = at;
      continue;
    }
    let stop = at + 1;
    const alone = lines[at]!.text.trim().length <= label.length;
    const style = alone ? lines[at + 1] : lines[at];
    while (stop < limit && !labelOf(lines[stop]!.text.trim()) && style && goesOn(lines, at, stop, style, alone)) stop++;
    const paragraphs = groupParagraphs(lines.slice(alone ? at + 1 : at, stop), 'indented');
    const taken = manyParagraphs.has(label.part) && isSetApart(style) ? paragraphs : paragraphs.slice(0, 1);
    if (alone) groups.push({ role: label.part, lines: [lines[at]!] });
    for (const { lines: own } of taken) groups.push({ role: label.part, lines: own });
    at += (alone ? 1 : 0) + taken.reduce((sum, { lines: own }) => sum + own.length, 0);
    end = at;
  }
  return end;
}

/** Set in another size or face than the text. */
function isSetApart(line: MeasuredLine | undefined): boolean {
  return line !== undefined && (Math.abs(line.ratio - 1) > 0.04 || !line.textFace);
}

/** Does a part go on in a line: of its size, near below, no heading? */
function goesOn(
  lines: readonly MeasuredLine[],
  from: number,
  at: number,
  style: MeasuredLine,
  alone: boolean,
): boolean {
  const line = lines[at]!;
  const before = lines[at - 1]!;
  const sameSize = Math.abs(line.line.size - style.line.size) <= 0.06 * style.line.size;
  if (!sameSize && !(alone && at === from + 1)) return false;
  if (line.centred && line.bold && !style.bold) return false;
  const plain = line.text.trim().replace(/[\s\u3000]/gu, '');
  if (unnumberedHeadings.test(plain) || (sectionNumberOf(line.text.trim()) && line.text.trim().length < 30))
    return false;
  return line.page !== before.page || line.above < 2.6;
}

function isEnglishPart(lines: readonly MeasuredLine[], at: number, limit: number): boolean {
  const line = lines[at]!;
  if (countHan(line.text) > 0 || countLatin(line.text) < 4) return false;
  return lines
    .slice(at, Math.min(limit, at + 14))
    .some(({ text }) => labelOf(text.trim())?.part === 'english-abstract');
}

function englishRole(line: MeasuredLine): Role {
  if (isEnglishByline(withoutMarks(line))) return 'english-byline';
  if (isEnglishAffiliation(line.text.trim()) || /^[(（]/u.test(line.text.trim())) return 'english-affiliation';
  return 'english-title';
}
