/**
 * The texts of an issue as a reader sees them: trees in, flows of words out, with the way back to the nodes.
 *
 * A passage is a paragraph, a heading, a table cell, a block of code: what holds words without other blocks between.
 * A flow is the passages that a reader reads on through: the body is one, each note, caption, cell or item one of its own.
 * Note references and the edges of emphasis leave no trace in it; white space counts only between words of letters.
 */
import type { FootnoteDefinition, FootnoteReference, Nodes, Parents } from 'mdast';
import { pointAt } from '../../diagnostics/index.js';
import { firstAt } from '../../positions/first-at.js';
import { messages, type Message } from '../../messages/index.js';
import type { Role, Span, TextTree } from '../../model/index.js';
import { pagePlaceAt } from '../../positions/page-place.js';
import { alignedOffset } from '../../positions/aligned-offset.js';
import { articleStarts, roleOf } from '../restore/blocks.js';
import { stepsAside } from '../restore/join-paragraphs.js';

/** A node that holds words. */
export interface Literal {
  type: 'text' | 'inlineCode' | 'code';
  value: string;
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined;
}

/** A node's part of a flow. */
export interface Piece {
  node: Literal;
  /** Where its words begin in the flow's `text`. */
  start: number;
}

/** Words that stand together; offsets in the flow's `text`. */
export interface Passage extends Span {
  block: Nodes;
  /** The note that it belongs to. */
  note?: FootnoteDefinition;
  /** Number of the article that it stands in, from 0, within its tree. */
  article: number;
}

/** Words that are read on through. */
export interface Flow {
  tree: TextTree;
  passages: Passage[];
  pieces: Piece[];
  /** Note references, and where they stand. */
  calls: { node: FootnoteReference; at: number }[];
  /** The nodes' words, a line end between passages. */
  text: string;
  /** `text` as it is searched. */
  searched: string;
  /** Offset in `text` of each unit of `searched`, and of its end as the last element. */
  places: Int32Array;
}

/** A part of a flow; offsets in its `text`. */
export interface Place extends Span {
  flow: Flow;
}

const passageTypes = new Set(['paragraph', 'heading', 'tableCell', 'code']);

/** All flows of an issue, the body of each text first. */
export function readFlows(trees: TextTree[]): Flow[] {
  return trees.flatMap((tree) => flowsOf(tree));
}

function flowsOf(tree: TextTree): Flow[] {
  const body = emptyFlow(tree);
  const others: Flow[] = [];
  const starts = articleStarts(tree.root.children);
  let article = -1;
  tree.root.children.forEach((node, i) => {
    if (starts[i] || article < 0) article++;
    if (unset.has(roleOf(node))) return;
    if (passageTypes.has(node.type) && !stepsAside(node)) add(body, node, article);
    else if (node.type === 'footnoteDefinition') others.push(flowOf(tree, passagesIn(node), article, node));
    else others.push(...passagesIn(node).map((block) => flowOf(tree, [block], article)));
  });
  return [body, ...others]
    .filter(({ text }) => text.trim() !== '')
    .map((flow) => Object.assign(flow, searchable(flow.text)));
}

/** What no edition sets: it makes its own, and the same titles stand there. */
const unset = new Set<Role>(['masthead', 'contents']);

function flowOf(tree: TextTree, blocks: Nodes[], article: number, note?: FootnoteDefinition): Flow {
  const flow = emptyFlow(tree);
  for (const block of blocks) add(flow, block, article, note);
  return flow;
}

function emptyFlow(tree: TextTree): Flow {
  return { tree, passages: [], pieces: [], calls: [], text: '', searched: '', places: new Int32Array() };
}

function passagesIn(node: Nodes): Nodes[] {
  if (passageTypes.has(node.type)) return [node];
  return 'children' in node ? (node.children as Nodes[]).flatMap(passagesIn) : [];
}

function add(flow: Flow, block: Nodes, article: number, note?: FootnoteDefinition): void {
  if (flow.text !== '') flow.text += '\n';
  const start = flow.text.length;
  gather(flow, block);
  if (flow.text.length > start)
    flow.passages.push({ block, article, start, end: flow.text.length, ...(note && { note }) });
}

function gather(flow: Flow, node: Nodes): void {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
    if (node.value === '') return;
    flow.pieces.push({ node, start: flow.text.length });
    flow.text += node.value;
  } else if (node.type === 'footnoteReference') flow.calls.push({ node, at: flow.text.length });
  else if ('children' in node) for (const child of (node as Parents).children) gather(flow, child);
}

