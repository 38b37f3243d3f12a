/**
 * Set passages that the page sets in from its paragraphs apart as quotations.
 *
 * Damage: a text layer gives a quoted passage, or verse, as lines like any others; only their indent is left.
 * Evidence: lines set in further than the paragraphs of the text begin, behind a colon or an empty line, ended by a line
 * that is not. Where every line of several ends in a mark it is verse and keeps its lines.
 * Leaves alone: signatures and dates at the right, lines of cells, texts in which no common indent shows.
 *
 * @example plain
 *   before: 纸发明以前，人们把字写在竹简上。
 *           《尚书》里说：
 *
 *               惟殷先人，有册有典。
 *               ——《尚书·多士》
 *
 *           纸的发明改变了这一切。
 *           到了唐代，人们开始用雕版印书。
 *   after:  纸发明以前，人们把字写在竹简上。
 *           《尚书》里说：
 *           > 惟殷先人，有册有典。
 *           > ——《尚书·多士》
 *           纸的发明改变了这一切。
 *           到了唐代，人们开始用雕版印书。
 */
import type { Blockquote, Paragraph, RootContent } from 'mdast';
import type { Survey } from '../../model/index.js';
import { restoreRule } from '../../diagnostics/index.js';
import { append, dataOf, isComplete, isRunningText, textOf } from './blocks.js';

/** How much further than a paragraph a quotation is set in, em. */
const setIn = 1.5;
/** Paragraphs of which the usual indent can be told. */
const fewest = 3;

export const findQuotations = restoreRule({
  name: 'find-quotations',
  touches: 'structure',
  apply(root, { survey }) {
    if (survey.kind !== 'wrapped' && survey.kind !== 'plain') return;
    const usual = usualIndent(root.children);
    if (usual === undefined) return;
    const out: RootContent[] = [];
    for (let i = 0; i < root.children.length; i++) {
      const start = i;
      while (isSetIn(root.children[i], usual, survey) || (i > start && runsOn(root.children[i - 1]!, root.children[i])))
        i++;
      const run = root.children.slice(start, i) as Paragraph[];
      const before = root.children[start - 1];
      if (run.length > 0 && isQuotation(run, before)) out.push(asQuotation(run));
      else out.push(...run);
      if (i < root.children.length) out.push(root.children[i]!);
    }
    root.children = out;
  },
});

/** The widest indent with which several paragraphs begin, em: those behind a line that ends a sentence. */
function usualIndent(blocks: RootContent[]): number | undefined {
  const times = new Map<number, number>();
  blocks.forEach((node, i) => {
    const before = blocks[i - 1];
    const begins = before === undefined || before.type === 'heading' || isComplete(textOf(before));
    if (!begins || !isRunningText(node) || !node.data?.line) return;
    const indent = Math.round(node.data.line.indent);
    times.set(indent, (times.get(indent) ?? 0) + 1);
  });
  const often = [...times].flatMap(([indent, n]) => (n >= fewest ? [indent] : []));
  return often.length > 0 ? Math.max(...often) : undefined;
}

function isSetIn(node: RootContent | undefined, usual: number, survey: Survey): boolean {
  if (!isRunningText(node) || !node.data?.line || dataOf(node).ownLine) return false;
  const { indent, pageStart } = node.data.line;
  if (pageStart || /\S[ 　]{2,}\S/u.test(textOf(node))) return false;
  return indent >= usual + setIn && indent < Math.max(12, survey.bodyWidth * 0.4);
}

/** The lines of a quotation but its first may be set in no further than a paragraph begins. */
function runsOn(before: RootContent, node: RootContent | undefined): boolean {
  return isRunningText(node) && !isComplete(textOf(before)) && (node.data?.line?.indent ?? 0) >= setIn;
}

/** Is it announced or parted from what stands above, and does it hold a sentence? */
function isQuotation(run: Paragraph[], before: RootContent | undefined): boolean {
  const announced = before !== undefined && /[：:]["”’]?\s*$/u.test(textOf(before));
  const parted = (run[0]!.data?.line?.blankBefore ?? 0) > 0 && before !== undefined && before.type !== 'heading';
  return (announced || parted) && run.some((line) => isComplete(textOf(line)));
}

function asQuotation(run: Paragraph[]): Blockquote {
  const verse = run.length > 1 && run.every((line) => /[，。；：！？、…》」』”’）)]\s*$/u.test(textOf(line)));
  const children: Paragraph[] = [];
  for (const line of run) {
    const last = children.at(-1);
    const goesOn = last && !verse && !isComplete(textOf(last)) && !/^(?:——|—|（|\()/u.test(textOf(line));
    if (goesOn) append(last, line);
    else children.push(line);
  }
  return {
    type: 'blockquote',
    children,
    position: { start: run[0]!.position!.start, end: run.at(-1)!.position!.end },
  };
}
