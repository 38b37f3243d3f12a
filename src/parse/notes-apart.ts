/**
 * Parts the notes of a page that an OCR wrote as lines of one paragraph.
 *
 * In: a paragraph. Out: one paragraph a note, and one for what stands above them; or the paragraph as it was. At least
 * two lines open with marks, and the marks of a style count up by one: a line of running text that happens to begin with a call
 * stands alone.
 */
import type { Paragraph } from 'mdast';
import { markNumber, noteLead } from '../vocabulary/note-markers.js';
import { linesOf, splitParagraph, type ParagraphLine } from './split-paragraph.js';

export function notesApart(node: Paragraph): Paragraph[] {
  const lines = linesOf(node);
  if (lines.length < 2) return [node];
  const marked = lines.map(leadOf).flatMap((mark, line) => (mark === undefined ? [] : [{ ...mark, line }]));
  const countUp = marked.every(({ number, style }, i) => {
    const before = marked.slice(0, i).findLast((other) => other.style === style);
    return !before || number === before.number + 1;
  });
  if (marked.length < 2 || !countUp) return [node];
  const opening = new Set(marked.map(({ line }) => line));
  return splitParagraph(node, (line) => opening.has(line));
}

/** A mark at the start of a line. A page may have marks of two styles: the author's note is counted apart. */
interface Lead {
  number: number;
  style: 'bracketed' | 'circled' | 'raised';
}

function leadOf({ text, raised }: ParagraphLine): Lead | undefined {
  const lead = noteLead.exec(text);
  if (lead) return { number: markNumber(lead[1], lead[2]), style: lead[2] ? 'circled' : 'bracketed' };
  const number = raised ? /^\d{1,3}/.exec(text) : null;
  return number ? { number: Number(number[0]), style: 'raised' } : undefined;
}
