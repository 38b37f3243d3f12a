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

/** Numbers that a row of marks may lack in one place, and the share of the marks of a style that must be in its row. */
const mostLost = 1;
const mostInRow = 0.6;
/** A number without a sign round it heads many lines: a longer row shows that these are entries. */
const fewestOf = { bracketed: 2, circled: 2, raised: 2, bare: 3 };

/**
 * The lines that open a note or an entry of a list. At least two do, and the marks of a style count up; one may be lost,
 * and a line of running text that happens to begin with a call stands aside.
 */
function notesAmong(lines: ParagraphLine[]): Set<number> {
  const marked = lines.flatMap((line, at) => {
    const lead = leadOf(line);
    return lead ? [{ ...lead, at }] : [];
  });
  const opening = new Set<number>();
  for (const style of Object.keys(fewestOf) as Lead['style'][]) {
    const ofStyle = marked.filter((mark) => mark.style === style);
    const row: typeof ofStyle = [];
    for (const mark of ofStyle) {
      const last = row.at(-1)?.number;
      if (last === undefined || (mark.number > last && mark.number <= last + 1 + mostLost)) row.push(mark);
    }
    if (row.length < fewestOf[style] || row.length < ofStyle.length * mostInRow) continue;
    if (style === 'bare' && (row[0]!.number !== 1 || !areEntries(row.map(({ at }) => lines[at]!.text)))) continue;
    for (const { at } of row) opening.add(at);
  }
  return opening;
}

/** Do most lines name the year of what they cite? */
function areEntries(texts: string[]): boolean {
  return texts.filter((text) => /\b(?:1[89]|20)\d{2}\b/u.test(text)).length > texts.length * mostInRow;
}

/** A mark at the start of a line. A page may have marks of two styles: the author's note is counted apart. */
interface Lead {
  number: number;
  style: 'bracketed' | 'circled' | 'raised' | 'bare';
}

function leadOf({ text, raised }: ParagraphLine): Lead | undefined {
  const lead = noteLead.exec(text);
  if (lead) return { number: markNumber(lead[1], lead[2]), style: lead[2] ? 'circled' : 'bracketed' };
  const number = raised ? /^\d{1,3}/.exec(text) : null;
  if (number) return { number: Number(number[0]), style: 'raised' };
  const bare = /^\s*(\d{1,3})(?:[.．、]\s*(?!\d)|\s*)(?=[\p{Script=Han}\p{Lu}])/u.exec(text);
  return bare ? { number: Number(bare[1]), style: 'bare' } : undefined;
}
