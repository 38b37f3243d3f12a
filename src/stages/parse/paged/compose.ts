/** Lines that are one block put together: lines in, phrasing content with its places in the clean text out. */
import type { PhrasingContent, Text } from 'mdast';
import type { Point } from 'unist';
import { gapBetween } from '../../../vocabulary/line-joins.js';
import { withLevelDigits } from '../../../vocabulary/numerals.js';
import type { MeasuredLine, Piece } from './measured-line.js';

/** Says what a piece of a line becomes, where it is more than words: a call, say. */
export type ReadPiece = (piece: Piece, line: MeasuredLine) => PhrasingContent[] | undefined;

/** Knows which hyphens at line ends belong to their words. */
export interface Hyphens {
  /** Is the hyphen between two halves of a word there only because a line ended? */
  isOfLine(left: string, right: string): boolean;
  /** Is told of a hyphen that goes, by its place. */
  onCut(at: number): void;
}

/** A position that knows offsets alone: the parse stage works out lines and columns. */
export function positionAt(start: number, end: number): { start: Point; end: Point } {
  return { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
}

/** How lines are put together. */
export interface PhrasingOptions {
  /** UTF-16 units left out at the beginning: a note's mark. */
  skip?: number;
  /** Takes hyphens off that part a word at a line's end. */
  hyphens?: Hyphens;
  /** What stands before a line: the place where a page begins. */
  anchor?: (line: MeasuredLine) => PhrasingContent | undefined;
}

export function phrasing(
  lines: readonly MeasuredLine[],
  read: ReadPiece,
  { skip = 0, hyphens, anchor }: PhrasingOptions = {},
): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  let before: string | undefined;
  let left = skip;
  for (const line of lines) {
    if (before !== undefined) {
      cutHyphen(out, before, line, hyphens);
      const gap = gapBetween(before, line.text.trimStart());
      if (gap !== '') out.push(textNode(gap, line.start, line.start));
    }
    const mark = anchor?.(line);
    if (mark) out.push(mark);
    for (const piece of line.pieces) {
      let { start, text } = piece;
      if (left > 0) {
        const cut = Math.min(left, text.length);
        left -= cut;
        start += cut;
        text = text.slice(cut);
        if (text === '') continue;
      }
      const rest: Piece = { ...piece, start, text };
      out.push(...(read(rest, line) ?? plain(rest)));
    }
    before = line.text;
  }
  return merged(out);
}

/** Takes the hyphen off the end of what is there, where the word goes on in the next line. */
function cutHyphen(out: PhrasingContent[], before: string, line: MeasuredLine, hyphens: Hyphens | undefined): void {
  const last = out.at(-1);
  const left = /([\p{Script=Latin}’']+)[-‐\u00AD]$/u.exec(before)?.[1];
  const right = /^[\p{Ll}’']+/u.exec(line.text.trimStart())?.[0];
  if (!left || !right || !hyphens || last?.type !== 'text' || !/[-‐\u00AD]$/u.test(last.value)) return;
  if (!hyphens.isOfLine(left, right)) return;
  last.value = last.value.slice(0, -1);
  hyphens.onCut(last.position!.end.offset! - 1);
}

function plain({ text, start, end, raised }: Piece): PhrasingContent[] {
  if (raised === -1)
    return [{ type: 'subscript', children: [textNode(text, start, end)], position: positionAt(start, end) }];
  const node = textNode(text, start, end);
  // ² is raised by itself
  if (raised === 1 && withLevelDigits(text) === text) node.data = { raised: true };
  return [node];
}

export function textNode(value: string, start: number, end: number): Text {
  return { type: 'text', value, position: positionAt(start, end) };
}

/** Neighbouring text nodes of one height as one; blanks at the ends go. */
function merged(nodes: PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (
      node.type === 'text' &&
      last?.type === 'text' &&
      (last.data?.raised ?? false) === (node.data?.raised ?? false)
    ) {
      last.value += node.value;
      last.position = positionAt(last.position!.start.offset!, node.position!.end.offset!);
    } else out.push(node);
  }
  const first = out[0];
  if (first?.type === 'text') first.value = first.value.trimStart();
  const last = out.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return out.filter((node) => node.type !== 'text' || node.value !== '');
}
