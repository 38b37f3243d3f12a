/**
 * Find the titles of poems, tunes and anecdotes, and the names of speakers, on lines of their own.
 *
 * Damage: a title of a poem is a short line between empty lines, as a stanza of one line or a name of a speaker is.
 * Evidence: the line is short and ends in no mark, what stands below it does or has several lines; the same few names
 * come again and again above what they say.
 * Leaves alone: texts whose lines mostly end in no mark; a short line of dialogue or of verse.
 *
 * @example
 *   before: 渡口
 *
 *           雾从水上来，
 *           像一封信。
 *   after:  ### 渡口
 *           雾从水上来，
 *           像一封信。
 */
import type { Heading, Paragraph, RootContent } from 'mdast';
import { restoreRule } from '../../../diagnostics/index.js';
import { withoutBlanks } from '../../../vocabulary/characters.js';
import { isParagraph, isRunningText, roleOf, textOf, dataOf } from '../blocks.js';

/** A small head is no longer, characters. */
const longestHead = 20;
/** A name is no longer. */
const longestName = 8;
/** Share of a text's short lines that stand alone, beside those in groups, so that they may be heads. */
const ending = /[。！？…，、；：”’」』）》.!?,;:~～—-]$/u;

export const findSmallHeads = restoreRule({
  name: 'find-small-heads',
  touches: 'structure',
  apply(root) {
    const blocks = root.children;
    const alone = blocks.map((_, i) => standsAlone(blocks, i));
    // several in a row are a list, and head nothing
    const lone = blocks.filter((_, i): _ is Paragraph => alone[i]! && !alone[i - 1] && !alone[i + 1]);
    if (lone.length < 2) return;
    const names = speakersAmong(lone);
    const heads = new Set<RootContent>();
    if (names.size >= 2) {
      for (const node of lone) {
        if (!names.has(withoutBlanks(textOf(node)))) continue;
        dataOf(node).speaker = true;
        dataOf(node).ownLine = true;
      }
      return;
    }
    for (const node of lone) heads.add(node);
    // where most lines stand alone and end in nothing, none is a head
    const body = blocks.filter((node) => isRunningText(node) && !heads.has(node));
    const marked = body.filter(
      (node) => ending.test(textOf(node).trim()) || (dataOf(node).line?.blankBefore ?? 1) === 0,
    );
    if (body.length < lone.length || marked.length < 0.6 * body.length) return;
    root.children = blocks.map((node): RootContent => (heads.has(node) ? headingOf(node as Paragraph) : node));
  },
});

/** A short line between empty ones, before text. */
function standsAlone(blocks: readonly RootContent[], at: number): boolean {
  const [node, next] = [blocks[at]!, blocks[at + 1]];
  if (!isRunningText(node) || !isRunningText(next)) return false;
  const text = textOf(node).trim();
  if (text.length > longestHead || ending.test(text) || /[，。；“”「」]/u.test(text)) return false;
  const [line, below] = [node.data?.line, next.data?.line];
  if (
    !line ||
    !below ||
    (line.blankBefore === 0 && at > 0 && isParagraph(blocks[at - 1]) && roleOf(blocks[at - 1]!) === 'body')
  )
    return false;
  return below.blankBefore > 0;
}

/** Names that come twice and more, at least two of them, and make up most of the lone lines. */
function speakersAmong(lone: readonly Paragraph[]): Set<string> {
  const times = new Map<string, number>();
  for (const node of lone) {
    const name = withoutBlanks(textOf(node));
    if (name.length <= longestName) times.set(name, (times.get(name) ?? 0) + 1);
  }
  const repeated = [...times].filter(([, count]) => count >= 2);
  const share = repeated.reduce((sum, [, count]) => sum + count, 0) / lone.length;
  return repeated.length >= 2 && share >= 0.5 ? new Set([...times.keys()]) : new Set();
}

function headingOf({ children, position, data }: Paragraph): Heading {
  return { type: 'heading', depth: 6, children, position: position!, ...(data && { data: { ...data } }) };
}
