/**
 * Which pages of a file belong to its text: covers, boards, contents lists and the pages of other articles stand round one
 * article that a library gives away.
 *
 * A page is left out only where several signs agree: it is outside the run of numbered pages, and it looks like what
 * stands there. A page that could be text stays.
 */
import { isChinese } from '../../../vocabulary/characters.js';
import { contentsHead, isListed } from '../../../vocabulary/contents.js';
import { labelOf } from '../../../vocabulary/labels.js';
import type { LabelledPart } from '../../../model/index.js';
import type { PagedPage } from '../../../model/paged-text.js';
import { isTextType, linesByPage, type MeasuredLine } from './measured-line.js';

/** What a page is that does not belong to the text. */
export type OutsidePage = 'cover' | 'board' | 'contents' | 'abstracts' | 'record';

/** Words of the people and the business behind a journal. */
const boardWords =
  /(?:主\s*管|主\s*办|主\s*辦|主\s*编|主\s*編|编\s*委|編\s*委|编辑部|出版单位|邮发代号|刊\s*号|国内统一|国际标准|ISSN|CN\s*\d{2}|定\s*价|印\s*刷|发行|社\s*长|开\s*本|印\s*张|字\s*数|版\s*次|印\s*次|书\s*号|字\s*体\s|排\s*印|刊\s*名|期\s*次|版权所有|License|订阅|征订|投稿|Editor|Subscription|Publisher)/gu;
/** What a library says of the article that it gives away, on a page of its own behind it. */
const recordLabels =
  /^(?:作者|作者单位|刊名|英文刊名|年，卷[（(]期[）)]|被引用次数|参考文献[（(]\d+条[）)]|引证文献[（(]\d+条[）)]|本文读者也读过[（(]\d+条[）)]|本文链接)\s*[：:]?/u;
/** Lines that open with so many of these labels make a page such a record. */
const fewestRecordLabels = 3;

/** 第3期, 总第 120 期, Vol. 12: what a journal's title page says beside its name. */
const issueNumber = /第\s*[\d一二三四五六七八九十]+\s*[期卷辑輯]|[总總]第\s*\d+|\bVol\.\s*\d/u;
/** A title page has so many lines at most. */
const mostTitleLines = 12;
/** Share of the lines of a board that name people or business. */
const leastBoardLines = 0.15;
const openingParts = new Set<LabelledPart | undefined>(['abstract', 'keywords']);
const abstractsHead = /^(?:English\s+)?Abstracts?$|^英文(?:摘要|提要|目录)$/iu;

/**
 * @param lines of all pages in reading order
 * @param pages in order
 * @returns the pages that are left out, by number
 */
export function outsidePages(lines: readonly MeasuredLine[], pages: readonly PagedPage[]): Map<number, OutsidePage> {
  const outside = new Map<number, OutsidePage>();
  if (pages.length < 3) return outside;
  const byPage = linesByPage(lines);
  const linesOf = (page: PagedPage): readonly MeasuredLine[] => byPage.get(page) ?? [];
  const run = mainRun(pages, linesOf);
  // English abstracts of others stand round a Chinese text; pages of an English one are its own
  const chinese = isChinese(
    lines
      .filter((line) => line.textFace)
      .slice(0, 200)
      .map(({ text }) => text)
      .join(''),
  );
  const hasText = pages.map((page) => runningLines(linesOf(page)) >= fewestRunning);
  const [firstText, lastText] = [hasText.indexOf(true), hasText.lastIndexOf(true)];
  let before: OutsidePage | undefined;
  pages.forEach((page, i) => {
    const own = linesOf(page).filter(({ line }) => line.area !== 'furniture' && line.area !== 'stamp');
    if (i > 0 && isRecord(own, page, before)) {
      before = 'record';
      outside.set(page.number, 'record');
      return;
    }
    if (i >= run.start && i < run.end) {
      before = undefined;
      return;
    }
    const kind = kindOf(own, page, before, i >= run.end);
    before = kind;
    const atEnds = i < firstText || i > lastText || i >= run.end;
    // a page between pages of text is one of theirs, whatever it shows; a list of contents may stand behind a preface
    if (!kind || (kind !== 'contents' && !atEnds)) return;
    if (kind === 'abstracts' && !(chinese && i >= run.end)) return;
    outside.set(page.number, kind);
  });
  return outside;
}