/** The nodes of a flow as they stand now; its words are the same as when it was read. */
export function piecesNow(flow: Flow): Piece[] {
  const now = emptyFlow(flow.tree);
  return flow.passages.flatMap(({ block, start }) => {
    Object.assign(now, { text: '', pieces: [], calls: [] });
    gather(now, block);
    return now.pieces.map((piece) => ({ node: piece.node, start: piece.start + start }));
  });
}

/** Words as they are searched, and where they stand. */
export type Searched = Pick<Flow, 'searched' | 'places'>;

/** Keeps one blank between words of letters, none elsewhere. */
export function searchable(text: string): Searched {
  return withoutBlanks(text, (at) => separatesWords(text, at));
}

/** Keeps no blanks at all. */
export function closedUp(text: string): Searched {
  return withoutBlanks(text, () => false);
}

function withoutBlanks(text: string, isKept: (at: number) => boolean): Searched {
  const parts: string[] = [];
  const places = new Int32Array(text.length + 1);
  let length = 0;
  const take = (from: number, to: number): void => {
    for (let at = from; at < to; at++) places[length++] = at;
  };
  let from = 0;
  for (const { index, 0: blanks } of text.matchAll(/\s+/g)) {
    parts.push(text.slice(from, index));
    take(from, index);
    if (isKept(index)) {
      parts.push(' ');
      take(index, index + 1);
    }
    from = index + blanks.length;
  }
  parts.push(text.slice(from));
  // the end of the text is a place, too
  take(from, text.length + 1);
  return { searched: parts.join(''), places: places.subarray(0, length) };
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

/** The passage that the character at an offset of a flow stands in. */
export function passageAt({ passages }: Flow, at: number): Passage {
  return passages[Math.max(0, firstAt(passages, ({ start }) => start > at) - 1)]!;
}

/** The passages that a place covers or touches, in order. */
export function passagesOf({ flow, start, end }: Place): Passage[] {
  const { passages } = flow;
  return passages.slice(
    firstAt(passages, (passage) => passage.end > start),
    firstAt(passages, (passage) => passage.start >= end),
  );
}

/** The calls that stand between two offsets of a flow, both included. */
export function callsBetween({ calls }: Flow, from: number, to: number): Flow['calls'] {
  return calls.slice(
    firstAt(calls, ({ at }) => at >= from),
    firstAt(calls, ({ at }) => at > to),
  );
}

/** Raw offsets of a part of a flow. */
export function rawSpan({ flow, start, end }: Place): Span {
  const { pieces, tree } = flow;
  const offsets: number[] = [];
  for (let i = Math.max(0, firstAt(pieces, (piece) => piece.start > start) - 1); i < pieces.length; i++) {
    const { node, start: begin } = pieces[i]!;
    if (begin > end) break;
    if (begin + node.value.length < start) continue;
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if (from === undefined || to === undefined) continue;
    offsets.push(offsetIn(node.value, Math.max(0, start - begin), from, to, tree.raw.text));
    const last = Math.min(node.value.length, end - begin);
    offsets.push(last > 0 ? offsetIn(node.value, last - 1, from, to, tree.raw.text) + 1 : from);
  }
  if (offsets.length === 0) return { start: 0, end: Math.min(1, tree.raw.text.length) };
  return { start: Math.min(...offsets), end: Math.max(...offsets) };
}

/** Raw offset of a character of a node that stands from `from` to `to`. */
function offsetIn(words: string, at: number, from: number, to: number, raw: string): number {
  if (to - from === words.length) return from + at;
  return at === 0 ? from : alignedOffset(raw, from, to, words, at);
}

/** Lines that were asked for: where a text repeats itself, many a question asks for the same ones. */
const knownLines = new WeakMap<Flow, Map<string, number>>();

/** Line of the raw text, from 1, where a part of a flow begins. */
export function lineOf(place: Place): number {
  const { flow, start, end } = place;
  const known = knownLines.get(flow) ?? new Map<string, number>();
  knownLines.set(flow, known);
  const key = `${start} ${end}`;
  const line = known.get(key) ?? pointAt(flow.tree.raw, rawSpan(place).start).line;
  known.set(key, line);
  return line;
}

/** `file:line` of a part of a flow; its page and line where the source has pages. */
export function placeName(place: Place): Message | string {
  const { name, paged } = place.flow.tree.raw;
  const at = paged && pagePlaceAt(paged, rawSpan(place).start);
  return at ? messages.pages.place(name, at) : `${name}:${lineOf(place)}`;
}
