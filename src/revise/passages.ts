/**
 * The text of a tree as a reader sees it, passage by passage, with the way back to its nodes.
 *
 * A passage is a paragraph, a heading, a table cell, a block of code: what holds words without other blocks between.
 * Note references and the edges of emphasis leave no trace in it; white space counts only between words of letters.
 */
import type { Nodes, Parents, Root } from 'mdast';
import { pointAt } from '../diagnostics.js';
import type { Span, TextTree } from '../model.js';

/** A node that holds words. */
interface Literal {
  value: string;
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined;
}

/** A node's part of a passage. */
export interface Piece {
  node: Literal;
  /** Where its words begin in `text`. */
  start: number;
  /** How many there were when the passage was gathered. */
  length: number;
}

/** Words that stand together. */
export interface Passage {
  tree: TextTree;
  pieces: Piece[];
  /** The nodes' words, joined. */
  text: string;
  /** `text` as it is searched. */
  searched: string;
  /** Offset in `text` of each unit of `searched`, and of its end as the last element. */
  places: number[];
}

const passageTypes = new Set(['paragraph', 'heading', 'tableCell', 'code']);

/** All passages of a text in reading order. */
export function passagesOf(tree: TextTree): Passage[] {
  const passages: Passage[] = [];
  const walk = (node: Root | Nodes): void => {
    if (passageTypes.has(node.type)) passages.push(passageOf(tree, node));
    else if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree.root);
  return passages.filter((passage) => passage.text !== '');
}

function passageOf(tree: TextTree, block: Nodes): Passage {
  const pieces: Piece[] = [];
  let text = '';
  const walk = (node: Nodes): void => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
      pieces.push({ node, start: text.length, length: node.value.length });
      text += node.value;
    } else if ('children' in node) {
      for (const child of (node as Parents).children) walk(child);
    }
  };
  walk(block);
  return { tree, pieces, text, ...searchable(text) };
}

/** Keeps one blank between words of letters, none elsewhere. */
export function searchable(text: string): { searched: string; places: number[] } {
  let searched = '';
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (/\s/.test(text[i]!)) {
      let end = i;
      while (end < text.length && /\s/.test(text[end]!)) end++;
      if (separatesWords(text, i)) {
        searched += ' ';
        places.push(i);
      }
      i = end - 1;
    } else {
      searched += text[i];
      places.push(i);
    }
  }
  places.push(text.length);
  return { searched, places };
}

/** Whether the white space at an offset stands between two words of letters, where it counts. */
export function separatesWords(text: string, at: number): boolean {
  let [before, after] = [at - 1, at + 1];
  while (before >= 0 && /\s/.test(text[before]!)) before--;
  while (after < text.length && /\s/.test(text[after]!)) after++;
  return isLetter(text[before]) && isLetter(text[after]);
}

const letters = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d.,;:!?'")\]-]/u;

const isLetter = (character: string | undefined): boolean => character !== undefined && letters.test(character);

/** Raw offsets of a part of a passage: exact where a node's words are as long as their source, else the whole node's. */
export function rawSpan({ pieces, tree }: Passage, { start, end }: Span): Span {
  const touched = pieces.filter((piece) => piece.start <= end && piece.start + piece.length >= start);
  const offsets = touched.flatMap(({ node, start: begin }) => {
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if (from === undefined || to === undefined) return [];
    if (to - from !== node.value.length) return [from, to];
    return [Math.max(from, from + start - begin), Math.min(to, from + end - begin)];
  });
  if (offsets.length === 0) return { start: 0, end: Math.min(1, tree.raw.text.length) };
  return { start: Math.min(...offsets), end: Math.max(...offsets) };
}

/** `file:line` of a part of a passage. */
export function placeOf(passage: Passage, span: Span): string {
  const { raw } = passage.tree;
  return `${raw.name}:${pointAt(raw, rawSpan(passage, span).start).line}`;
}
