/** What may not begin or end a line, and lines and pages that end badly: P1, P2, P9, P10, P18. */
import { bodyLines, leftOf } from '../measure-type.js';
import { isFolio, isRaised, noteArea } from '../note-area.js';
import { verdict } from '../verdict.js';
import type { Line, Miss, PrintedBook, Sheet, Verdict } from '../types.js';

const closing = /^[，。、；：！？”’）》〉】〕」』·～]/u;
const opening = /[“‘（《〈【〔「『]$/u;
const mark = /^[①-⑳㉑-㉟㊱-㊿]/u;
const lonely = /^\p{Script=Han}[，。、；：！？…”’）》〉】〕」』]*[①-⑳㉑-㉟㊱-㊿]*$/u;

export function lineEnds(book: PrintedBook): Verdict[] {
  const { sheets } = book;
  const lines = sheets.flatMap((sheet) => sheet.lines.map((line) => ({ sheet, line })));
  const missesOf = (wrong: (line: Line, sheet: Sheet) => boolean): Miss[] =>
    lines
      .filter(({ sheet, line }) => wrong(line, sheet))
      .map(({ sheet, line }) => ({ page: sheet.number, line: line.number, what: line.text }));
  const starts = missesOf(({ text }) => text.length > 1 && closing.test(text));
  const ends = missesOf(({ text }) => text.length > 1 && opening.test(text));
  const split = missesOf((line, sheet) => {
    const next = sheet.lines[line.number];
    const broken = (sign: string) => line.text.endsWith(sign) && Boolean(next?.text.startsWith(sign));
    return broken('—') || broken('…');
  });
  const parted = missesOf((line) => mark.test(line.text) && isRaised(line.words[0]!, line));
  return [
    verdict('P1', 'no closing mark begins a line', `${starts.length} of ${lines.length} lines`, starts),
    verdict('P1', 'no opening mark ends a line', `${ends.length} of ${lines.length} lines`, ends),
    verdict('P2', 'no dash and no ellipsis is split', `${split.length} split`, split),
    verdict('P2', 'no note mark begins a line', `${parted.length} at a line start`, parted),
    ...paragraphs(book),
  ];
}

function paragraphs(book: PrintedBook): Verdict[] {
  const { type, sheets } = book;
  const single: Miss[] = [];
  const widows: Miss[] = [];
  const headings: Miss[] = [];
  sheets.forEach((sheet, n) => {
    const left = leftOf(type, sheet);
    const body = bodyLines(type, sheet);
    const flush = (line?: Line) => line !== undefined && Math.abs(line.x - left) < type.size * 0.6;
    const indented = (line?: Line) => line !== undefined && isIndent(line.x - left, type.size);
    const full = (line?: Line) => line !== undefined && line.right - left > type.measure - type.size;
    body.forEach((line, k) => {
      if (k > 0 && flush(line) && full(body[k - 1]) && lonely.test(line.text)) {
        single.push({ page: sheet.number, line: line.number, what: line.text });
      }
    });
    const [first, second] = body;
    const before = sheets[n - 1] && bodyLines(type, sheets[n - 1]!).at(-1);
    // the last line of a paragraph alone at the head of a page
    if (flush(first) && !full(first) && indented(second) && second!.y - first!.y < type.line * 1.2 && before) {
      widows.push({ page: sheet.number, line: first!.number, what: first!.text });
    }
    // its first line alone at the foot
    const [previous, last] = body.slice(-2);
    const next = sheets[n + 1] && bodyLines(type, sheets[n + 1]!)[0];
    const goesOn = next && Math.abs(next.x - leftOf(type, sheets[n + 1]!)) < type.size * 0.6;
    if (previous && indented(last) && full(last) && goesOn) {
      widows.push({ page: sheet.number, line: last!.number, what: last!.text });
    }
    const notes = new Set(noteArea(book, sheet).lines);
    const lowest = sheet.lines.filter((line) => !notes.has(line) && !isFolio(line)).at(-1);
    const following = sheets[n + 1]?.lines.length;
    if (lowest && following && lowest.size > type.size * 1.04 && sheet.lines.length > 8) {
      headings.push({ page: sheet.number, line: lowest.number, what: lowest.text });
    }
  });
  return [
    verdict('P9', 'no paragraph ends with a line of one character', `${single.length} lines`, single),
    verdict('P10', 'no single first or last line of a paragraph on a page', `${widows.length} lines`, widows),
    verdict('P18', 'no heading is the last line of a page', `${headings.length} headings`, headings),
  ];
}

/** Two characters, or one and a half where an opening mark loses its half. */
function isIndent(distance: number, size: number): boolean {
  return distance > size * 1.4 && distance < size * 2.3;
}
