/**
 * Find the notes of a list at the end of a chapter or an article, whatever form its numbers and those in the text have.
 *
 * Damage: the list reads 1. 沈括 or 1沈括, an ordered list or a raised number, where the text has ①, [1] or a raised number.
 * Evidence: a heading (注释, 尾注) with blocks below that count up; one form of mark that counts up with them in the text above.
 * The forms are weighed against each other: the one that calls most of the notes in their order is taken.
 * Leaves alone: lists that the text does not call in order; entries of references that are called twice or out of order.
 *
 * @example ocr-markdown
 *   before: # 活字
 *
 *           始于宋代①，传于海外。其后又有木活字②。
 *
 *           ## 注释
 *
 *           1. 沈括：《梦溪笔谈》。
 *
 *           2. 王祯：《农书》。
 *   after:  title: # 活字
 *           始于宋代{call 1}，传于海外。其后又有木活字{call 2}。
 *           note 1: 沈括：《梦溪笔谈》。
 *           note 2: 王祯：《农书》。
 */
import type { ListItem, Nodes, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { isLineByLine } from '../clean/survey.js';
import { restoreRule, type RestoreContext } from '../../diagnostics/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { noteListHeadings } from '../../vocabulary/headings.js';
import { callPattern, endnoteLead, loweredCall, markNumber, raisedFormula } from '../../vocabulary/note-markers.js';
import { referenceCall, referenceHeading } from '../../vocabulary/references.js';
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
import { markOf } from './note-marks.js';
import { splitAtCalls, type FoundCall } from './split-at-calls.js';

/** Paragraphs of a note without its number, and the next note. */
const mostParagraphs = 4;
/** Of the notes, those that the text calls; where the marks are plain digits, which stand for other things too. */
const leastCalled = { sure: 0.5, plain: 0.9 };
const fewestPlain = 3;

/** A note of the list: its number and its paragraphs. */
interface Entry {
  number: number;
  paragraphs: Paragraph[];
}

/** A mark of one form in a text. */
interface Mark extends FoundCall {
  text: Text;
}

type Form = 'circled' | 'bracketed' | 'raised' | 'formula' | 'plain';

export const findEndnotes = restoreRule({
  name: 'find-endnotes',
  touches: 'furniture',
  apply(root, context) {
    const byLine = isLineByLine(context.survey);
    let from = 0; // where the text begins that calls the next list
    for (let i = 0; i < root.children.length; i++) {
      const node = root.children[i]!;
      if (roleOf(node) === 'title') from = i;
      if (!headsNotes(node)) continue;
      const text = root.children.slice(from, i);
      const { entries, end } = entriesBelow(root.children, i + 1, byLine);
      const calls = isReferences(node) && !areNotes(text, entries) ? [] : callsOf(text, entries);
      if (calls.length === 0) continue;
      markCalls(text, calls, context);
      const notes = entries.flatMap((entry) => notesOf(entry, byLine, context));
      context.setAside(withoutBlanks(textOf(node)), spanOf(node), node);
      root.children.splice(i, end - i, ...notes);
      i += notes.length - 1;
      from = i + 1;
    }
  },
});

function headsNotes(node: RootContent): boolean {
  const role = roleOf(node);
  return (
    isTextBlock(node) &&
    (role === 'body' || role === 'division') &&
    (noteListHeadings.test(withoutBlanks(textOf(node))) || isReferences(node))
  );
}

function isReferences(node: RootContent): boolean {
  return referenceHeading.test(withoutBlanks(textOf(node)));
}

/** Entries of references are called again, several at a time or out of order; notes are not. Those in brackets are told elsewhere. */
function areNotes(text: RootContent[], entries: Entry[]): boolean {
  if (entries.some(({ paragraphs: [first] }) => first === undefined || markOf(first) !== undefined)) return false;
  const calls = text.flatMap((node) => Array.from(textOf(node).matchAll(referenceCall), ([, numbers]) => numbers!));
  return calls.every((call, i) => /^\d+$/.test(call) && (i === 0 || Number(call) > Number(calls[i - 1])));
}

/** The blocks below a heading that count up by one, from any number, and what stands between them. */
function entriesBelow(blocks: RootContent[], start: number, byLine: boolean): { entries: Entry[]; end: number } {
  const entries: Entry[] = [];
  let end = start;
  for (let i = start; i < blocks.length; i++) {
    const node = blocks[i]!;
    const expected = entries.length > 0 ? entries.at(-1)!.number + 1 : undefined;
    if (node.type === 'list' && node.ordered && (expected ?? node.start ?? 1) === (node.start ?? 1)) {
      node.children.forEach((item, at) => entries.push({ number: (node.start ?? 1) + at, paragraphs: inItem(item) }));
      end = i + 1;
      continue;
    }
    // printed lines with a mark of their own are read by those who know pages
    if (!isParagraph(node) || roleOf(node) !== 'body' || (byLine && markOf(node) !== undefined)) break;
    const number = numberOf(node);
    const last = entries.at(-1)?.paragraphs.at(-1);
    if (number !== undefined && number === (expected ?? number)) {
      entries.push({ number, paragraphs: [node] });
      end = i + 1;
    } else if (last && ((byLine && !isComplete(textOf(last))) || goesOn(blocks, i, expected!))) {
      entries.at(-1)!.paragraphs.push(node);
      end = i + 1;
    } else break;
  }
  const whole = entries.every(({ paragraphs }) => paragraphs.length > 0);
  return whole ? { entries, end } : { entries: [], end };
}

function inItem(item: ListItem): Paragraph[] {
  return item.children.every(isParagraph) ? item.children : [];
}

/** Does the next number of a list stand below a paragraph without one? */
function goesOn(blocks: RootContent[], at: number, expected: number): boolean {
  const below = blocks.slice(at + 1, at + 1 + mostParagraphs);
  const next = below.findIndex((node) => isParagraph(node) && numberOf(node) === expected);
  return next >= 0 && below.slice(0, next).every((node) => isParagraph(node) && roleOf(node) === 'body');
}

function numberOf(node: Paragraph): number | undefined {
  const [first] = node.children;
  if (first?.type === 'text' && first.data?.raised) return markIn(first.value.trim());
  return markIn(textOf(node));
}

function markIn(text: string): number | undefined {
  const lead = endnoteLead.exec(text);
  if (!lead) return undefined;
  const [, bracketed, circle, plain] = lead;
  return plain === undefined ? markNumber(bracketed, circle) : Number(plain);
}

/** The marks of the form that calls most of the notes, in their order; none where too few are called. */
function callsOf(text: RootContent[], entries: Entry[]): Mark[] {
  const marks = new Map<Form, Mark[]>();
  for (const node of text) {
    if (isTextBlock(node) && roleOf(node) !== 'title') collect(node.children, marks);
    else if (node.type === 'blockquote' || node.type === 'list') collectIn(node.children as RootContent[], marks);
  }
  let best: Mark[] = [];
  for (const [form, found] of marks) {
    const wanted = found.filter(({ number }) => entries.some((entry) => entry.number === number));
    const row = inOrder(wanted, entries);
    const plain = form === 'plain';
    const least = entries.length * (plain ? leastCalled.plain : leastCalled.sure);
    if (row.length < least || (plain && entries.length < fewestPlain)) continue;
    if (row.length > best.length || (row.length === best.length && !plain)) best = row;
  }
  return best;
}

function collectIn(nodes: RootContent[], marks: Map<Form, Mark[]>): void {
  for (const node of nodes) {
    if (isTextBlock(node)) collect(node.children, marks);
    else if ('children' in node) collectIn(node.children as RootContent[], marks);
  }
}

function collect(children: PhrasingContent[], marks: Map<Form, Mark[]>): void {
  const add = (form: Form, mark: Mark): void => void (marks.get(form) ?? marks.set(form, []).get(form)!).push(mark);
  for (const text of children) {
    if ('children' in text) collect(text.children, marks);
    if (text.type !== 'text') continue;
    if (text.data?.raised) {
      const number = markIn(`${text.value.trim()} `) ?? markIn(`${text.value.trim()} 甲`);
      if (number !== undefined) add('raised', { text, number, start: 0, end: text.value.length });
      continue;
    }
    const each = (pattern: RegExp, form: (found: RegExpExecArray) => [Form, number]): void => {
      for (const found of text.value.matchAll(pattern)) {
        const [name, number] = form(found as RegExpExecArray);
        add(name, { text, number, start: found.index, end: found.index + found[0].length });
      }
    };
    each(callPattern, ([, one, other]) => [one === undefined ? 'circled' : 'bracketed', markNumber(one, other)]);
    each(raisedFormula, ([, number]) => ['formula', Number(number)]);
    each(loweredCall, ([digits]) => ['plain', Number(digits)]);
  }
}

/** The longest row of marks that counts up; of two with one number the first. */
function inOrder(marks: Mark[], entries: Entry[]): Mark[] {
  const rows: Mark[][] = []; // the longest that ends with each number
  const places = new Map(entries.map(({ number }, i) => [number, i]));
  for (const mark of marks) {
    const place = places.get(mark.number)!;
    const before = rows
      .slice(0, place)
      .reduce<Mark[]>((one, other) => (other && other.length > one.length ? other : one), []);
    if (before.length + 1 > (rows[place]?.length ?? 0)) rows[place] = [...before, mark];
  }
  return rows.reduce<Mark[]>((one, other) => (other && other.length > one.length ? other : one), []);
}

function markCalls(blocks: RootContent[], calls: Mark[], context: RestoreContext): void {
  const byText = new Map<Nodes, Mark[]>();
  for (const call of calls) byText.set(call.text, [...(byText.get(call.text) ?? []), call]);
  const within = (node: Nodes): void => {
    if (!('children' in node)) return;
    node.children = (node.children as PhrasingContent[]).flatMap((child): PhrasingContent[] => {
      const found = byText.get(child);
      if (found && child.type === 'text') return splitAtCalls(child, found, context);
      within(child);
      return [child];
    }) as typeof node.children;
  };
  blocks.forEach(within);
}

/** The paragraphs of a note, its number cut off; printed lines are one. */
function notesOf({ number, paragraphs }: Entry, byLine: boolean, context: RestoreContext): Paragraph[] {
  const [first, ...rest] = paragraphs as [Paragraph, ...Paragraph[]];
  const head = first.children[0];
  const { start } = spanOf(first);
  if (head?.type === 'text' && head.data?.raised && first.children.length > 1) {
    context.setAside(withoutBlanks(head.value), spanOf(head));
    first.children.shift();
  } else {
    const lead = endnoteLead.exec(textOf(first));
    const cut = lead && markIn(textOf(first)) === number ? cutLead(first, lead[0].length) : '';
    if (cut !== '') context.setAside(withoutBlanks(cut), { start, end: start + cut.length });
  }
  setRole(first, 'note');
  dataOf(first).mark = number;
  if (byLine) {
    for (const line of rest) append(first, line);
    return [first];
  }
  for (const node of rest) {
    setRole(node, 'note');
    dataOf(node).continuesNote = true;
  }
  return paragraphs;
}
