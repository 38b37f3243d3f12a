/**
 * Tell the marks of notes that have lost their raised place from other numbers.
 *
 * Damage: a superscript comes as a plain digit: ……的学术标准。1家族……, and at the page's foot 1沈括：《梦溪笔谈》。
 * Evidence: lines at a page's foot that open with 1, 2, 3 …, or go on from the last note of the page before, and the same
 * numbers in the same order in the page's text above, behind a mark or a word and before no measure word; nearly all of
 * them are found.
 * Leaves alone: years, quantities, numbered headings, lists and tables: no page calls them in their order.
 *
 * @example wrapped
 *   before: 活字印刷始于宋代。1其后
 *           又有木活字2，共16种。
 *           1 沈括：《梦溪笔谈》卷十八。
 *           2 王祯：《农书》卷二十二。
 *   after:  活字印刷始于宋代。{call 1}其后
 *           又有木活字{call 2}，共16种。
 *           1: 沈括：《梦溪笔谈》卷十八。
 *           2: 王祯：《农书》卷二十二。
 */
import type { Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { isLineByLine } from '../clean/survey.js';
import { restoreRule, type RestoreContext } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import type { Span } from '../../model/index.js';
import { callBeforeNumber, citesSource, loweredCall, loweredLead } from '../../vocabulary/note-markers.js';
import {
  cutLead,
  dataOf,
  isComplete,
  isParagraph,
  isTextBlock,
  roleOf,
  spanOf,
  textOf,
  type TextBlock,
} from './blocks.js';
import { markOf } from './note-marks.js';
import { pagesOf, showsPages } from './pages.js';
import { splitAtCalls, type FoundCall } from './split-at-calls.js';

/** Most lines of one note. */
const longestNote = 12;
/** Fewest characters of a line that a margin has cut. */
const shortestCut = 30;

const year = /^(?:1[5-9]|20)\d{2}[ 　]*年/u;

/** A number in the text that may be a call. */
interface Candidate extends FoundCall {
  block: TextBlock;
  text: Text;
  /** It stands behind a mark, where no number of the text stands. */
  weight: 1 | 2;
}

export const findPlainMarks = restoreRule({
  name: 'find-plain-marks',
  touches: 'furniture',
  apply(root, context) {
    if (context.survey.kind === 'markdown') return;
    const blocks = root.children;
    let found = 0;
    let pages = 0; // with several notes: where there are some, a single one needs less to be believed
    let last = 0; // the number of the last note: those of the next page may go on from it
    for (const page of pagesOf(blocks, context.survey)) {
      for (const { start, notes, calls } of rowsOf(blocks, page, pages > 0, last, context)) {
        notes.forEach((at, i) => markNote(blocks[at] as Paragraph, start + i, context));
        markCalls(calls, context);
        if (notes.length > 1) pages++;
        found += notes.length;
        last = start + notes.length - 1;
      }
    }
    const [title] = blocks;
    if (found > 0 && title) context.say('remark', messages.restore.plainMarks(found), spanOf(title));
  },
});

/** How many blocks before its notes an article may call them. */
const farthest = 2000;

/** Notes and their calls. */
interface Row {
  /** Number of the first note. */
  start: number;
  /** Places of the blocks that open with that number and those that follow upon it. */
  notes: number[];
  calls: Candidate[];
}

/**
 * The row at the foot of a page; where pages do not show, all rows of the text.
 *
 * @param last the number of the last note before the page
 */
function rowsOf(blocks: RootContent[], page: Span, known: boolean, last: number, context: RestoreContext): Row[] {
  // lists open with numbers, too: each block is read once, however many of them stand behind it
  const candidatesIn = new Map<RootContent, Candidate[]>();
  const remember = (node: RootContent): Candidate[] => {
    const found = candidatesOf(node);
    candidatesIn.set(node, found);
    return found;
  };
  const opens = (start: number, before: number): boolean => start === 1 || (before > 0 && start === before + 1);
  const firsts = blocks.slice(page.start, page.end).flatMap((node, i) => (leadNumber(node) ? page.start + i : []));
  const rowAt = (from: number, first: number, before: number): Row | undefined => {
    const start = leadNumber(blocks[first]!)!;
    if (!opens(start, before)) return undefined;
    const notes = notesFrom(blocks, first, page.end, context);
    const candidates = blocks
      .slice(Math.max(from, first - farthest), first)
      .flatMap((node) => candidatesIn.get(node) ?? remember(node));
    const calls = callsOf(candidates, { start, end: start + notes.length });
    if (agree(calls, notes, blocks, known, start > 1)) return { start, notes, calls };
    // the last of the lines may be no notes: 5 家书坊歇业
    const called = notes.slice(0, calls.length);
    const inRow = calls.every(({ number }, i) => number === start + i);
    return inRow && called.length > 1 && agree(calls, called, blocks, known, true)
      ? { start, notes: called, calls }
      : undefined;
  };
  if (showsPages(blocks, context.survey)) {
    const rows = firsts.reverse().flatMap((first) => rowAt(page.start, first, last) ?? []);
    // a page that has a row of its own goes on with no other
    const row = rows.find(({ start }) => start === 1) ?? rows[0];
    return row ? [row] : [];
  }
  const rows: Row[] = [];
  for (const first of firsts) {
    const above = rows.at(-1);
    const from = above?.notes.at(-1) ?? page.start - 1;
    const before = above ? above.start + above.notes.length - 1 : last;
    const row = first > from ? rowAt(from + 1, first, before) : undefined;
    if (row) rows.push(row);
  }
  return rows;
}

/** The number that a block of the body opens with, as a mark would stand: 1 沈括, 1沈括. */
function leadNumber(node: RootContent): number | undefined {
  if (!isParagraph(node) || roleOf(node) !== 'body' || node.data?.caption) return undefined;
  if (node.data?.mark !== undefined || isRaised(node.children[0])) return undefined;
  const lead = loweredLead.exec(textOf(node));
  return lead ? Number(lead[1]) : undefined;
}

/** Did a piece of text stand raised in the source: is it a mark that can be told as one? */
function isRaised(piece: PhrasingContent | undefined): boolean {
  return piece?.type === 'text' && piece.data?.raised === true;
}

/** Places of the blocks that open with the numbers that follow upon a first one's. */
function notesFrom(blocks: RootContent[], first: number, end: number, { survey }: RestoreContext): number[] {
  const notes = [first];
  const start = leadNumber(blocks[first]!)!;
  const byLine = isLineByLine(survey);
  for (let i = first + 1; i < end && i - notes.at(-1)! <= longestNote; i++) {
    if (leadNumber(blocks[i]!) === start + notes.length) notes.push(i);
    else if (!byLine && !isCut(blocks[i - 1]!)) break;
  }
  return notes;
}

/** Among paragraphs of a line each: was this one cut, so that what follows is its rest? */
function isCut(node: RootContent): boolean {
  const text = textOf(node);
  return text.length >= shortestCut && !isComplete(text);
}

/** The best row of numbers of a range, of numbers in their order in the text. */
function callsOf(candidates: Candidate[], range: Span): Candidate[] {
  interface Chain {
    weight: number;
    last: Candidate | undefined;
    before: Chain | undefined;
  }
  // the best row that ends in each number, over all candidates so far; a number may be lost
  const best: Chain[] = [{ weight: 0, last: undefined, before: undefined }];
  for (const candidate of candidates) {
    const place = candidate.number - range.start + 1;
    if (place < 1 || candidate.number >= range.end) continue;
    const before = best
      .slice(0, place)
      .reduce((one, other) => (other && other.weight > one.weight ? other : one), best[0]!);
    const weight = before.weight + candidate.weight + 2;
    if (weight > (best[place]?.weight ?? 0)) best[place] = { weight, last: candidate, before };
  }
  const row: Candidate[] = [];
  let end: Chain | undefined = Object.values(best).reduce((one, other) => (other.weight > one.weight ? other : one));
  for (; end?.last; end = end.before) row.unshift(end.last);
  return row;
}

function candidatesOf(node: RootContent): Candidate[] {
  if (!isTextBlock(node) || node.type === 'heading' || !['body', 'abstract'].includes(roleOf(node))) return [];
  if (markOf(node) !== undefined || isRaised(node.children[0])) return [];
  return node.children.flatMap((child) => (child.type === 'text' && !isRaised(child) ? inText(child, node) : []));
}

function inText(text: Text, block: TextBlock): Candidate[] {
  const found: Candidate[] = [];
  const add = (digits: string, start: number, weight: 1 | 2): void => {
    found.push({ number: Number(digits), block, text, start, end: start + digits.length, weight });
  };
  for (const { 0: digits, 1: strong, index } of text.value.matchAll(loweredCall))
    add(digits, index, strong === undefined ? 1 : 2);
  // 。416世纪: the call of note 4 before a number; 。41923年: before a year it is sure
  for (const { 0: digits, index } of text.value.matchAll(callBeforeNumber)) {
    for (const length of digits.length > 3 ? [1, 2] : [1])
      add(digits.slice(0, length), index, year.test(text.value.slice(index + length)) ? 2 : 1);
  }
  return found.sort((one, other) => one.start - other.start);
}

/**
 * Do the numbers of a page's text and those of its foot agree?
 *
 * @param known marks of this text are known to be plain
 * @param doubtful the row does not begin with 1, or not all of it is called
 */
function agree(calls: Candidate[], notes: number[], blocks: RootContent[], known: boolean, doubtful: boolean): boolean {
  const strong = calls.filter(({ weight }) => weight === 2).length;
  const cites = notes.filter((at, i) => citesSource.test(noteAt(blocks, at, notes[i + 1]))).length;
  // a numbered heading or item goes on from the last note as easily
  const all = calls.length === notes.length && known;
  const allCalled = all && (notes.length > 2 || (notes.length > 1 && strong === notes.length));
  if (doubtful && cites * 2 < notes.length && !allCalled) return false;
  if (notes.length === 1) return calls.length === 1 && (strong === 1 ? known || cites === 1 : known && cites === 1);
  if (calls.length === notes.length) return strong + cites >= notes.length;
  return cites * 2 >= notes.length && calls.length * 3 >= notes.length * 2;
}

/** A note without its number, with what may be its second line. */
function noteAt(blocks: RootContent[], at: number, next: number | undefined): string {
  const second = at + 1 < (next ?? at + 2) ? blocks[at + 1] : undefined;
  return textOf(blocks[at]!).replace(loweredLead, '') + (second ? textOf(second) : '');
}

function markNote(note: Paragraph, number: number, context: RestoreContext): void {
  const length = loweredLead.exec(textOf(note))![0].length;
  const { start } = spanOf(note);
  const cut = cutLead(note, length);
  context.setAside(cut.trim(), { start, end: start + length });
  dataOf(note).mark = number;
}

function markCalls(calls: Candidate[], context: RestoreContext): void {
  for (const block of new Set(calls.map((call) => call.block))) {
    block.children = block.children.flatMap((child): PhrasingContent[] => {
      const found = calls.filter(({ text }) => text === child);
      if (found.length === 0 || child.type !== 'text') return [child];
      return splitAtCalls(child, found, context);
    });
  }
}
