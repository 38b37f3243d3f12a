/**
 * Reads what stands within a line of Aozora's notation: text in, phrasing content with ruby, emphasis and notes out.
 *
 * Every sign that leaves the text is handed to `aside`; an annotation that is not known goes to `unknown`, too.
 */
import type { FootnoteReference, Image, PhrasingContent, Text } from 'mdast';
import { dressOf, headingLevelOf, layoutOnly, rubyBases, textRemark, type Dress } from '../../../vocabulary/aozora.js';
import { lastWords, plainOf } from './last-words.js';
import { characterOf } from './missing-character.js';

/** Who takes what the text does not keep. Offsets are those of the clean text. */
export interface LineReader {
  aside(text: string, start: number, end: number): void;
  change(before: string, after: string, start: number, end: number): void;
  unknown(annotation: string, start: number, end: number): void;
  /** Makes a note of a remark and gives its identifier. */
  note(words: string, start: number, end: number): string;
}

/** A line, read. */
export interface ReadLine {
  children: PhrasingContent[];
  /** It is a heading of this level, from 1. */
  level?: number;
}

/** Signs: a ruby's begin and reading, an annotation, which may hold others. */
const sign = /｜|《([^《》\n]*)》|(※?)［＃((?:[^［］\n]|［＃[^［］\n]*］)*)］/gu;

interface OpenPassage {
  words: string;
  from: number;
}

/** @param offset of the line's first character */
export function readLine(line: string, offset: number, reader: LineReader): ReadLine {
  const out: PhrasingContent[] = [];
  const result: ReadLine = { children: out };
  const open: OpenPassage[] = [];
  let base: number | undefined; // place in `out` where a ｜ stands
  let from = 0;
  const text = (value: string, at: number): void => {
    if (value !== '') out.push(textAt(value, at));
  };
  for (const match of line.matchAll(sign)) {
    const start = offset + match.index;
    const end = start + match[0].length;
    text(line.slice(from, match.index), offset + from);
    from = match.index + match[0].length;
    const [all, reading, missing, words = ''] = match;
    if (all === '｜') {
      base = out.length;
      reader.aside(all, start, end);
    } else if (reading !== undefined) {
      if (setRuby(out, base, textAt(reading, start + 1))) reader.aside('《》', start, end);
      else text(all, start);
      base = undefined;
    } else if (missing) {
      const character = characterOf(words);
      if (character === undefined) {
        text('※', start);
        reader.unknown(all.slice(1), start + 1, end);
      } else {
        reader.change(all, character, start, end);
        out.push({ ...textAt(character, start), position: position(start, end) });
      }
    } else readAnnotation(words, all, start, end);
  }
  text(line.slice(from), offset + from);
  if (open.length > 0) open.forEach(({ words, from }) => wrap(out, from, dressOf(words) ?? 'plain'));
  return result;

  function readAnnotation(words: string, all: string, start: number, end: number): void {
    const level = headingLevelOf(words);
    const named = /^「(.*?)」(?:の左)?(?:に|は|の)(.+)$/u.exec(words);
    const picture = /^(?:(.+?)（)?([\w-]+\.(?:png|jpe?g|gif))[^）]*）?入る$/u.exec(words);
    const marks = /^(?:[一二三四上中下甲乙丙天地人]?レ?|（.+）)$/u.test(words) ? words : undefined;
    if (level !== undefined) {
      result.level ??= level;
      reader.aside(all, start, end);
    } else if (picture) {
      out.push({ type: 'image', url: picture[2]!, alt: '', position: position(start, end) } satisfies Image);
      reader.aside(all, start, end);
    } else if (textRemark.test(words)) {
      const identifier = reader.note(words, start + 2, end - 1);
      const call: FootnoteReference = {
        type: 'footnoteReference',
        identifier,
        label: identifier,
        position: position(start, end),
      };
      out.push(call);
      reader.aside('［＃］', start, end);
    } else if (marks) {
      // the signs by which Chinese is read as Japanese: those of order stand low, the endings are small
      const okurigana = marks.startsWith('（');
      out.push({
        type: okurigana ? 'small' : 'subscript',
        children: [textAt(okurigana ? marks.slice(1, -1) : marks, start + 2)],
        position: position(start, end),
      });
      reader.aside(okurigana ? '［＃（）］' : '［＃］', start, end);
    } else if (named && dressOf(named[2]!)) {
      const found = lastWords(out, named[1]!);
      if (found === undefined) return reader.unknown(all, start, end);
      wrap(out, found, dressOf(named[2]!)!);
      reader.aside(all, start, end);
    } else if (dressOf(words) && /(?:終わり|終り)$/u.test(words)) {
      const opened = open.pop();
      if (opened) wrap(out, opened.from, dressOf(words)!);
      reader.aside(all, start, end);
    } else if (dressOf(words)) {
      open.push({ words, from: out.length });
      reader.aside(all, start, end);
    } else if (layoutOnly.test(words)) reader.aside(all, start, end);
    else reader.unknown(all, start, end);
  }
}

/** Sets the reading over what stands behind the ｜, or over the last run of one class of characters. */
function setRuby(out: PhrasingContent[], base: number | undefined, reading: Text): boolean {
  let from = base;
  if (from === undefined) {
    const words = plainOf(out);
    const run = rubyBases.map((pattern) => pattern.exec(words)?.[0]).find(Boolean);
    if (!run) return false;
    from = lastWords(out, run);
  }
  if (from === undefined || from >= out.length) return false;
  const children = out.splice(from);
  const start = children[0]!.position!.start;
  const end = { ...start, offset: reading.position!.end.offset! + 1 };
  out.push({
    type: 'ruby',
    children: [...children, { type: 'rubyText', children: [reading], position: reading.position! }],
    position: { start, end },
  });
  return true;
}

/** Puts everything from a place on into an element of its own. */
function wrap(out: PhrasingContent[], from: number, dress: Dress): void {
  if (dress === 'plain' || from >= out.length) return;
  const children = out.splice(from);
  out.push({
    type: dress,
    children,
    position: { start: children[0]!.position!.start, end: children.at(-1)!.position!.end },
  });
}

function textAt(value: string, at: number): Text {
  return { type: 'text', value, position: position(at, at + value.length) };
}

function position(start: number, end: number): NonNullable<Text['position']> {
  return { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
}
