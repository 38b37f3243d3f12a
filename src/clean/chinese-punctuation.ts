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
import { cleanRule, type Edit } from '../diagnostics.js';
import { closingMark, countHan, han, hanPunctuation, latin } from '../vocabulary/characters.js';
import { foreignSpans, outside, replaceEach } from './edits.js';

const full: Record<string, string> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！', '(': '（', ')': '）' };
const wide = new RegExp(`[${han}${hanPunctuation}]`, 'u');
const letter = new RegExp(`[${latin}]`, 'u');
const beforeMark = new RegExp(`[${han}${closingMark}％%]`, 'u');

export const chinesePunctuation = cleanRule({
  name: 'chinese-punctuation',
  touches: 'punctuation',
  propose(text) {
    // ![ opens a picture in Markdown
    const marks = replaceEach(text, /[,:;?]|!(?!\[)/g, (match) => {
      const left = neighbour(text, match.index - 1, -1);
      const right = neighbour(text, match.index + 1, 1);
      if (/\d/.test(left) && /\d/.test(right)) return undefined;
      // after Han always; after a digit or letter only where Chinese goes on
      if (beforeMark.test(left) && left !== '’' && left !== '”') return full[match[0]];
      if (/[”’]/.test(left)) return afterChineseQuote(text, match.index) ? full[match[0]] : undefined;
      return (/\d/.test(left) || letter.test(left)) && isHanMark(right) && inChinese(text, match.index)
        ? full[match[0]]
        : undefined;
    });
    const all = [...marks, ...brackets(text)].sort((a, b) => a.start - b.start);
    return outside(withSpaceBehind(text, all), foreignSpans(text));
  },
});

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
      if (start === undefined) continue;
      const inside = text.slice(start + 1, at);
      const chinese =
        countHan(inside) > 0 || wide.test(text[start - 1] ?? '') || text[start] === '（' || match[0] === '）';
      if (!chinese || (inside.startsWith('http') && text[start - 1] === ']')) continue;
      if (text[start] === '(') edits.push({ start, end: start + 1, text: '（' });
      if (match[0] === ')') edits.push({ start: at, end: at + 1, text: '）' });
    }
  }
  return edits;
}

/** A fullwidth mark carries its own space: take the one behind it along. */
function withSpaceBehind(text: string, edits: Edit[]): Edit[] {
  return edits.map((edit) => {
    let end = edit.end;
    if (edit.text !== '（') while (text[end] === ' ' && wide.test(text[end + 1] ?? '')) end++;
    return { ...edit, end };
  });
}

/** The nearest character that is no space, note mark or tag, on the same line. */
function neighbour(text: string, from: number, step: 1 | -1): string {
  let i = from;
  while (text[i] === ' ') i += step;
  const character = text[i] ?? '';
  return character === '\n' ? '' : character;
}

/** Do the quotes before an offset close upon Chinese? */
function afterChineseQuote(text: string, at: number): boolean {
  let i = at - 1;
  while (/[”’ ]/.test(text[i] ?? '')) i--;
  return wide.test(text[i] ?? '') && !/[…—]/.test(text[i]!);
}

function isHanMark(character: string): boolean {
  return wide.test(character) && !/[”’…—]/.test(character);
}

/** Is the line round an offset Chinese up to here? */
function inChinese(text: string, at: number): boolean {
  const start = Math.max(text.lastIndexOf('\n', at) + 1, at - 40);
  return countHan(text.slice(start, at)) > 0;
}
