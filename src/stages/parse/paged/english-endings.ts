/**
 * English abstracts that stand at the end of their article: lines in, their parts out.
 *
 * Title, names and places in Latin letters lead up to the word Abstract; what follows is Latin to the end of the article.
 */
import { countHan, countLatin } from '../../../vocabulary/characters.js';
import { labelOf } from '../../../vocabulary/labels.js';
import { partsOf, type EnglishParts, type KnownArticle } from './english-abstracts.js';
import { isTextType, type MeasuredLine } from './measured-line.js';

/** An abstract with the stretch of lines that it takes. */
export interface EnglishEnding {
  lines: MeasuredLine[];
  parts: EnglishParts;
}

/** Title, names and places above an abstract take so many lines at most. */
const mostLinesAbove = 9;

/**
 * @param lines of one article's text after its opening
 * @param article what it is known by
 */
export function englishEnding(lines: readonly MeasuredLine[], article: KnownArticle): EnglishEnding | undefined {
  const label = lines.findLastIndex(({ text }) => labelOf(text.trim())?.part === 'english-abstract');
  if (label < 0) return undefined;
  let from = label;
  while (from > 0 && label - from < mostLinesAbove && isEnglish(lines[from - 1]!)) from--;
  let to = label + 1;
  while (to < lines.length && isEnglish(lines[to]!)) to++;
  // an abstract between the paragraphs of a text is quoted there
  if (to < lines.length && lines.slice(to).some(isRunning)) return undefined;
  const own = lines.slice(from, to);
  return { lines: own, parts: partsOf(own, label - from, article) };
}

function isEnglish({ text }: MeasuredLine): boolean {
  return countHan(text) === 0 && countLatin(text) > 2;
}

function isRunning(line: MeasuredLine): boolean {
  return isTextType(line) && line.short < 2 && countHan(line.text) > 0;
}
