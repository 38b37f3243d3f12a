/**
 * Put the raised numbers of notes that a text layer gives on lines of their own back into the line below.
 *
 * Damage: the numbers of calls stand higher than their line, and come above it as lines; they look like page numbers.
 * Evidence: between two lines of text a number that counts up from the last such one, and below on the page a line that opens
 * with the same number and names a source; most of them have one. In the line below a gap between two Han shows the place,
 * else the end of its first sentence is the likeliest.
 * Leaves alone: page numbers, years and items: no line at the foot opens with them.
 *
 * @example wrapped
 *   before: 活字印刷在中国史料中留下两份较为完
 *           1
 *           整的工艺记录。其一是毕昇的泥活字，
 *           在沈括的书里留下了记载，流传甚广，
 *           2
 *           其二见于农书。后人又有铜活字之用，
 *           至清代仍有用木活字排印书籍的衙门，
 *           3
 *           事见官书。此外尚有许多零星的记录。
 *           1 沈括：《梦溪笔谈》卷十八。
 *           2 王祯：《农书》卷二十二。
 *           3 金简：《程式》卷首，奏议。
 *   after:  活字印刷在中国史料中留下两份较为完
 *           整的工艺记录。{call 1}其一是毕昇的泥活字，
 *           在沈括的书里留下了记载，流传甚广，
 *           其二见于农书。{call 2}后人又有铜活字之用，
 *           至清代仍有用木活字排印书籍的衙门，
 *           事见官书。{call 3}此外尚有许多零星的记录。
 *           1: 沈括：《梦溪笔谈》卷十八。
 *           2: 王祯：《农书》卷二十二。
 *           3: 金简：《程式》卷首，奏议。
 */
import type { Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { isLineByLine } from '../clean/survey.js';
import { restoreRule, type RestoreContext } from '../../diagnostics/index.js';
import { messages } from '../../messages/index.js';
import { countHan, withoutBlanks } from '../../vocabulary/characters.js';
import { citesSource, loweredLead } from '../../vocabulary/note-markers.js';
import { cutLead, dataOf, isParagraph, roleOf, spanOf, textOf } from './blocks.js';
import { callAt } from './split-at-calls.js';

/** Lines of a page below a call, at most. */
const farthest = 80;
/** Han of a line that is text. */
const shortestLine = 8;
const fewest = 3;
/** Of the numbers on lines of their own within text, those that a note answers. */
const mostAnswered = 0.8;
const number = /^\d{1,3}$/u;

interface Raised {
  at: number;
  value: number;
}

export const placeRaisedNumbers = restoreRule({
  name: 'place-raised-numbers',
  touches: 'furniture',
  apply(root, context) {
    if (!isLineByLine(context.survey) || context.survey.kind === 'caj') return;
    const blocks = root.children;
    const alone = blocks.flatMap((node, at): Raised[] => {
      const words = isLine(node) ? withoutBlanks(textOf(node)) : '';
      return number.test(words) && isText(blocks[at - 1]) && isText(blocks[at + 1])
        ? [{ at, value: Number(words) }]
        : [];
    });
    const answered = alone.filter(({ at, value }) => noteBelow(blocks, at, value) !== undefined);
    if (answered.length < fewest || answered.length < alone.length * mostAnswered || !countsUp(answered)) return;
    const gone = new Set<RootContent>();
    for (const { at, value } of answered) {
      const [line, below] = [blocks[at]!, blocks[at + 1] as Paragraph];
      const text = below.children.findIndex((child) => child.type === 'text');
      const note = noteBelow(blocks, at, value);
      if (text < 0 || !note) continue;
      context.setAside(String(value), spanOf(line));
      below.children.splice(text, 1, ...withCall(below.children[text] as Text, value));
      markNote(note, value, context);
      gone.add(line);
    }
    context.say('warning', messages.restore.raisedNumbers(gone.size), spanOf(blocks[answered[0]!.at]!), {
      confidence: 'likely',
    });
    root.children = blocks.filter((node) => !gone.has(node));
  },
});

function isLine(node: RootContent | undefined): node is Paragraph {
  return isParagraph(node) && roleOf(node) === 'body' && node.data?.line !== undefined;
}

function isText(node: RootContent | undefined): boolean {
  return isLine(node) && countHan(textOf(node)) >= shortestLine && !isNote(textOf(node));
}

function isNote(text: string): boolean {
  return loweredLead.test(text.trim()) && citesSource.test(text);
}

/** The line at the foot of the page that opens with a number and names a source. */
function noteBelow(blocks: RootContent[], at: number, value: number): Paragraph | undefined {
  return blocks.slice(at + 1, at + farthest).find((node): node is Paragraph => {
    const text = isLine(node) && node.data?.mark === undefined ? textOf(node).trim() : '';
    return Number(loweredLead.exec(text)?.[1] ?? 0) === value && citesSource.test(text);
  });
}

function markNote(note: Paragraph, value: number, context: RestoreContext): void {
  const { start } = spanOf(note);
  const cut = cutLead(note, loweredLead.exec(textOf(note))![0].length);
  context.setAside(withoutBlanks(cut), { start, end: start + cut.length });
  dataOf(note).mark = value;
}

function withCall(text: Text, value: number): PhrasingContent[] {
  const place = placeIn(text.value);
  const { start } = spanOf(text);
  const [before, after] = [text.value.slice(0, place), text.value.slice(place).replace(/^ /u, '')];
  const pieces: PhrasingContent[] = before === '' ? [] : [{ ...text, value: before }];
  pieces.push(callAt(value, text, start));
  if (after !== '') pieces.push({ ...text, value: after });
  return pieces;
}

/** Each number follows upon the last, or begins a page anew. */
function countsUp(row: Raised[]): boolean {
  return row.every(({ value }, i) => value === 1 || (i > 0 && value === row[i - 1]!.value + 1));
}

/** A gap between two Han, else behind the first sentence, else behind the first clause, else at the end. */
function placeIn(line: string): number {
  const gap = /(?<=\p{Script=Han}) (?=\p{Script=Han})/u.exec(line);
  if (gap) return gap.index;
  const end = /[。！？][”’」』）]?/u.exec(line) ?? /[，；：]/u.exec(line);
  return end ? end.index + end[0].length : line.length;
}
