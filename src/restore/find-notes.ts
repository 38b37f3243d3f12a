/**
 * Find the texts of notes, page by page, and put the lines of each together.
 *
 * Damage: notes stand at the foot of the page, between the two halves of a sentence; their marks may be torn off or
 * lost; the end of a note may stand at the foot of the next page.
 * Evidence: a mark at the start of a block; in line-by-line texts a block of lines set to the wider measure of the
 * notes up to the page change; marks on lines of their own go to the unmarked texts that follow them.
 * Leaves alone: marks within lines; enumerations.
 *
 * @example wrapped
 *   before: 印刷史上有两份记录。
 *           活字印刷在中国史料中留下较为完整的
 *           ① 沈括：《梦溪笔谈》卷十
 *           八。
 *            工艺记录。
 *   after:  印刷史上有两份记录。
 *           活字印刷在中国史料中留下较为完整的
 *           note 1: 沈括：《梦溪笔谈》卷十八。
 *           工艺记录。
 */
import type { Paragraph, RootContent, Text } from 'mdast';
import { isLineByLine, type Survey } from '../clean/survey.js';
import { restoreRule, type RestoreContext } from '../diagnostics.js';
import { messages } from '../messages/en.js';
import { countLatin, isChinese, withoutBlanks } from '../vocabulary/characters.js';
import { headingNumeralOf, noteListHeadings, unnumberedHeadings } from '../vocabulary/headings.js';
import { markNumber, noteLead } from '../vocabulary/note-markers.js';
import {
  append,
  cutLead,
  dataOf,
  isComplete,
  isParagraph,
  isTextBlock,
  roleOf,
  setRole,
  spanOf,
  textOf,
} from './blocks.js';

export const findNotes = restoreRule({
  name: 'find-notes',
  touches: 'furniture',
  apply(root, context) {
    root.children = isLineByLine(context.survey) ? byLine(root.children, context) : byParagraph(root.children, context);
    for (const node of root.children) if (roleOf(node) === 'note') askForEnd(node, context);
    root.children = withoutListHeadings(root.children, context);
  },
});

/** 注释： above a list of notes heads nothing any more: its notes are tied to their calls. */
function withoutListHeadings(blocks: RootContent[], context: RestoreContext): RootContent[] {
  return blocks.filter((node, i) => {
    const next = blocks[i + 1];
    if (!next || roleOf(next) !== 'note' || !isTextBlock(node) || roleOf(node) !== 'body') return true;
    const text = withoutBlanks(textOf(node));
    if (!noteListHeadings.test(text)) return true;
    context.setAside(text, spanOf(node), node);
    return false;
  });
}

/** A note that ends in the middle of a sentence has lost its end. */
function askForEnd(node: RootContent, context: RestoreContext): void {
  const text = textOf(node).trimEnd();
  if (isComplete(text) || /https?:\S*$/.test(text) || /[）)》”]$/u.test(text) || text === '') return;
  context.say('warning', messages.restore.noteBrokenOff(text), spanOf(node));
}

/** A paragraph a note: those that open with a mark. What cuts a page is taken from the flow and remembered. */
function byParagraph(blocks: RootContent[], context: RestoreContext): RootContent[] {
  const out: RootContent[] = [];
  let pageBefore = false;
  let items = false; // within an enumeration
  for (const [i, node] of blocks.entries()) {
    if (isParagraph(node) && roleOf(node) === 'body') {
      items = noteLead.test(textOf(node)) && (items || enumerates(blocks, i));
      const mark = items ? undefined : takeMark(node, context);
      if (mark !== undefined) {
        dataOf(node).mark = mark;
        setRole(node, 'note');
        pageBefore = true;
      } else if (pageBefore) {
        dataOf(node).pageBefore = true;
        pageBefore = false;
      }
    } else if (node.type === 'thematicBreak') {
      pageBefore = true;
      continue;
    }
    out.push(node);
  }
  return out;
}

