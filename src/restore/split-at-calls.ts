/** Cuts a text node where calls of notes stand in it: the pieces before, between and behind them, and the calls. */
import type { FootnoteReference, PhrasingContent, Text } from 'mdast';
import type { Span } from '../model.js';

/** A call found in the value of a text node, in UTF-16 units of it. */
export interface FoundCall extends Span {
  /** 0 is a mark that cannot be read. */
  number: number;
}

/** @param found in ascending order */
export function splitAtCalls(text: Text, found: FoundCall[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  let from = 0;
  for (const { number, start, end } of found) {
    if (start > from) out.push(pieceOf(text, from, start));
    out.push(callAt(number, text, start));
    from = end;
  }
  if (from === 0) return [text];
  if (from < text.value.length) out.push(pieceOf(text, from, text.value.length));
  return out;
}

/** A call whose mark stands at a place of a text. */
export function callAt(number: number, text: Text, at: number): FootnoteReference {
  return { type: 'footnoteReference', identifier: '', label: String(number), position: positionOf(text, at, at + 1) };
}

function pieceOf(text: Text, from: number, to: number): Text {
  return { type: 'text', value: text.value.slice(from, to), position: positionOf(text, from, to) };
}

function positionOf(text: Text, from: number, to: number): NonNullable<Text['position']> {
  const span = rawSpan(text, from, to);
  const { start } = text.position!;
  return { start: { ...start, offset: span.start }, end: { ...start, offset: span.end } };
}

/** Raw span of a part of a text node: exact where nothing was taken out of its line, else within it. */
export function rawSpan(text: Text, from: number, to: number): Span {
  const start = text.position!.start.offset!;
  const end = text.position!.end.offset!;
  return { start: Math.min(start + from, end), end: Math.min(start + to, end) };
}
