/**
 * Find notes that say so: 注1：… below the paragraph that calls them （1）.
 *
 * Damage: each paragraph has its notes below it, a line each; their marks are a word and a number, those in the text a number
 * in round brackets, which numbers items as well.
 * Evidence: several lines open with 注 and a number; the paragraph above each run of them holds its numbers in brackets, in
 * their order.
 * Leaves alone: 注： below a table, numbers in brackets that no such line answers, runs that the text does not call.
 *
 * @example plain
 *   before: 　　纸始于汉代，（1）至唐而大盛。（2）
 *           注1：见《后汉书》。
 *           注2：见《天工开物》。
 *   after:  纸始于汉代，{call 1}至唐而大盛。{call 2}
 *           1: 见《后汉书》。
 *           2: 见《天工开物》。
 */
import type { Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { restoreRule, type RestoreContext } from '../../diagnostics/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';
import { bracketedCall, wordedLead } from '../../vocabulary/note-markers.js';
import { cutLead, dataOf, isRunningText, spanOf, textOf } from './blocks.js';
import { splitAtCalls, type FoundCall } from './split-at-calls.js';

const fewest = 2;
/** A paragraph of so many lines at most calls the notes below it. */
const mostLines = 60;

interface Call extends FoundCall {
  text: Text;
}

export const findWordedNotes = restoreRule({
  name: 'find-worded-notes',
  touches: 'furniture',
  apply(root, context) {
    const blocks = root.children;
    const runs = runsOf(blocks).flatMap(({ start, end }) => {
      const calls = callsAbove(blocks, start, end);
      return calls ? [{ notes: blocks.slice(start, end) as Paragraph[], calls }] : [];
    });
    if (runs.reduce((sum, { notes }) => sum + notes.length, 0) < fewest) return;
    for (const { notes, calls } of runs) {
      for (const note of notes) markNote(note, context);
      for (const block of new Set(calls.map(({ block }) => block)))
        block.children = block.children.flatMap((child): PhrasingContent[] => {
          const found = calls.filter(({ call }) => call.text === child).map(({ call }) => call);
          return child.type === 'text' && found.length > 0 ? splitAtCalls(child, found, context) : [child];
        });
    }
  },
});

const numberOf = (node: RootContent | undefined): number | undefined => {
  const lead = isRunningText(node) ? wordedLead.exec(textOf(node)) : null;
  return lead ? Number(lead[1]!.normalize('NFKC')) : undefined;
};

/** Lines of notes that stand right below one another. */
function runsOf(blocks: readonly RootContent[]): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  blocks.forEach((node, at) => {
    if (numberOf(node) === undefined) return;
    const last = runs.at(-1);
    if (last?.end === at && numberOf(node) === numberOf(blocks[at - 1])! + 1) last.end = at + 1;
    else runs.push({ start: at, end: at + 1 });
  });
  return runs;
}

/** The calls of a run of notes in the text above it, one each and in their order; undefined where one is missing. */
function callsAbove(
  blocks: readonly RootContent[],
  start: number,
  end: number,
): { block: Paragraph; call: Call }[] | undefined {
  let from = start;
  while (
    from > 0 &&
    start - from < mostLines &&
    isRunningText(blocks[from - 1]) &&
    numberOf(blocks[from - 1]) === undefined
  )
    from--;
  const found = blocks.slice(from, start).flatMap((node) => callsIn(node as Paragraph));
  const calls: typeof found = [];
  for (const { call, block } of found.toReversed()) {
    const wanted = numberOf(blocks[end - 1 - calls.length]);
    if (calls.length < end - start && call.number === wanted) calls.unshift({ call, block });
  }
  return calls.length === end - start ? calls : undefined;
}

function callsIn(block: Paragraph): { block: Paragraph; call: Call }[] {
  return block.children.flatMap((text) =>
    text.type !== 'text'
      ? []
      : [...text.value.matchAll(bracketedCall)].map(({ 0: whole, 1: number, index }) => ({
          block,
          call: { text, number: Number(number!.normalize('NFKC')), start: index, end: index + whole.length },
        })),
  );
}

function markNote(note: Paragraph, context: RestoreContext): void {
  const number = numberOf(note)!;
  const { start } = spanOf(note);
  const cut = cutLead(note, wordedLead.exec(textOf(note))![0].length);
  context.setAside(withoutBlanks(cut), { start, end: start + cut.length });
  dataOf(note).mark = number;
}
