/**
 * Put the lines of a stanza together and keep them lines.
 *
 * Damage: each line of a poem is a paragraph, and its stanzas are not seen.
 * Evidence: two and more short lines in a row, indented deeper than the text around them; or a text most of whose lines
 * stand in groups of short lines between empty ones.
 * Leaves alone: dialogue, lists of labelled lines, paragraphs that happen to be short.
 *
 * @example
 *   before: 　　诗曰：
 *           　　　　河水无声绕石街，
 *           　　　　灯前旧帐几人怀。
 *   after:  诗曰：
 *           verse: 河水无声绕石街，/ 灯前旧帐几人怀。
 */
import type { Paragraph, RootContent } from 'mdast';
import { restoreRule } from '../../../diagnostics/index.js';
import { isRunningText, textOf, dataOf } from '../blocks.js';

/** A line of verse is no wider, em. */
const widestLine = 26;
/** Deeper than the usual first line by so much, em. */
const deeper = 1;
/** Share of the lines of a text that stand in groups of short lines, for it to be verse throughout. */
const mostVerse = 0.5;
const fewestLines = 2;

export const findVerse = restoreRule({
  name: 'find-verse',
  touches: 'structure',
  apply(root) {
    const usual = usualIndent(root.children);
    const groups = groupsOf(root.children);
    const all = groups.flat().length;
    const short = groups.filter((group) => isStanza(group));
    const throughout = all > 0 && short.flat().length >= mostVerse * all;
    const stanzas = groups.filter(
      (group) =>
        isStanza(group) &&
        ((throughout && !group.every(isFirstLine)) || group.every((node) => indentOf(node) >= usual + deeper)),
    );
    const removed = new Set<RootContent>();
    for (const [first, ...rest] of stanzas) {
      const stanza = first!;
      dataOf(stanza).verse = true;
      for (const line of rest) {
        stanza.children.push({ type: 'break', position: line.position! }, ...line.children);
        removed.add(line);
      }
      stanza.position = { start: stanza.position!.start, end: (rest.at(-1) ?? stanza).position!.end };
    }
    root.children = root.children.filter((node) => !removed.has(node));
  },
});

/** Running text in groups: an empty line, another indent, or anything else ends one. */
function groupsOf(blocks: readonly RootContent[]): Paragraph[][] {
  const groups: Paragraph[][] = [];
  let open: Paragraph[] = [];
  const close = (): void => {
    if (open.length > 0) groups.push(open);
    open = [];
  };
  for (const node of blocks) {
    const isLine = isRunningText(node) && !node.data?.speaker;
    if (!isLine || (node.data?.line?.blankBefore ?? 0) > 0) close();
    const before = open.at(-1);
    if (isLine && before && Math.abs(indentOf(before) - indentOf(node)) >= deeper) close();
    if (isLine) open.push(node);
  }
  close();
  return groups;
}

function isStanza(group: readonly Paragraph[]): boolean {
  if (group.length < fewestLines) return false;
  if (group.some((node) => widthOf(node) > widestLine)) return false;
  const said = group.filter((node) => /^[“「『"]|[：:]/u.test(textOf(node).trim()));
  return said.length * 2 < group.length;
}

/** Indented as the first line of a paragraph, and ends a sentence: prose, however short. */
function isFirstLine(node: Paragraph): boolean {
  return indentOf(node) >= 1.5 && indentOf(node) <= 4;
}

function usualIndent(blocks: readonly RootContent[]): number {
  const wide = blocks.filter(isRunningText).filter((node) => widthOf(node) > widestLine);
  const times = new Map<number, number>();
  for (const node of wide) times.set(indentOf(node), (times.get(indentOf(node)) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 2;
}

function indentOf(node: Paragraph): number {
  return node.data?.line?.indent ?? 0;
}

function widthOf(node: Paragraph): number {
  return node.data?.line?.width ?? textOf(node).length;
}
