/**
 * Lists of contents within a paged text: lines in, the lines of each list out.
 *
 * A list has a heading that says so, or leaders before its numbers; its lines end in numbers of pages that rise.
 */
import { contentsHead, isListed } from '../../../vocabulary/contents.js';
import type { MeasuredLine } from './measured-line.js';

/** So many lines with leaders make a list without a heading. */
const fewestListed = 4;
const endsInPage = /[\s\u3000.…·]\s*[(（]?(\d{1,4}|[ivxlc]{1,6})[)）]?$/u;
/** Lines of a list that do not end in a number: entries that run over two lines, parts without a page. */
const mostBetween = 3;

/** @param lines of running text in reading order */
export function findContentsLists(lines: readonly MeasuredLine[]): Set<MeasuredLine> {
  const found = new Set<MeasuredLine>();
  for (let i = 0; i < lines.length;) {
    const headed = contentsHead.test(lines[i]!.text.replace(/[\s\u3000]/gu, ''));
    const from = headed ? i + 1 : i;
    const to = endOfList(lines, from);
    const listed = lines.slice(from, to).filter(({ text }) => isListed(text.trim())).length;
    const numbered = lines.slice(from, to).filter(({ text }) => endsInPage.test(text.trim())).length;
    if ((headed && numbered >= 3) || listed >= fewestListed) {
      for (const line of lines.slice(i, to)) found.add(line);
      i = to;
    } else i++;
  }
  return found;
}

/** From a line on as far as entries follow each other. */
function endOfList(lines: readonly MeasuredLine[], from: number): number {
  let end = from;
  for (let i = from; i < lines.length && i - end <= mostBetween; i++) {
    const text = lines[i]!.text.trim();
    const entry = isListed(text) || (endsInPage.test(text) && text.length < 80 && !/[。；]$/u.test(text));
    if (entry) end = i + 1;
    else if (/[。；]/u.test(text) && lines[i]!.short < 2) break;
  }
  return end;
}
