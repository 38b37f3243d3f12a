/**
 * Find the calls of notes in running text.
 *
 * Damage: ① or [1] or <sup>[1]</sup> within the text.
 * Evidence: a circled numeral or a raised or bracketed number, in a text that has notes; in one without a single note, marks
 * that count up where marks of notes stand: their notes are lost, and are asked for.
 * Leaves alone: items, figures and steps, [美] before a name, raised text that is no mark.
 *
 * @example ocr-markdown
 *   before: 始于宋代。[1]其后
 *
 *           [1] 沈括：《梦溪笔谈》。
 *   after:  始于宋代。{call 1}其后
 *           note 1: 沈括：《梦溪笔谈》。
 */
import type { Parents, PhrasingContent, RootContent, Text } from 'mdast';
import { isLineByLine } from '../clean/survey.js';
import { restoreRule, type RestoreContext } from '../../diagnostics/index.js';
import { isWide, withoutBlanks } from '../../vocabulary/characters.js';
import { callPattern, markNumber } from '../../vocabulary/note-markers.js';
import { dataOf, isTextBlock, roleOf, spanOf, type TextBlock } from './blocks.js';
import { orphanMarks } from './orphan-marks.js';
import { callAt, splitAtCalls, type FoundCall } from './split-at-calls.js';

const mayCall = new Set(['body', 'abstract', 'title', 'byline']);

export const findCalls = restoreRule({
  name: 'find-calls',
  touches: 'furniture',
  apply(root, context) {
    const blocks = root.children.filter((node) => mayCall.has(roleOf(node)));
    const notes = root.children.filter((node) => roleOf(node) === 'note');
    const bracketed = notes.length > 0 && context.survey.kind !== 'markdown';
    const byLine = isLineByLine(context.survey);
    const running = blocks.filter(isTextBlock).filter((node) => roleOf(node) === 'body' || roleOf(node) === 'abstract');
    const listed = running.some((block) => dataOf(block).callsReferences === true);
    const hasNotes = notes.length > 0 || root.children.some(({ type }) => type === 'footnoteDefinition');
    const orphans = hasNotes ? undefined : orphanMarks(running, !listed && context.survey.kind !== 'markdown');
    for (const block of blocks) {
      const items = isTextBlock(block) ? itemsIn(block, byLine) : new Map<Text, Set<number>>();
      const numbers = dataOf(block).callsReferences !== true;
      // a bare number on a name is that of the place where its bearer works
      findIn(block, context, { bracketed, numbers, bare: roleOf(block) !== 'byline', orphans, items });
    }
  },
});

/** What may be a call in a block. */
interface Calls {
  /** A mark that is not raised. */
  bracketed: boolean;
  /** A number; false where numbers name the entries of a list of references. */
  numbers: boolean;
  /** A raised number without a sign round it. */
  bare: boolean;
  /** In a text without notes: marks that stand where those of notes do. */
  orphans: Map<Text, FoundCall[]> | undefined;
  /** Where the numbers of items stand. */
  items: Map<Text, Set<number>>;
}

function findIn(parent: RootContent | Parents, context: RestoreContext, calls: Calls): void {
  if (!('children' in parent)) return;
  const out: PhrasingContent[] = [];
  for (const child of parent.children as PhrasingContent[]) {
    if (child.type !== 'text') {
      findIn(child as Parents, context, calls);
      out.push(child);
    } else if (child.data?.raised) out.push(...raised(child, context, calls));
    else out.push(...split(child, context, calls));
  }
  parent.children = out.flatMap((child, i): PhrasingContent[] =>
    child.type === 'text' ? closeToCall(child, out[i - 1], out[i + 1]) : [child],
  ) as typeof parent.children;
}

/** A call stands close to the words round it: the spaces beside it came with its mark. */
function closeToCall(text: Text, before: PhrasingContent | undefined, after: PhrasingContent | undefined): Text[] {
  if (before?.type === 'footnoteReference' && /^\s*[^\s]{0,6}?\p{Script=Han}|^\s*[，。；：、]/u.test(text.value))
    text.value = text.value.trimStart();
  if (after?.type === 'footnoteReference' && isWide(text.value.trimEnd().slice(-1))) text.value = text.value.trimEnd();
  return text.value === '' ? [] : [text];
}

/** Raised text: a number is a call, a star the mark of a title note; anything else stays. */
function raised(text: Text, context: RestoreContext, { numbers, bare }: Calls): PhrasingContent[] {
  const value = withoutBlanks(text.value);
  const found = new RegExp(`^(?:${callPattern.source}|(\\d{1,3}))$`, 'u').exec(value);
  if (found && (numbers || found[2] !== undefined) && (bare || found[3] === undefined)) {
    context.setAside(value, spanOf(text));
    return [callAt(markNumber(found[1] ?? found[3], found[2]), text, spanOf(text).start)];
  }
  if (!/^[*＊]+$/u.test(value)) return [text];
  context.setAside(value, spanOf(text));
  return [];
}

function split(text: Text, context: RestoreContext, { bracketed, numbers, orphans, items }: Calls): PhrasingContent[] {
  const lost = orphans?.get(text);
  if (lost) return splitAtCalls(text, lost, context);
  if (!bracketed) return [text];
  const calls = [...text.value.matchAll(callPattern)].flatMap((found) => {
    if ((found[1] !== undefined && !numbers) || items.get(text)?.has(found.index)) return [];
    return [{ start: found.index, end: found.index + found[0].length, number: markNumber(found[1], found[2]) }];
  });
  return splitAtCalls(text, calls, context);
}

/** The numbers of items: ……如下：①甲；②乙；③丙, and at the beginning of a paragraph, which a printed line is not. */
function itemsIn(block: TextBlock, byLine: boolean): Map<Text, Set<number>> {
  const texts = textsIn(block.children);
  const marks: { text: Text; start: number; number: number; before: string }[] = [];
  let before = '';
  for (const text of texts) {
    for (const { 0: whole, 1: one, 2: other, index } of text.value.matchAll(callPattern)) {
      const last = text.value.slice(0, index).trimEnd().slice(-1) || before;
      marks.push({ text, start: index, number: markNumber(one, other), before: last });
      if (text.value.length === index + whole.length) before = '';
    }
    before = text.value.trimEnd().slice(-1) || before;
  }
  const items = new Map<Text, Set<number>>();
  let item = 0; // the number of the last item
  marks.forEach(({ text, start, number, before: last }, i) => {
    const next = marks[i + 1];
    const begins = number === 1 && /[：:]/u.test(last) && next?.number === 2 && /[；;，,、]/u.test(next.before);
    const opens = i === 0 && last === '' && !byLine;
    if (!begins && !opens && !(item > 0 && number === item + 1 && /[；;，,、。]/u.test(last))) return;
    item = number;
    items.set(text, (items.get(text) ?? new Set()).add(start));
  });
  return items;
}

function textsIn(pieces: PhrasingContent[]): Text[] {
  return pieces.flatMap((piece) =>
    piece.type === 'text' ? (piece.data?.raised ? [] : [piece]) : 'children' in piece ? textsIn(piece.children) : [],
  );
}
