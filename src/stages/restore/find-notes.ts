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
import type { Paragraph, RootContent } from 'mdast';
import { isLineByLine } from '../clean/survey.js';
import { restoreRule, type RestoreContext } from '../../diagnostics/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { headingNumeralOf, noteListHeadings } from '../../vocabulary/headings.js';
import { callPattern, markNumber, noteLead } from '../../vocabulary/note-markers.js';
import {
  append,
  dataOf,
  isComplete,
  isParagraph,
  isRunningText,
  isTextBlock,
  roleOf,
  setRole,
  spanOf,
  textOf,
} from './blocks.js';
import { numberOfHeading } from './numbered-series.js';
import { enumerates, markOf, takeMark } from './note-marks.js';
import { notesByLine } from './notes-by-line.js';

/** Paragraphs of a note without its mark, and the next note. */
const mostParagraphs = 5;

export const findNotes = restoreRule({
  name: 'find-notes',
  touches: 'furniture',
  apply(root, context) {
    root.children = isLineByLine(context.survey)
      ? notesByLine(root.children, context)
      : byParagraph(root.children, context);
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

/** Does a paragraph hold a mark: is it text that calls a note? */
function callsNotes(node: Paragraph): boolean {
  return (
    textOf(node).search(callPattern) >= 0 || node.children.some((child) => child.type === 'text' && child.data?.raised)
  );
}

/**
 * Does the end of a note that its page has cut stand in a paragraph without a mark: above the notes of the next page,
 * behind a rule or while the text waits for its end, too?
 */
function endsNote(
  note: Paragraph,
  out: RootContent[],
  before: RootContent | undefined,
  next: RootContent | undefined,
): boolean {
  if (isComplete(textOf(note)) || !next || markOf(next) === undefined) return false;
  const body = out.findLast((one) => isParagraph(one) && roleOf(one) === 'body');
  return before?.type === 'thematicBreak' || (body !== undefined && !isComplete(textOf(body)));
}

/**
 * Is a paragraph without a mark a further one of the note above it: does the next note, whose call the text has shown,
 * stand right below?
 *
 * @param called the highest mark in the text above the notes
 */
function continuesNote(note: Paragraph, blocks: RootContent[], at: number, called: number): boolean {
  const mark = note.data?.mark;
  if (typeof mark !== 'number' || mark >= called || !/[。．.！？”’」』）)：:；;]\s*$/u.test(textOf(note))) return false;
  const between = blocks.slice(at, at + mostParagraphs);
  const next = between.findIndex((node) => markOf(node) !== undefined);
  if (next < 0 || markOf(between[next]!) !== mark + 1) return false;
  return between
    .slice(0, next)
    .every((node) => isRunningText(node) && !callsNotes(node) && !headingNumeralOf(textOf(node).trim()));
}

/** Is a note, or a further paragraph of it, the last of these blocks? */
function follows(out: RootContent[], note: Paragraph): boolean {
  const last = out.at(-1);
  return last === note || (last !== undefined && dataOf(last).continuesNote === true);
}

/** A paragraph a note: those that open with a mark. What cuts a page is taken from the flow and remembered. */
function byParagraph(blocks: RootContent[], context: RestoreContext): RootContent[] {
  const out: RootContent[] = [];
  let pageBefore = false;
  let items = false; // within an enumeration
  let last: Paragraph | undefined; // the last note
  let called = 0; // the highest mark in the text since the last notes
  for (const [i, node] of blocks.entries()) {
    if (isParagraph(node) && roleOf(node) === 'body') {
      items =
        noteLead.test(textOf(node)) && (items || enumerates(blocks, i) || (called === 0 && listsBelowHead(blocks, i)));
      const mark = items ? undefined : takeMark(node, context);
      if (mark !== undefined) {
        dataOf(node).mark = mark;
        setRole(node, 'note');
        pageBefore = true;
        last = node;
      } else if (last && follows(out, last) && continuesNote(last, blocks, i, called)) {
        setRole(node, 'note');
        dataOf(node).continuesNote = true;
      } else if (last && !callsNotes(node) && endsNote(last, out, blocks[i - 1], blocks[i + 1])) {
        append(last, node);
        last = undefined;
        continue;
      } else if (pageBefore) {
        dataOf(node).pageBefore = true;
        pageBefore = false;
      }
    } else if (node.type === 'thematicBreak') {
      pageBefore = true;
      continue;
    }
    if (isParagraph(node) && roleOf(node) !== 'note') {
      if (out.length > 0 && roleOf(out.at(-1)!) === 'note') called = 0;
      called = Math.max(called, ...marksIn(node));
    }
    out.push(node);
  }
  return out;
}

/** ① …, ② … right below a heading, where the text above calls no note: the points of a conclusion. */
function listsBelowHead(blocks: RootContent[], at: number): boolean {
  const before = blocks[at - 1];
  const heads =
    before?.type === 'heading' ||
    (isParagraph(before) && textOf(before).length < 20 && numberOfHeading.test(textOf(before)));
  if (!before || !heads || noteListHeadings.test(withoutBlanks(textOf(before)))) return false;
  return markOf(blocks[at]!) === 1 && blocks[at + 1] !== undefined && markOf(blocks[at + 1]!) === 2;
}

/** The numbers of the marks within a paragraph, raised ones among them. */
function marksIn(node: Paragraph): number[] {
  const raised = node.children.flatMap((child) =>
    child.type === 'text' && child.data?.raised ? Number(/\d{1,3}/.exec(child.value)?.[0] ?? 0) : [],
  );
  return [...raised, ...Array.from(textOf(node).matchAll(callPattern), ([, one, other]) => markNumber(one, other))];
}
