/**
 * Notes gathered at an article's end: lines of pages in, those that are part of such a list out.
 *
 * A list stands anywhere on its page, below a heading that says so, in small type with marks that count up; it goes on at the
 * head of the next page. A small list of points within the text has no such heading and few marks.
 */
import { noteListHeadings } from '../../../vocabulary/headings.js';
import { markNumber, noteLead } from '../../../vocabulary/note-markers.js';
import { referenceHeading } from '../../../vocabulary/references.js';
import type { DraftLine } from './page-lines.js';

/** Marks that count up, from which a list needs no heading. */
const enoughMarks = 6;

/** Below a heading that says so, so many marks that count up are a list whatever the size of its type. */
const enoughBelowHeading = 3;

/**
 * @param pages lines of each page in reading order, without furniture and what is inside figures and tables
 * @param isSmall is a line smaller than the text?
 * @param textSize of the running text, pt
 */
export function findNoteLists(
  pages: readonly (readonly DraftLine[])[],
  isSmall: (line: DraftLine) => boolean,
  textSize: number,
): Set<DraftLine> {
  const listed = new Set<DraftLine>();
  let last = 0; // mark of the note that the page before ends with
  let size = 0; // of a list that is set like the text
  let isCut = false; // its last line fills the measure: its last note goes on overleaf
  for (const lines of pages) {
    let open = last;
    last = 0;
    for (let i = 0; i < lines.length;) {
      const above = wordsOf(lines[i - 1]);
      const like = size > 0 && i === 0 && open > 0 ? size : noteListHeadings.test(above) ? lines[i]!.size : 0;
      const ofList = (line: DraftLine): boolean =>
        isSmall(line) || (Math.abs(line.size - like) < 0.2 && !referenceHeading.test(wordsOf(line)));
      const to = endOfRun(lines, i, ofList);
      if (to === i) {
        i++;
        open = 0;
        continue;
      }
      const run = lines.slice(i, to);
      const { marks, mark, from } = counted(run, i === 0 ? open : 0);
      // notes at the foot of a page begin again on the next: a list counts on
      const isTail = isCut && run.every((line) => Math.abs(line.size - textSize) > 0.04 * textSize);
      const goesOn = i === 0 && open > 0 && (marks > 0 || isTail);
      const isReferences = referenceHeading.test(above);
      const isHeaded = noteListHeadings.test(above) && marks >= (isSmall(lines[i]!) ? 1 : enoughBelowHeading);
      if (!isReferences && (goesOn || isHeaded || marks >= enoughMarks)) {
        for (const line of run.slice(goesOn ? 0 : from)) listed.add(line);
        if (to === lines.length) {
          last = mark;
          size = like;
          isCut = fills(run);
        }
      }
      i = to;
    }
  }
  return listed;
}

function fills(run: readonly DraftLine[]): boolean {
  const right = Math.max(...run.map((line) => line.right));
  return run.length > 1 && right - run.at(-1)!.right < run.at(-1)!.size;
}

function wordsOf(line: DraftLine | undefined): string {
  return line?.text.replace(/[\s\u3000]+/gu, '') ?? '';
}

/** Small lines of one size that follow each other. */
function endOfRun(lines: readonly DraftLine[], from: number, isSmall: (line: DraftLine) => boolean): number {
  let to = from;
  while (to < lines.length && isSmall(lines[to]!) && Math.abs(lines[to]!.size - lines[from]!.size) < 0.5) to++;
  return to;
}

/** How many marks of a run count up from the one before, the last of them, and where the first one is. */
function counted(run: readonly DraftLine[], before: number): { marks: number; mark: number; from: number } {
  let marks = 0;
  let mark = before;
  let from = run.length;
  run.forEach(({ text }, i) => {
    const lead = noteLead.exec(text);
    if (!lead || markNumber(lead[1], lead[2]) !== mark + 1) return;
    mark++;
    marks++;
    from = Math.min(from, i);
  });
  return { marks, mark, from };
}
