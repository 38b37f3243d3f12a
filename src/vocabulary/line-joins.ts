/** How lines go on: what belongs between two of them, and whether one was filled. */
import { closingMark, countLatin, isChinese, isWide, latin, measure } from './characters.js';

const letterAtEnd = new RegExp(`[${latin}\\d,.;:!?)\\]”’"%&]$`, 'u');
const letterAtStart = new RegExp(`^[${latin}\\d(\\[“‘"&]`, 'u');
const openUrl = /(?:https?:\/\/|www\.)[^\s，。；、》）]*$/i;

/** What belongs between two pieces of one sentence: nothing between Chinese and within a URL, a space between Latin words. */
export function gapBetween(left: string, right: string): '' | ' ' {
  const last = left.slice(-1);
  const first = right.slice(0, 1);
  if (last === '' || first === '' || /\s/.test(last) || /\s/.test(first)) return '';
  if (openUrl.test(left) && !/[,;]$/.test(left) && /^[\w\-./?=&%#~+:@]/.test(first) && !/^[A-Z][a-z]+ /.test(right))
    return '';
  if ((isWide(last) && !'”’…—'.includes(last)) || (isWide(first) && !'“‘…—'.includes(first))) return '';
  if (last === '-' || last === '–' || last === '/' || /^[-–/]/.test(first)) return '';
  if (!isChinese(left.slice(-24)) || !isChinese(right.slice(0, 24))) {
    return letterAtEnd.test(last) && letterAtStart.test(first) ? ' ' : '';
  }
  return new RegExp(`[${latin},.;:)]$`, 'u').test(last) && new RegExp(`^[${latin}(]`, 'u').test(first) ? ' ' : '';
}

const firstUnit = new RegExp(
  `^(?:[${latin}\\d.%/+-]+|[“‘（《〈【〔「『]+.)[${closingMark}，、。；：！？]*|^.[${closingMark}，、。；：！？]*`,
  'u',
);

/**
 * Is a line filled: is the room that it leaves less than the next unbreakable unit needs?
 *
 * @param width of the line with its indent, em
 * @param bodyWidth the measure, em
 */
export function fillsMeasure(width: number, text: string, next: string, bodyWidth: number): boolean {
  const unit = measure(firstUnit.exec(next)?.[0] ?? '');
  const blur = countLatin(text.slice(-bodyWidth)) * 0.12; // Latin letters are narrower or wider than half an em
  return bodyWidth - width <= Math.max(1.2, Math.min(unit, 8) + 0.2) + blur;
}
