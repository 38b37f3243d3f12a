/**
 * Numbered lists of references: lines of pages in, those that are part of such a list out.
 *
 * A list stands below its heading in one size, with numbers that count up, and goes on in the next column and overleaf. It
 * is no area of notes, however low and small it stands: the text calls an entry as often as it likes.
 */
import { markNumber, noteLead } from '../../../vocabulary/note-markers.js';
import { referenceHeading } from '../../../vocabulary/references.js';
import type { DraftLine } from './page-lines.js';

/** Lines of a list differ by no more in size, pt. */
const sameSize = 0.3;
const circledLead = /^[\s　]*[①-⑳㉑-㉟㊱-㊿*＊∗†‡]/u;

/** @param pages lines of each page in reading order, without furniture and what is inside figures and tables */
export function findReferenceLists(pages: readonly (readonly DraftLine[])[]): Set<DraftLine> {
  const listed = new Set<DraftLine>();
  let list: { size: number; mark: number } | undefined;
  let isHeaded = false;
  for (const line of pages.flat()) {
    const words = line.text.replace(/[\s　]+/gu, '');
    if (referenceHeading.test(words) && !words.startsWith('注')) {
      [list, isHeaded] = [undefined, true];
      continue;
    }
    const lead = circledLead.test(line.text) ? null : noteLead.exec(line.text);
    const mark = lead ? markNumber(lead[1], lead[2]) : 0;
    if (isHeaded && mark === 1) list = { size: line.size, mark: 0 };
    isHeaded = false;
    const isOther = !list || circledLead.test(line.text) || Math.abs(line.size - list.size) > sameSize;
    if (isOther) list = undefined;
    else {
      if (mark === list!.mark + 1) list!.mark = mark;
      listed.add(line);
    }
  }
  return listed;
}
