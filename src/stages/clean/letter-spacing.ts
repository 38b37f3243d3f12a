/**
 * Close up Chinese that was spaced out.
 *
 * Damage: a justified line arrives with a space between every two characters, or between a few; marks of notes get
 * spaces round them.
 * Evidence: in a text that the survey calls spaced, any space between Han, their marks, circled numerals and digits;
 * in other line-by-line texts a run of three spaced characters, or a space beside a circled numeral or before a
 * Chinese mark; in texts with a paragraph a line a lone space between two Han of a long line, outside 《》.
 * Leaves alone: indents, lines of keywords, lines of names, headlines in two parts (守正创新 接续努力), Latin words.
 *
 * @example spaced
 *   before: 安 全 机 制 的 确 立① 是双方
 *   after:  安全机制的确立①是双方
 */
import { cleanRule } from '../../diagnostics/index.js';
import type { Edit } from '../../model/index.js';
import { circled, closingMark, han, hanPunctuation, openingMark, pauseMark } from '../../vocabulary/characters.js';
import { labelOf } from '../../vocabulary/labels.js';
import { replaceEach } from './edits.js';

const chinese = `${han}${hanPunctuation}${circled}`;
const any = new RegExp(`(?<=[${chinese}\\d])[ 　]+(?=[${chinese}])|(?<=[${chinese}])[ 　]+(?=\\d)`, 'gu');
/** The same, and between single digits and capitals that were spaced out with their line. */
const anyAtAll = new RegExp(
  `${any.source}|(?<=\\d)[ 　](?=\\d(?!\\d))|(?<=(?<![A-Za-z])[A-Z])[ 　](?=[A-Z](?![a-z]))`,
  'gu',
);
const runOfThree = new RegExp(`(?<![${han}])[${han}](?:[ 　]{1,4}[${han}${pauseMark}]){3,}`, 'gu');
const besideMark = new RegExp(
  `(?<=[${chinese}])[ 　]+(?=[${circled}，、。；：！？${closingMark}])|(?<=[${circled}${openingMark}、，。；：！？])[ 　]+(?=[${chinese}])`,
  'gu',
);
/** 目的 探讨……方法 分析……: the words that head the parts of an abstract are not of its sentences. */
const partOfAbstract = '(?:目的|方法|结果|结论|背景)';
// the blank comes first: it is looked for faster than what stands before it
const lone = new RegExp(` (?<=[${han}] )(?<!(?:^|[。】〕：\\s])${partOfAbstract} )(?=[${han}])`, 'gu');
const names = new RegExp(`^[\\s　□]*[${han}]{1,4}(?:[ 　]{1,2}[${han}]{1,4}){0,3}\\s*$`, 'u');

export const letterSpacing = cleanRule({
  name: 'letter-spacing',
  touches: 'spacing',
  propose(text, { kind }) {
    if (kind === 'markdown') return [];
    const edits: Edit[] = [];
    let at = 0;
    for (const line of text.split('\n')) {
      if (!keepsItsSpaces(line)) {
        for (const edit of inLine(line, kind))
          edits.push({ start: edit.start + at, end: edit.end + at, text: edit.text });
      }
      at += line.length + 1;
    }
    return edits;
  },
});

function keepsItsSpaces(line: string): boolean {
  return labelOf(line)?.part === 'keywords' || names.test(line);
}

function inLine(line: string, kind: string): Edit[] {
  if (kind === 'spaced' && isSpacedOut(line)) return replaceEach(line, anyAtAll, () => '');
  if (kind === 'spaced' || kind === 'caj') return replaceEach(line, any, () => '');
  const edits: Edit[] = [];
  if (kind === 'wrapped' && isSpacedOut(line)) return replaceEach(line, any, () => '');
  if (kind === 'wrapped') {
    edits.push(...replaceEach(line, besideMark, () => ''));
    for (const run of line.matchAll(runOfThree)) {
      for (const gap of run[0].matchAll(/[ 　]+/gu)) {
        edits.push({ start: run.index + gap.index, end: run.index + gap.index + gap[0].length, text: '' });
      }
    }
  } else if (line.length > 60) {
    // inside 《》 a space parts the two halves of a headline
    let inTitle = 0;
    let seen = 0;
    for (const edit of replaceEach(line, lone, () => '')) {
      for (; seen < edit.start; seen++) inTitle += line[seen] === '《' ? 1 : line[seen] === '》' ? -1 : 0;
      if (inTitle <= 0) edits.push(edit);
    }
  }
  edits.sort((a, b) => a.start - b.start);
  return edits.filter((edit, i) => i === 0 || edit.start >= edits[i - 1]!.end);
}

/** Was a whole line spaced out to fill the measure: a gap for every third character or more? */
function isSpacedOut(line: string): boolean {
  const gaps = line.match(any)?.length ?? 0;
  return gaps >= 4 && gaps * 3 >= line.replace(/[ 　]/gu, '').length;
}
