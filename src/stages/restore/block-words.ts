/** The words of a block as one string, with the way back: blocks of a tree in, words out, replacements in. */
import type { Nodes, Parents, Root, RootContent, Text } from 'mdast';
import { alignedOffset } from '../../positions/aligned-offset.js';
import type { Span } from '../../model/index.js';
import { roleOf } from './blocks.js';

/** The words of a paragraph, a heading or a table cell, wherever its lines, calls and emphasis part them. */
export interface BlockWords {
  /** The block of the text that it is, or stands in: a note, a table. */
  owner: RootContent;
  text: string;
  pieces: { node: Text; start: number }[];
}

/** Every block that holds words, notes and cells included, the contents list left out. */
export function blocksWithWords(root: Root): BlockWords[] {
  const blocks: BlockWords[] = [];
  for (const owner of root.children) if (roleOf(owner) !== 'contents') addBlocks(owner, owner, blocks);
  return blocks;
}

function addBlocks(node: Nodes, owner: RootContent, blocks: BlockWords[]): void {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const words: BlockWords = { owner, text: '', pieces: [] };
    addWords(node, words);
    blocks.push(words);
  } else if ('children' in node) for (const child of node.children) addBlocks(child, owner, blocks);
}

function addWords({ children }: Parents, words: BlockWords): void {
  for (const child of children) {
    if (child.type === 'text') {
      words.pieces.push({ node: child, start: words.text.length });
      words.text += child.value;
    } else if ('children' in child) addWords(child, words);
  }
}

/** Puts other words in the place of some: into the piece that holds the first of them. */
export function replaceWords(words: BlockWords, { start, end }: Span, text: string): void {
  let rest = text;
  let shift = 0;
  for (const piece of words.pieces) {
    const { node } = piece;
    const length = node.value.length;
    const [from, to] = [Math.max(start - piece.start, 0), Math.min(end - piece.start, length)];
    piece.start += shift;
    if (from >= to) continue;
    node.value = node.value.slice(0, from) + rest + node.value.slice(to);
    shift += node.value.length - length;
    rest = '';
  }
  words.text = words.text.slice(0, start) + text + words.text.slice(end);
}

/** Raw offsets of words. */
export function rawSpanOf(raw: string, words: BlockWords, { start, end }: Span): Span {
  return { start: offsetOf(raw, words, start), end: offsetOf(raw, words, Math.max(start, end - 1)) + 1 };
}

function offsetOf(raw: string, { pieces }: BlockWords, at: number): number {
  const { node, start } = pieces.findLast((piece) => piece.start <= at) ?? pieces[0]!;
  const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
  return alignedOffset(raw, from, to, node.value, at - start);
}
