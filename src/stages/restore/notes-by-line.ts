/**
 * Notes in printed lines: walks through the pages, in or out of a block of notes, and puts the lines of each note together.
 *
 * In: the lines. Out: the same, the lines of a note one paragraph with the role and the mark of a note.
 */
import type { Paragraph, RootContent } from 'mdast';
import type { Survey } from '../../model/index.js';
import type { RestoreContext } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import { countLatin, isChinese, withoutBlanks } from '../../vocabulary/characters.js';
import { headingNumeralOf, unnumberedHeadings } from '../../vocabulary/headings.js';
import { append, dataOf, isComplete, isParagraph, roleOf, setRole, spanOf, textOf } from './blocks.js';
import { NoteLists } from './note-lists.js';
import { callPattern, citesSource, markNumber, noteLead } from '../../vocabulary/note-markers.js';
import { enumerates, markOf, takeMark } from './note-marks.js';
import { showsPages } from './pages.js';
import { partNotes } from './part-notes.js';

/** Printed lines: walks through the pages, in or out of a block of notes. */
export function notesByLine(lines: RootContent[], context: RestoreContext): RootContent[] {
  const { survey } = context;
  const out: RootContent[] = [];
  let last: Paragraph | undefined; // the note under way, also over a page change
  let inNotes = false;
  let marked = true; // the block under way shows its marks beside its texts
  let opensNew = false; // the next line begins a note whatever it looks like
  let lastMark = 0; // the highest mark of the block under way
  let widest = 0; // the measure of the notes, as far as they were seen
  let listed = false; // the notes stand in a list at the article's end: a page change does not end them
  const lists = new NoteLists(lines);
  const paged = showsPages(lines, survey);
  let hangs = false; // the lines of a note are set in behind its first
  let called = 0; // the highest mark in the text since the last block
  const waiting: number[] = []; // marks on lines of their own, whose texts follow
  for (let i = 0; i < lines.length; i++) {
    const node = lines[i]!;
    if (!isParagraph(node) || roleOf(node) !== 'body' || !node.data?.line) {
      inNotes = false;
      out.push(node);
      continue;
    }
    const line = node.data.line;
    const mark = markOf(node);
    const turned = line.pageStart || node.data.pageBefore === true;
    if (
      inNotes &&
      mark === undefined &&
      (line.blankBefore >= 3 ||
        (turned && !listed && (!isOfNote(node, survey) || bodyWaits(out, last))) ||
        (marked && endsBlock(node, last, widest, survey)) ||
        (marked && !paged && lastMark === called && followsLast(node, last, widest, survey)))
    )
      inNotes = false;
    if (!inNotes) listed = lists.begins(i);
    if (
      mark !== undefined &&
      !lists.calls(i, mark) &&
      (inNotes ? mark === 1 || mark > lastMark : opensBlock(lines, i, mark, lastMark, survey))
    ) {
      if (!inNotes && last && !isComplete(textOf(last)) && mark === 1) takeTail(out, last, survey);
      const apart = inNotes ? [] : notesApart(lines, i);
      if (apart.length > 0) {
        for (const { mark: number, line: own, texts } of apart) {
          takeMark(own, context);
          last = startNote(texts[0]!, number, out);
          for (const text of texts.slice(1)) append(last, text);
          i += 1 + texts.length;
          lastMark = number;
        }
        i--;
        inNotes = true;
        marked = false;
        continue;
      }
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
        if (survey.kind === 'caj' && line.pageStart) {
          const span = spanOf(node);
          context.say('warning', messages.restore.hole(textOf(last)), span, {
            confidence: 'likely',
            answers: [{ key: 'find', span: { start: span.start, end: span.start } }],
          });
        }
        if (opensParagraph(last, node, hangs)) {
          setRole(node, 'note');
          dataOf(node).continuesNote = true;
          out.push(node);
          last = node;
        } else {
          hangs ||= line.indent >= setIn && !isComplete(textOf(last));
          append(last, node);
        }
      }
      opensNew = false;
    } else {
      if (out.length > 0 && roleOf(out.at(-1)!) === 'note') called = 0;
      called = Math.max(called, ...marksIn(textOf(node)));
      out.push(node);
    }
  }
  return out;
}

/** How far the first line of a paragraph is set in, em. */
const setIn = 1.5;

/** Does a line of a note begin a paragraph of it: set in, behind a line that ends a sentence or announces one? */
function opensParagraph(last: Paragraph, node: Paragraph, hangs: boolean): boolean {
  return !hangs && node.data!.line!.indent >= setIn && (isComplete(textOf(last)) || /[：:；;]\s*$/u.test(textOf(last)));
}

/** Marks on lines of their own, and behind them as many texts: each mark with its line and the lines of its text. */
function notesApart(lines: RootContent[], from: number): { mark: number; line: Paragraph; texts: Paragraph[] }[] {
  const marks: { mark: number; line: Paragraph }[] = [];
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    const mark = markOf(line);
    if (!isParagraph(line) || mark === undefined || textOf(line).replace(noteLead, '').trim() !== '') break;
    marks.push({ mark, line });
  }
  const texts: Paragraph[] = [];
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    if (!isParagraph(line) || roleOf(line) !== 'body' || !line.data?.line || markOf(line) !== undefined) break;
    const { pageStart, blankBefore } = line.data.line;
    if (pageStart || line.data.pageBefore || (texts.length > 0 && blankBefore >= 3)) break;
    texts.push(line);
  }
  const parts = marks.length > 1 && texts.length >= marks.length ? partNotes(texts, marks.length) : undefined;
  return parts ? marks.map((one, i) => ({ ...one, texts: parts[i]! })) : [];
}

/**
 * Does a line behind the last note that its page calls go on with the body: where pages do not show, and the note is
 * complete, by its short last line or by the body's narrower measure?
 */
function followsLast(node: Paragraph, last: Paragraph | undefined, widest: number, survey: Survey): boolean {
  if (!last || !isComplete(textOf(last)) || citesSource.test(textOf(node))) return false;
  const short = last.data!.line!.width < Math.max(widest, survey.bodyWidth) - 2;
  return short || node.data!.line!.width <= survey.bodyWidth + 1.2;
}

/** The numbers of the marks within a text. */
function marksIn(text: string): number[] {
  return Array.from(text.matchAll(callPattern), ([, bracketed, circle]) => markNumber(bracketed, circle));
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
  return lines.slice(at + 1, at + 12).some((node) => markOf(node) === mark + 1);
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
  // a line that calls a note is text
  if (lines.slice(at, at + 2).some((line) => textOf(line).search(callPattern) >= 0)) return false;
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
