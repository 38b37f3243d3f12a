/**
 * Is a text layer legible at all? Broken ones are refused with the evidence, not passed on.
 *
 * In: the raw text. Out: what is wrong with it, or nothing.
 */
import { cajMarks } from '../../vocabulary/caj-marks.js';
import { CharacterTally } from '../../vocabulary/character-tally.js';
import { countHan, withoutBlanks } from '../../vocabulary/characters.js';
import { shareReversed } from './line-order.js';
import { commonHan } from '../../vocabulary/common-han.js';

/** Why a text cannot be read, with the figures that show it. */
export interface Illegible {
  kind:
    | /** Replacement, private-use or unassigned characters, (cid:…) codes or names of glyphs, as a share of what prints. */ 'no-characters'
      /** One sign stands for most of them: □, 口, ?. */
    | 'one-sign'
    /** Han, but not those of any Chinese or Japanese text: the font's codes are mapped to the wrong characters. */
    | 'wrong-characters'
    /** Chinese marks between letters and signs, and no Han between them. */
    | 'no-han'
    /** Letters of scripts that stand in no Chinese text, where Han should be. */
    | 'other-scripts'
    /** Letters that make no words: few of them are vowels. */
    | 'wrong-letters'
    /** Letters with accents, or signs, where words should be: bytes that were read in another encoding. */
    | 'other-encoding'
    /** Brackets close before they open: lines that run backwards. */
    | 'backwards'
    /** Numbers count down, sentences end below their beginning: the last line comes first. */
    | 'lines-reversed';
  share: number;
  sample: string;
}

const codes =
  /\(cid:\d+\)|<?\/?\b(?:g|G|glyph|uni|cid|gid)[0-9A-Fa-f]{2,5}>|\/(?:g|G|C|glyph|uni|cid|gid)[0-9A-Fa-f]{1,5}\b|\uFFFD|[\uE000-\uF8FF]|\p{Cn}|[\u{F0000}-\u{10FFFF}]/gu;
const ours = new RegExp(`[${cajMarks.lineEnd}${cajMarks.space}${cajMarks.gap}]`, 'gu');

/** Above this share of characters that are none, nobody can read the text. */
const mostCodes = 0.1;
/** The commonest character of prose, 的 or the letter e, is an eighth at most. */
const mostOfOneSign = 0.25;
/** What rules, leaders and figures are made of. */
const repeats = /[\p{N}.·…•\-—–_=*|+~#<>/\\:]/u;
/** In any Chinese prose the characters of `commonHan` make up far more of the Han than this. */
const leastCommon = 0.16;
/** Even French has fewer letters with accents, and code fewer signs. */
const mostStrange = 0.3;
/** Of the lines with one pair of marks; where lines break within pairs, far fewer. */
const mostBackwards = 0.7;
/** Notes that begin anew with every page count down as often as up where each page has two. */
const mostReversed = 0.8;
/** Of the letters of any language that is written with them more than a third are vowels, in lists of abbreviations fewer. */
const leastVowels = 0.25;
/** Of Chinese marks, in a text that has fewer Han than marks. */
const leastMarks = 0.04;
/** Of letters of scripts that meet Chinese in print nowhere: a sample of one in a linguist's text is far less. */
const mostForeign = 0.2;
const foreignLetter =
  /(?![\p{Script=Han}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Common}\p{Script=Inherited}])\p{L}/gu;
const enough = 400;
const enoughBrackets = 8;

/** What makes a text illegible; undefined for one that can be read. */
export function illegibility(text: string): Illegible | undefined {
  const printing = withoutBlanks(text.replace(ours, ''));
  const sample = printing.slice(0, 24);
  const ofAll = (pattern: RegExp): number =>
    (printing.match(pattern) ?? []).reduce((sum, { length }) => sum + length, 0) / Math.max(1, printing.length);
  const none = ofAll(codes);
  if (none > mostCodes) return { kind: 'no-characters', share: none, sample };
  if (printing.length < enough) return undefined;
  const tally = new CharacterTally();
  tally.add(printing);
  const times = tally.counts();
  const one = commonest(times) / printing.length;
  if (one > mostOfOneSign) return { kind: 'one-sign', share: one, sample };
  const han = countHan(printing);
  if (han >= enough) {
    let common = 0;
    for (const [character, count] of times) if (commonHan.has(character)) common += count;
    if (common / han < leastCommon) return { kind: 'wrong-characters', share: common / han, sample };
  } else if (han < printing.length / 10) {
    const foreign = ofAll(foreignLetter);
    if (foreign > mostForeign && scriptsOf(printing) > 1) return { kind: 'other-scripts', share: foreign, sample };
    const strange = ofAll(/[\u0080-\u00FF]+|[!-/:-@[-`{-~]+/gu);
    if (strange > mostStrange) return { kind: 'other-encoding', share: strange, sample };
    const marks = ofAll(/[，。、；《》（）]/gu);
    if (marks > leastMarks && han < marks * printing.length && !/[\u3040-\u30FF]/.test(printing))
      return { kind: 'no-han', share: marks, sample };
    const letters = printing.match(/[A-Za-z]/g) ?? [];
    const vowels = letters.filter((letter) => /[aeiou]/i.test(letter)).length / Math.max(1, letters.length);
    if (letters.length >= enough / 2 && vowels < leastVowels) return { kind: 'wrong-letters', share: vowels, sample };
  }
  const backwards = shareBackwards(text);
  if (backwards > mostBackwards) return { kind: 'backwards', share: backwards, sample };
  const reversed = shareReversed(text);
  return reversed > mostReversed ? { kind: 'lines-reversed', share: reversed, sample } : undefined;
}

/** How many scripts of those whose letters `foreignLetter` finds a text has: one may be its language. */
function scriptsOf(text: string): number {
  const letters = (text.match(foreignLetter) ?? []).join('');
  return foreignScripts.filter((script) => (letters.match(script)?.length ?? 0) > letters.length / 50).length;
}

const foreignScripts = [
  'Nko',
  'Thaana',
  'Syriac',
  'Arabic',
  'Hebrew',
  'Tibetan',
  'Georgian',
  'Myanmar',
  'Devanagari',
  'Bengali',
  'Gujarati',
  'Gurmukhi',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Armenian',
  'Ethiopic',
  'Khmer',
  'Cherokee',
  'Canadian_Aboriginal',
  'Mongolian',
  'Yi',
  'Oriya',
].map((script) => new RegExp(`\\p{Script=${script}}`, 'gu'));

/** Times of the character that stands most often, those of rules and figures aside. */
function commonest(times: readonly [string, number][]): number {
  let most = 0;
  for (const [character, count] of times) if (count > most && !repeats.test(character)) most = count;
  return most;
}

const pairs = ['《》', '（）', '“”', '〔〕', '「」'] as const;

/** Of the lines that hold one mark that opens and the one that closes it, the share on which it closes first. */
function shareBackwards(text: string): number {
  let both = 0;
  let backwards = 0;
  for (const line of text.split('\n')) {
    for (const [open, close] of pairs) {
      const at = line.indexOf(open!);
      const end = line.indexOf(close!);
      if (at < 0 || end < 0 || line.lastIndexOf(open!) !== at || line.lastIndexOf(close!) !== end) continue;
      both++;
      if (end < at) backwards++;
    }
  }
  return both < enoughBrackets ? 0 : backwards / both;
}
