/**
 * Parts what an OCR wrote as lines of one paragraph: the notes of a page, the labelled parts of an opening, a picture
 * and its caption, a title and its subtitle.
 *
 * In: a paragraph. Out: the paragraphs that its lines are, or the paragraph as it was.
 */
import type { Paragraph } from 'mdast';
import { withoutBlanks } from '../../../vocabulary/characters.js';
import { noteListHeadings } from '../../../vocabulary/headings.js';
import { captionPattern, labelOf, sourceLinePattern } from '../../../vocabulary/labels.js';
import { markNumber, noteLead } from '../../../vocabulary/note-markers.js';
import { linesOf, splitParagraph, type ParagraphLine } from './split-paragraph.js';

export function partsApart(node: Paragraph): Paragraph[] {
  const lines = linesOf(node);
  if (lines.length < 2) return [node];
  const notes = notesAmong(lines);
  const opens = (at: number): boolean => notes.has(at) || opensPart(lines[at]!, lines[at - 1]!, at);
  const opening = new Set([...lines.keys()].filter((at) => at > 0 && opens(at)));
  return opening.size === 0 ? [node] : splitParagraph(node, (at) => opening.has(at));
}

/** a. 甲 ⏎ b. 乙, (1) 子 ⏎ (2) 丑: the sign of an item that Markdown does not know. */
const itemSign =
  /^(?:[a-hA-H][.．、)）]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳⑴-⒇⒈-⒛]|[一二三四五六七八九十]{1,3}、)\s*\S/u;

/** Lines of a person that are items each, two and more below one another. */
export function itemsApart(node: Paragraph): Paragraph[] {
  const lines = linesOf(node);
  const isItem = (at: number): boolean => itemSign.test(lines[at]?.text.trim() ?? '');
  const splits = [...lines.keys()].filter((at) => at > 0 && isItem(at) && isItem(at - 1));
  return splits.length === 0 ? [node] : splitParagraph(node, (at) => splits.includes(at));
}

/** As wide as the first line of a title can be, characters. */
const longestTitleLine = 40;
const longestCaption = 60;

function opensPart(line: ParagraphLine, before: ParagraphLine, at: number): boolean {
  const isSubtitle = at === 1 && before.text.length <= longestTitleLine && /^(?:——|--)\S/u.test(line.text);
  const isBelowCaption = captionPattern.test(before.text) && before.text.length <= longestCaption;
  if (isBelowCaption && (sourceLinePattern.test(line.text) || !/^[\p{Script=Han}，]/u.test(line.text))) return true;
  return isSubtitle || labelOf(line.text) !== undefined || headsList(line) || headsList(before) || before.picture;
}

function headsList({ text }: ParagraphLine): boolean {
  return noteListHeadings.test(withoutBlanks(text));
}

/**
 * The lines that open a note. At least two do, and the marks of a style count up by one: a line of running text that
 * happens to begin with a call stands alone.
 */
function notesAmong(lines: ParagraphLine[]): Set<number> {
  const marked = lines.map(leadOf).flatMap((mark, line) => (mark === undefined ? [] : [{ ...mark, line }]));
  const countUp = marked.every(({ number, style }, i) => {
    const before = marked.slice(0, i).findLast((other) => other.style === style);
    return !before || number === before.number + 1;
  });
  return new Set(marked.length > 1 && countUp ? marked.map(({ line }) => line) : []);
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
