/**
 * Write the halfwidth marks of Chinese sentences fullwidth.
 *
 * Damage: an OCR gives whole pages with , : ; ? ! ( ) for ，：；？！（）.
 * Evidence: a Han or fullwidth mark beside it (GB/T 15834), for brackets Han inside or before them.
 * Leaves alone: marks between Latin letters or digits (1,000; 3:1), Latin passages, URLs, tags, formulas.
 *
 * @example
 *   before: 总之,机制(见表1)的作用:一是稳定;二是互信
 *   after:  总之，机制（见表1）的作用：一是稳定；二是互信
 */
import { cleanRule } from '../../diagnostics/index.js';
import type { Edit } from '../../model/index.js';
import { closingMark, countHan, han, hanPunctuation, latin } from '../../vocabulary/characters.js';
import { fullwidthMarks } from '../../vocabulary/marks.js';
import { foreignSpans, outside, replaceEach } from './edits.js';

const wide = new RegExp(`[${han}${hanPunctuation}]`, 'u');
const letter = new RegExp(`[${latin}]`, 'u');
const beforeMark = new RegExp(`[${han}${closingMark}％%]`, 'u');

export const chinesePunctuation = cleanRule({
  name: 'chinese-punctuation',
  touches: 'punctuation',
  propose(text) {
    // a mark sees its neighbours as they will be: brackets first, then mark after mark
    const pairs = brackets(text);
    const becomes = new Map(pairs.map((edit) => [edit.start, edit.text]));
    const at = (i: number): string => becomes.get(i) ?? text[i] ?? '';
    // ![ opens a picture in Markdown
    const marks = replaceEach(text, /[,:;?]|!(?!\[)/g, (match) => {
      const fullwidth = isChineseMark(text, match.index, at) ? fullwidthMarks[match[0]] : undefined;
      if (fullwidth) becomes.set(match.index, fullwidth);
      return fullwidth;
    });
    const all = [...marks, ...pairs].sort((one, other) => one.start - other.start);
    return outside(withSpaces(text, all, at), foreignSpans(text));
  },
});

/** Does the mark at an offset belong to a Chinese sentence? */
function isChineseMark(text: string, offset: number, at: (i: number) => string): boolean {
  const left = neighbour(offset - 1, -1, at);
  const right = neighbour(offset + 1, 1, at);
  if (/\d/.test(left) && /\d/.test(right)) return false;
  if (/[”’]/.test(left)) return afterChineseQuote(offset, at);
  // after Han always; after a digit or letter only where Chinese goes on
  if (beforeMark.test(left)) return true;
  return (/\d/.test(left) || letter.test(left)) && opensChinese(right, offset, at) && inChinese(text, offset);
}

/** Pairs of brackets on one line with Han inside, or before them. */
function brackets(text: string): Edit[] {
  const edits: Edit[] = [];
  const open: number[] = [];
  for (const match of text.matchAll(/[()（）\n]/g)) {
    const at = match.index;
    if (match[0] === '\n') open.length = 0;
    else if (match[0] === '(' || match[0] === '（') open.push(at);
    else {
      const start = open.pop();
      if (start === undefined) {
        // its partner stands on another page: Chinese goes on behind it
        if (match[0] === ')' && /^ ?\p{Script=Han}/u.test(text.slice(at + 1, at + 3)))
          edits.push({ start: at, end: at + 1, text: '）' });
        continue;
      }
      const inside = text.slice(start + 1, at);
      const chinese =
        countHan(inside) > 0 ||
        wide.test(text[start - 1] === ' ' ? (text[start - 2] ?? '') : (text[start - 1] ?? '')) ||
        text[start] === '（' ||
        match[0] === '）';
      if (!chinese || (inside.startsWith('http') && text[start - 1] === ']')) continue;
      if (text[start] === '(') edits.push({ start, end: start + 1, text: '（' });
      if (match[0] === ')') edits.push({ start: at, end: at + 1, text: '）' });
    }
  }
  return edits;
}

/** A fullwidth mark carries its own space: the one behind it goes, and the one before an opening bracket. */
function withSpaces(text: string, edits: Edit[], at: (i: number) => string): Edit[] {
  let last = 0;
  return edits.map((edit) => {
    let { start, end } = edit;
    if (edit.text === '（') {
      while (start > last && text[start - 1] === ' ' && wide.test(at(start - 2))) start--;
    } else while (text[end] === ' ' && (wide.test(at(end + 1)) || /[\dA-Za-z]/.test(at(end + 1)))) end++;
    last = end;
    return { ...edit, start, end };
  });
}

/** The nearest character that is no space, on the same line. */
function neighbour(from: number, step: 1 | -1, at: (i: number) => string): string {
  let i = from;
  while (at(i) === ' ') i += step;
  return at(i) === '\n' ? '' : at(i);
}

/** Do the quotes before an offset close upon Chinese? */
function afterChineseQuote(offset: number, at: (i: number) => string): boolean {
  let i = offset - 1;
  while (/^[”’ ]$/.test(at(i))) i--;
  return wide.test(at(i)) && !/[…—]/.test(at(i));
}

/** Does Chinese go on behind the mark at an offset? A quotation mark says nothing: what stands in it does. */
function opensChinese(right: string, offset: number, at: (i: number) => string): boolean {
  if (!/[“‘]/.test(right)) return wide.test(right) && !/[”’…—]/.test(right);
  let i = offset + 1;
  while (/^[“‘ ]$/.test(at(i))) i++;
  return wide.test(at(i));
}

/** Is the line round an offset Chinese up to here? */
function inChinese(text: string, offset: number): boolean {
  const start = Math.max(text.lastIndexOf('\n', offset) + 1, offset - 40);
  return countHan(text.slice(start, offset)) > 0;
}
