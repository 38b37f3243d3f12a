/** Cuts a text node where calls of notes stand in it: the pieces before, between and behind them, and the calls. */
import type { FootnoteReference, PhrasingContent, Text } from 'mdast';
import { alignedOffset } from '../../positions/aligned-offset.js';
import type { RestoreContext } from '../../diagnostics/index.js';
import type { Span } from '../../model/index.js';
import { withoutBlanks } from '../../vocabulary/characters.js';

/** A call found in the value of a text node, in UTF-16 units of it. */
export interface FoundCall extends Span {
  /** 0 is a mark that cannot be read. */
  number: number;
}

/** Sets the marks aside. @param found in ascending order */
export function splitAtCalls(text: Text, found: FoundCall[], context: RestoreContext): PhrasingContent[] {
  if (found.length === 0) return [text];
  const rawOffset = rawOffsets(text, context.raw.text);
  const out: PhrasingContent[] = [];
  const add = (from: number, to: number, rawStart: number, rawEnd: number): void => {
    if (to > from) out.push({ type: 'text', value: text.value.slice(from, to), position: at(text, rawStart, rawEnd) });
  };
  let from = 0;
  let rawFrom = rawOffset(0);
  for (const { number, start, end } of found) {
    const mark = { start: rawOffset(start), end: rawOffset(end) };
    add(from, start, rawFrom, mark.start);
    context.setAside(withoutBlanks(text.value.slice(start, end)), mark);
    out.push(callAt(number, text, mark.start));
    [from, rawFrom] = [end, mark.end];
  }
  add(from, text.value.length, rawFrom, rawOffset(text.value.length));
  return out;
}

/** A call whose mark stands at a raw offset. */
export function callAt(number: number, text: Text, rawStart: number): FootnoteReference {
  const position = at(text, rawStart, rawStart + 1);
  return { type: 'footnoteReference', identifier: '', label: String(number), position };
}

function at(text: Text, start: number, end: number): NonNullable<Text['position']> {
  const point = text.position!.start;
  return { start: { ...point, offset: start }, end: { ...point, offset: Math.max(start, end) } };
}

/** Raw offsets of places of a text node, which are to be asked for in ascending order. */
function rawOffsets(text: Text, raw: string): (unit: number) => number {
  const [start, end] = [text.position!.start.offset!, text.position!.end.offset!];
  const { value } = text;
  let [place, unit] = [start, 0];
  return (next) => {
    if (next >= value.length) return end;
    if (end - start === value.length) return start + next;
    place = alignedOffset(raw, place, end, value.slice(unit), next - unit);
    unit = next;
    return place;
  };
}
