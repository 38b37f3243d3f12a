/**
 * Marks of notes in a text that has no notes: blocks in, the marks of each piece of text out.
 *
 * An item, a figure or a step bears the same signs: ①甲；②乙, 见图①. The mark of a note stands behind words or a closing mark,
 * before a pause or behind the end of a sentence, and its numbers count up, on each page or chapter anew.
 */
import type { PhrasingContent, Text } from 'mdast';
import { closingMark, han } from '../../vocabulary/characters.js';
import { callPattern, markNumber } from '../../vocabulary/note-markers.js';
import type { TextBlock } from './blocks.js';
import type { FoundCall } from './split-at-calls.js';

/** Of one form, with the character before it. */
interface Mark extends FoundCall {
  text: Text;
  before: string;
}

/** A single mark is one behind the end of a sentence or a quotation only. */
const fewest = 2;
const ends = new RegExp(`[。！？${closingMark}]`, 'u');
const word = new RegExp(`[${han}]`, 'u');
/** What is numbered so in a text. */
const named = /[图圖表例式注註见見第条條项項步款]/u;
const pause = new RegExp(`^(?:[，。；、：！？,;.${closingMark}]|\\d|$)`, 'u');

/** @param numbers whether a number in brackets may be the mark of a note */
export function orphanMarks(blocks: TextBlock[], numbers: boolean): Map<Text, FoundCall[]> {
  const forms: Record<'circled' | 'bracketed', Mark[]> = { circled: [], bracketed: [] };
  for (const block of blocks) {
    const marks = { circled: [] as Mark[], bracketed: [] as Mark[] };
    if (!collect(block.children, '', marks)) continue;
    forms.circled.push(...marks.circled);
    forms.bracketed.push(...marks.bracketed);
  }
  const found = new Map<Text, FoundCall[]>();
  for (const marks of [forms.circled, ...(numbers ? [forms.bracketed] : [])]) {
    if (!countsUp(marks)) continue;
    for (const mark of marks) found.set(mark.text, [...(found.get(mark.text) ?? []), mark]);
  }
  for (const marks of found.values()) marks.sort((a, b) => a.start - b.start);
  return found;
}

/** The marks of a block by form; false where it numbers items. @param before the character before the pieces */
function collect(pieces: PhrasingContent[], before: string, marks: Record<'circled' | 'bracketed', Mark[]>): boolean {
  for (const [i, piece] of pieces.entries()) {
    if ('children' in piece && !collect(piece.children, before, marks)) return false;
    if (piece.type !== 'text') {
      before = '字';
      continue;
    }
    for (const { 0: whole, 1: bracketed, 2: circle, index } of piece.value.matchAll(callPattern)) {
      const last = piece.value.slice(0, index).trimEnd().slice(-1) || before;
      const rest = piece.value.slice(index + whole.length).trimStart();
      const next = rest === '' && i + 1 < pieces.length ? '字' : rest;
      const number = markNumber(bracketed, circle);
      if (number === 1 && (last === '' || /[：:；;]/u.test(last))) return false;
      const stands = ends.test(last) || (word.test(last) && !named.test(last) && pause.test(next));
      if (!stands) continue;
      const form = bracketed === undefined ? 'circled' : 'bracketed';
      marks[form].push({ text: piece, number, before: last, start: index, end: index + whole.length });
    }
    before = piece.value.trimEnd().slice(-1) || before;
  }
  return true;
}

/** Do the numbers count up, from 1 or anew from it, and not behind one word that names what is counted? */
function countsUp(marks: Mark[]): boolean {
  const [first] = marks;
  if (!first || first.number !== 1) return false;
  const row = marks.every(({ number }, i) => i === 0 || number === 1 || number === marks[i - 1]!.number + 1);
  if (marks.length < fewest) return row && ends.test(first.before);
  const same = marks.every(({ before }) => before === first.before) && word.test(first.before);
  return row && !same;
}