/** Cuts the mark off a note's text and returns its number. */
function takeMark(node: Paragraph, context: RestoreContext): number | undefined {
  const [first, ...rest] = node.children;
  const raised = first?.type === 'text' && first.data?.raised ? /^\D?(\d{1,3})\D?$/u.exec(first.value.trim()) : null;
  if (raised && rest.length > 0) {
    // no paragraph begins with a raised number but a note
    context.setAside(withoutBlanks((first as Text).value), spanOf(first!));
    node.children = rest;
    if (rest[0]?.type === 'text') rest[0].value = rest[0].value.trimStart();
    return Number(raised[1]);
  }
  const lead = noteLead.exec(textOf(node));
  if (!lead) return undefined;
  const span = spanOf(node);
  const cut = cutLead(node, lead[0].length);
  context.setAside(withoutBlanks(cut), { start: span.start, end: span.start + cut.length });
  return markNumber(lead[1], lead[2]);
}

/** Printed lines: walks through the pages, in or out of a block of notes. */
function byLine(lines: RootContent[], context: RestoreContext): RootContent[] {
  const { survey } = context;
  const out: RootContent[] = [];
  let last: Paragraph | undefined; // the note under way, also over a page change
  let inNotes = false;
  let marked = true; // the block under way shows its marks beside its texts
  let opensNew = false; // the next line begins a note whatever it looks like
  let lastMark = 0; // the highest mark of the block under way
  let widest = 0; // the measure of the notes, as far as they were seen
  const waiting: number[] = []; // marks on lines of their own, whose texts follow
  for (let i = 0; i < lines.length; i++) {
    const node = lines[i]!;
    if (!isParagraph(node) || roleOf(node) !== 'body' || !node.data?.line) {
      inNotes = false;
      out.push(node);
      continue;
    }
    const line = node.data.line;
    const lead = noteLead.exec(textOf(node));
    const mark = lead ? markNumber(lead[1], lead[2]) : undefined;
    const turned = line.pageStart || node.data.pageBefore === true;
    if (
      inNotes &&
      mark === undefined &&
      (line.blankBefore >= 3 ||
        (turned && (!isOfNote(node, survey) || bodyWaits(out, last))) ||
        (marked && endsBlock(node, last, widest, survey)))
    )
      inNotes = false;
    if (
      mark !== undefined &&
      (inNotes ? mark === 1 || mark > lastMark : opensBlock(lines, i, mark, lastMark, survey))
    ) {
      if (!inNotes && last && !isComplete(textOf(last)) && mark === 1) takeTail(out, last, survey);
      takeMark(node, context);
      marked = withoutBlanks(textOf(node)) !== '';
      widest = Math.max(widest, line.width);
      if (marked) last = startNote(node, mark, out);
      else waiting.push(mark);
      opensNew = !marked;
      inNotes = true;
      lastMark = mark;
    } else if (inNotes || (turned && isUnmarkedBlock(lines, i, survey))) {
      if (!inNotes) [marked, opensNew, lastMark] = [false, true, 0];
      widest = Math.max(widest, line.width);
      inNotes = true;
      const ended = last !== undefined && isComplete(textOf(last)) && last.data!.line!.width < noteMeasure(survey) - 2;
      if (opensNew || last === undefined || (!marked && ended)) last = startNote(node, waiting.shift(), out);
      else {
        if (survey.kind === 'caj' && line.pageStart)
          context.say('warning', messages.restore.hole(textOf(last)), spanOf(node));
        append(last, node);
      }
      opensNew = false;
    } else out.push(node);
  }
  return out;
}

function startNote(node: Paragraph, mark: number | undefined, out: RootContent[]): Paragraph {
  setRole(node, 'note');
  if (mark !== undefined) dataOf(node).mark = mark;
  out.push(node);
  return node;
}

/**
 * Does a line behind a complete note belong to the body: a heading, or a line of the body's measure where the notes are
 * set to a wider one and the note's last line was short?
 */