/** The longest stretch of pages whose numbers count up; all pages where there are no numbers. */
function mainRun(
  pages: readonly PagedPage[],
  linesOf: (page: PagedPage) => readonly MeasuredLine[],
): { start: number; end: number } {
  let best = { start: 0, end: pages.length };
  let most = 0;
  const weight = (page: PagedPage): number =>
    linesOf(page).reduce((sum, line) => sum + (line.textFace ? line.text.length : 0), 0);
  for (let start = 0; start < pages.length;) {
    const offset = Number(pages[start]!.folio) - start;
    let end = start + 1;
    // pages of plates and of openings bear no number
    for (let at = end; at < pages.length; at++) {
      if (pages[at]!.folio === undefined) continue;
      if (Number(pages[at]!.folio) - at !== offset) break;
      end = at + 1;
    }
    const total = pages.slice(start, end).reduce((sum, page) => sum + weight(page), 0);
    if (!Number.isNaN(offset) && total > most) [best, most] = [{ start, end }, total];
    start = end;
  }
  return best;
}

/** So many full lines of text make a page one of text. */
const fewestRunning = 6;

function runningLines(lines: readonly MeasuredLine[]): number {
  return lines.filter(
    (one) =>
      one.line.area === 'body' &&
      isTextType(one) &&
      one.short < 1.5 &&
      one.line.right - one.line.x > 13 * one.line.size,
  ).length;
}

/** Does a page say where a library has an article from, or go on with that? It bears no number. */
function isRecord(lines: readonly MeasuredLine[], page: PagedPage, before: OutsidePage | undefined): boolean {
  if (page.folio !== undefined || lines.length === 0) return false;
  if (before === 'record') return true;
  const labels = lines.flatMap(({ text }) => recordLabels.exec(text.trim())?.[0].replace(/[（(\d：:\s].*/u, '') ?? []);
  return new Set(labels).size >= fewestRecordLabels;
}

function kindOf(
  lines: readonly MeasuredLine[],
  page: PagedPage,
  before: OutsidePage | undefined,
  afterAll: boolean,
): OutsidePage | undefined {
  if (lines.length === 0) return undefined;
  const words = lines.map((line) => line.text.trim());
  const text = words.join('\n');
  const listed = words.filter((line) => isListed(line) || /[…·.．]{3,}/u.test(line)).length;
  // a page that also holds a title or text is read: its list is found line by line
  const headed = words.some((line) => contentsHead.test(line.replace(/[\s\u3000]/gu, '')));
  const isList = listed >= 0.6 * words.length;
  if ((isList && (headed || before === 'contents')) || (afterAll && (headed || listed >= 4))) return 'contents';
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const running = runningLines(lines);
  if (
    latin > 3 * han &&
    latin > 400 &&
    (before === 'abstracts' || words.some((line) => abstractsHead.test(line)) || /\[?Abstract\]?/iu.test(text))
  )
    return 'abstracts';
  // an article opens here: its first page is often without a number
  if (words.some((line) => openingParts.has(labelOf(line)?.part))) return undefined;
  const board = text.match(boardWords)?.length ?? 0;
  const boardLines = words.filter((line) => line.match(boardWords)).length;
  // 版权页: hardly a line that does not name such a thing
  if (board >= 2 && running === 0 && boardLines >= 0.6 * lines.length) return 'board';
  if (board >= 3 && running < 0.5 * lines.length && boardLines >= leastBoardLines * lines.length) return 'board';
  const sizes = lines.map((line) => line.ratio);
  // the name of a journal and its number alone on a page
  if (running === 0 && lines.length <= mostTitleLines && Math.max(...sizes) > 1.3 && issueNumber.test(text))
    return 'cover';
  const covered = page.blocks.some(
    (block) => (block.right - block.x) * (block.bottom - block.y) > 0.3 * page.width * page.height,
  );
  const mixed = new Set(sizes.map((size) => Math.round(size * 10))).size >= 3;
  if (running <= 0.2 * lines.length && (covered || (mixed && board >= 1) || page.width > 1.3 * page.height))
    return 'cover';
  return undefined;
}
