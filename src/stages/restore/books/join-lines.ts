/**
 * Join the printed lines of a book's paragraphs, and the closing quotation mark that fell to the line below.
 *
 * Damage: paragraphs arrive as lines of one width; ” stands at the head of the next line.
 * Evidence: in a wrapped text, a line that fills the measure, or ends within a sentence, before a line that is not
 * indented as first lines are, with no empty line between them.
 * Leaves alone: texts with a paragraph a line; verse, heads, breaks; an indented line; dialogue after a short line.
 *
 * @example wrapped
 *   before: 　　院子里的槐树已经很高了，树影落在新印的纸
 *           页上。
 *   after:  院子里的槐树已经很高了，树影落在新印的纸页上。
 */
import type { Paragraph, RootContent } from 'mdast';
import { isLineByLine } from '../../clean/survey.js';
import { restoreRule, type RestoreContext } from '../../../diagnostics/index.js';
import { append, endsComplete, isRunningText, textOf } from '../blocks.js';

/** Indent of a first line, em, and how many lines of a text must have it for it to tell paragraphs. */
const firstLine = 1.5;
const fewestIndented = 0.08;
const fallenMark = /^[”’」』）】》]+[。，！？]?$/u;

export const joinLines = restoreRule({
  name: 'join-lines',
  touches: 'structure',
  apply(root, context) {
    const byLine = isLineByLine(context.survey);
    const lines = root.children.filter(isRunningText);
    const indented = lines.filter((node) => (node.data?.line?.indent ?? 0) >= firstLine).length;
    const byIndent = indented >= fewestIndented * lines.length;
    const out: RootContent[] = [];
    for (const node of root.children) {
      const before = out.at(-1);
      if (isRunningText(node) && isRunningText(before) && belongs(before, node, byLine, byIndent, context))
        append(before, node);
      else out.push(node);
    }
    root.children = out;
  },
});

function belongs(
  before: Paragraph,
  node: Paragraph,
  byLine: boolean,
  byIndent: boolean,
  { survey }: RestoreContext,
): boolean {
  if (node.data?.verse || before.data?.verse || node.data?.ownLine || before.data?.ownLine) return false;
  const text = textOf(node).trim();
  if (fallenMark.test(text) && (node.data?.line?.blankBefore ?? 0) === 0) return true;
  if (!byLine || (node.data?.line?.blankBefore ?? 0) > 0) return false;
  if (byIndent && (node.data?.line?.indent ?? 0) >= firstLine) return false;
  const line = before.data?.line;
  const full = line !== undefined && line.width + Math.max(0, line.indent) >= survey.bodyWidth - 2;
  return byIndent ? full || !endsComplete(before) : full;
}