function endsBlock(node: Paragraph, last: Paragraph | undefined, widest: number, survey: Survey): boolean {
  if (!last || !isComplete(textOf(last))) return false;
  const text = textOf(node).trim();
  const { width } = node.data!.line!;
  const heads = headingNumeralOf(text) !== undefined || unnumberedHeadings.test(withoutBlanks(text));
  if (heads && width < survey.bodyWidth - 2 && !isComplete(text)) return true;
  const short = last.data!.line!.width < widest - 2;
  return short && widest >= survey.bodyWidth + 3 && Math.abs(width - survey.bodyWidth) <= 1.2;
}

/** Notes are set wider than the body where they are set smaller: about four thirds of it. */
function noteMeasure(survey: Survey): number {
  return survey.bodyWidth * 1.25;
}

/**
 * Does a line that opens with a mark begin a block of notes? The marks of a block count up; a line of the body that
 * begins with a call stands alone.
 */
function opensBlock(lines: RootContent[], at: number, mark: number, lastMark: number, survey: Survey): boolean {
  if (enumerates(lines, at)) return false;
  // of a torn page the first notes may be lost, and all but one
  if (survey.kind === 'caj' || mark <= 2 || mark === lastMark + 1) return true;
  return lines.slice(at + 1, at + 12).some((node) => {
    const lead = isParagraph(node) ? noteLead.exec(textOf(node)) : null;
    return lead !== null && markNumber(lead[1], lead[2]) === mark + 1;
  });
}

/** Is this the first item of an enumeration: behind a colon, and an item that ends in a semicolon? */
function enumerates(blocks: RootContent[], at: number): boolean {
  const before = blocks[at - 1];
  if (!before || !isParagraph(before) || !/[：:]\s*$/u.test(textOf(before))) return false;
  return blocks.slice(at, at + 3).some((node) => isParagraph(node) && /[；;]\s*$/u.test(textOf(node)));
}

/** Is a line at a page change part of a note rather than the body going on? */
function isOfNote(node: Paragraph, survey: Survey): boolean {
  const width = node.data!.line!.width;
  return survey.kind === 'caj' && Math.abs(width - survey.bodyWidth) > 2.5;
}

/** Is the note under way complete, and the text that the page cut not? */
function bodyWaits(out: RootContent[], last: Paragraph | undefined): boolean {
  const text = out.findLast((node) => isParagraph(node) && roleOf(node) === 'body');
  return last !== undefined && isComplete(textOf(last)) && text !== undefined && !isComplete(textOf(text));
}

/** Does a block of unmarked notes begin here: lines of the notes' measure up to the page change? */
function isUnmarkedBlock(lines: RootContent[], at: number, survey: Survey): boolean {
  const width = (i: number): number => dataOf(lines[i]!).line?.width ?? 0;
  const text = textOf(lines[at]!);
  // a torn page: the head of its notes is lost, what is left of the first is a Latin citation
  if (survey.kind === 'caj') return !isChinese(text) && countLatin(text) > 20;
  return (
    width(at) > survey.bodyWidth + 4 &&
    at + 1 < lines.length &&
    (width(at + 1) > survey.bodyWidth + 4 || isComplete(textOf(lines[at + 1]!)))
  );
}

/** The lines above the first mark of a page that finish the last note of the page before. */
function takeTail(out: RootContent[], note: Paragraph, survey: Survey): void {
  let from = out.length;
  while (from > 0 && out.length - from < 6) {
    const node = out[from - 1]!;
    if (!isParagraph(node) || roleOf(node) !== 'body' || !node.data?.line) break;
    const latin = /^[\x20-\x7E“”‘’–—]+$/u.test(textOf(node));
    if (!latin && node.data.line.width < survey.bodyWidth + 2) break;
    from--;
  }
  const tail = out.splice(from) as Paragraph[];
  tail.forEach((node) => append(note, node));
}
