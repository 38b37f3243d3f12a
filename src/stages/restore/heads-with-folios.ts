/**
 * Running heads with their page number on one line, far apart from it, told by the numbers alone: 58　　　中国坊刻史, and
 * 第三章　坊刻的兴起　　　59 on the page behind.
 *
 * In: the text of each block, with its gaps, and the numbers of the folios found so far by their place. Out: the places of
 * such heads. A number follows upon that of the folio right beside it, or upon another head's some lines away; rows of a
 * table stand line by line, and numbered headings do not come again.
 */
import { withoutBlanks } from '../../vocabulary/characters.js';
import { labelOf } from '../../vocabulary/labels.js';
import { isComplete } from './blocks.js';

const apart = '(?:[ \\t]{3,}|[ \\t]*　{2,}[ \\t　]*)';
const numberFirst = new RegExp(`^(\\d{1,4})${apart}(\\D.{1,40})$`, 'u');
const numberLast = new RegExp(`^(\\D.{1,40}?)${apart}(\\d{1,4})$`, 'u');
/** A page has more lines than a table's row. */
const shortestPage = 6;
/** Numbers of headings seldom go so far. */
const highestHeading = 20;

interface Head {
  at: number;
  number: number;
  words: string;
}

/** @param folios number of each folio by the place of its line */
export function headsWithFolios(texts: (string | undefined)[], folios: ReadonlyMap<number, number>): number[] {
  const lines = texts.flatMap((text, at): Head[] => {
    const head = text === undefined || isComplete(text) || labelOf(text) ? undefined : headOf(text);
    return head ? [{ at, ...head }] : [];
  });
  const byNumber = new Map<number, Head[]>();
  for (const line of lines) byNumber.set(line.number, [...(byNumber.get(line.number) ?? []), line]);
  const known = new Set(texts.flatMap((text) => (text === undefined ? [] : [withoutBlanks(text)])));
  const found = new Set<Head>();
  for (const line of lines) {
    const besideFolio = [-1, 1].some((step) => folios.get(line.at + step) === line.number + step);
    if (besideFolio) found.add(line);
  }
  // a head leads to that of the next page, and of the one before
  const open = [...found, ...lines.filter((line) => follows(line, byNumber) && !found.has(line))];
  for (const line of open) {
    const isHead = found.has(line) || line.number > highestHeading || known.has(line.words);
    if (isHead) found.add(line);
  }
  return [...found].map(({ at }) => at).sort((a, b) => a - b);
}

function headOf(text: string): { number: number; words: string } | undefined {
  const first = numberFirst.exec(text);
  if (first) return { number: Number(first[1]), words: withoutBlanks(first[2]!) };
  const last = numberLast.exec(text);
  return last ? { number: Number(last[2]), words: withoutBlanks(last[1]!) } : undefined;
}

/** Does the head of the page before or behind stand where it should? */
function follows(line: Head, byNumber: ReadonlyMap<number, Head[]>): boolean {
  return [-2, -1, 1, 2].some((step) =>
    (byNumber.get(line.number + step) ?? []).some(
      ({ at }) => (at - line.at) * step > 0 && Math.abs(at - line.at) >= shortestPage,
    ),
  );
}
