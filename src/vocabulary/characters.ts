/**
 * Classes of characters, as regular-expression sources and predicates.
 *
 * The sources are meant to stand inside a character class: new RegExp(`[${han}${digit}]`, 'u').
 */
import { closingMark, hanPunctuation, sentenceMark } from './marks.js';

export { closingMark, hanPunctuation, openingMark, pauseMark, sentenceMark } from './marks.js';

/** Han characters, iteration mark and zero (〇々) included, kana and radicals not. */
export const han = '\\p{Script=Han}〇々';

/** Kana, for Japanese words in notes. */
export const kana = '\\p{Script=Hiragana}\\p{Script=Katakana}ー';

/** Latin letters with their accents, not fullwidth ones. */
export const latin = 'A-Za-z\\u00C0-\\u024F\\u1E00-\\u1EFF';

/** Halfwidth digits. */
export const digit = '0-9';

/** Stands for words that are lost, or that only the printed page can tell. */
export const unknownWords = '□';

/** Circled numerals 1 to 50. */
export const circled = '①-⑳㉑-㉟㊱-㊿';

/** Spaces of every width but the line end. */
export const space = ' \\t\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000';

/** A class of single characters that remembers what it was asked: texts are made of the same few thousand. */
class CharacterClass {
  /** Of each unit of the basic plane: 0 not asked yet, 1 no, 2 yes. */
  private readonly known = new Uint8Array(0x10000);
  private readonly pattern: RegExp;

  constructor(characters: string) {
    this.pattern = new RegExp(`^[${characters}]$`, 'u');
  }

  has(codePoint: number): boolean {
    const known = codePoint < this.known.length ? this.known[codePoint]! : 0;
    if (known > 0) return known === 2;
    const has = this.pattern.test(String.fromCodePoint(codePoint));
    this.known[codePoint] = has ? 2 : 1;
    return has;
  }

  /** Is a text one character, and one of these? */
  is(text: string): boolean {
    const codePoint = text.codePointAt(0);
    return codePoint !== undefined && text.length === (codePoint > 0xffff ? 2 : 1) && this.has(codePoint);
  }

  /** How many of the characters of a text are of this class. */
  countIn(text: string): number {
    let count = 0;
    for (let i = 0; i < text.length; i++) {
      const codePoint = text.codePointAt(i)!;
      if (this.has(codePoint)) count++;
      if (codePoint > 0xffff) i++;
    }
    return count;
  }
}

const hanOnly = new CharacterClass(han);
const wide = new CharacterClass(
  `${han}${kana}${hanPunctuation}${circled}\\u3000\\uFF01-\\uFF60\\uFFE0-\\uFFE6●○■□◆◇★☆▲△`,
);
const latinOnly = new CharacterClass(latin);

/** Is this one Han character? */
export function isHan(character: string | undefined): boolean {
  return character !== undefined && hanOnly.is(character);
}

/** Does this character fill one em in a Chinese font? */
export function isWide(character: string): boolean {
  return wide.is(character);
}

/** Width of a text in em: wide characters 1, all others 0.5 (a fair mean for Latin in proportional type). */
export function measure(text: string): number {
  // the halves of a character beyond the basic plane are one
  let pairs = 0;
  for (let i = 0; i < text.length; i++) if (text.codePointAt(i)! > 0xffff) pairs++;
  return (text.length - pairs + wide.countIn(text)) / 2;
}

// behind a citation its pages: 。[2](P3-5)
const cited =
  '[\\[［〔【](?:[注註]\\s*)?(?:\\d{1,3}(?:[-–,，]\\d{1,3})*|[零〇一二三四五六七八九十百IVXlⅠ-Ⅻ]{1,7})[\\]］〕】]|[(（][Pp]{1,2}\\.?\\d[\\d–,，-]*[)）]';
const sentenceEnd = new RegExp(`[${sentenceMark}…](?:[${closingMark}"'\\s${circled}]|${cited})*$`, 'u');

/** Does this text end as a sentence does: 。 ！ ？ or …… with the quotes, brackets and note marks that may follow? */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text);
}

/** Number of Han characters in a text. */
export function countHan(text: string): number {
  return hanOnly.countIn(text);
}

/** Number of Latin letters in a text. */
export function countLatin(text: string): number {
  return latinOnly.countIn(text);
}

/** As much of a text as tells its language. */
const longestSample = 20_000;

/** Is a text Japanese: does hiragana, which no Chinese text has much of, make up a tenth of its characters and more? */
export function isJapanese(text: string): boolean {
  const sample = text.slice(0, longestSample);
  return (sample.match(/\p{Script=Hiragana}/gu)?.length ?? 0) * 10 > sample.length;
}

/** Is a passage Chinese rather than in Latin letters? One Han weighs as much as three letters. */
export function isChinese(text: string): boolean {
  return countHan(text) * 3 >= countLatin(text);
}

/**
 * What does not print: white space of every width, zero-width and control characters, the byte order mark, and the
 * private-use marks of the CAJ reader (see `caj-marks.ts`). Laws and ledger compare texts without these.
 */
export const blank =
  '\\s\\u0000-\\u001F\\u007F-\\u009F\\u00AD\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2064\\uFEFF\\uE5CE\\uE5CF\\uE5D2\\uE5E5';

const blanks = new RegExp(`[${blank}]+`, 'gu');

/** The text without anything that does not print. */
export function withoutBlanks(text: string): string {
  return text.replace(blanks, '');
}
