/**
 * The English abstract of one article among those of its issue: lines of the pages of abstracts in, its parts out.
 *
 * Journals print the English abstracts of an issue together; a library that gives one article away adds their pages whole.
 * The article's own is the one that names the page where it begins, else the one that names its authors.
 */
import { pinyinPro } from '../../../system/load-late.js';
import type { Role } from '../../../model/index.js';
import { labelOf } from '../../../vocabulary/labels.js';
import { journalOfIssueLine } from '../../../vocabulary/masthead.js';
import { isEnglishAffiliation, namesEnglishPlace } from '../../../vocabulary/affiliations.js';
import { englishNamesOf, namesOf } from '../../../vocabulary/people.js';
import { cutLine, type MeasuredLine } from './measured-line.js';
import { groupParagraphs } from './paragraphs.js';

/** Parts of an abstract with their lines. */
export type EnglishParts = { role: Role; lines: MeasuredLine[] }[];

/** What the article is known by. */
export interface KnownArticle {
  /** Number of its first page, as printed. */
  firstFolio: string | undefined;
  /** Its byline. */
  byline: string;
}

/** Title and names above an abstract have so many lines at most. */
const mostLinesAbove = 7;
/** Room above a title, in leadings. */
const roomAbove = 1.35;
/** The page where the article begins, at the head or the end of a line. */
const pageNumber = /[\s\u3000]*[(（·.…\s]+(\d{1,4})[)）·.\s]*$/u;
const leadingNumber = /^[\s\u3000]*[(（]?(\d{1,4})[)）]?[\s\u3000]+(?=\p{L}|[“"])/u;

interface Entry {
  /** Index of its first line, of its label, and after its end. */
  from: number;
  label: number;
  to: number;
}

/** @param lines of the pages of abstracts in order, without furniture */
export function ownEnglishAbstract(all: readonly MeasuredLine[], article: KnownArticle): EnglishParts | undefined {
  // heads of pages outside of the numbered ones are not known as such
  const lines = all.filter(({ text }) => journalOfIssueLine(text) === undefined && !/^Abstracts?$/iu.test(text.trim()));
  const entries = entriesOf(lines);
  const above = (entry: Entry): MeasuredLine[] => lines.slice(entry.from, entry.label);
  const numbered = entries.find(
    (entry) =>
      article.firstFolio !== undefined && above(entry).some(({ text }) => numberOf(text) === article.firstFolio),
  );
  const named =
    numbered ??
    entries.find((entry) =>
      namesAuthors(
        above(entry)
          .map(({ text }) => text)
          .join(' '),
        article.byline,
      ),
    );
  const own = named ?? (entries.length === 1 ? entries[0] : undefined);
  if (!own) return undefined;
  const head = lines.slice(own.from, own.label).map(withoutNumber);
  return partsOf([...head, ...lines.slice(own.label, own.to)], head.length, article);
}

function numberOf(text: string): string | undefined {
  return pageNumber.exec(text)?.[1] ?? leadingNumber.exec(text)?.[1];
}

/** A line without the number of the page: that belongs to the list. */
function withoutNumber(line: MeasuredLine): MeasuredLine {
  const lead = leadingNumber.exec(line.text)?.[0].length ?? 0;
  const tail = pageNumber.exec(line.text)?.[0].length ?? 0;
  return lead + tail === 0 ? line : cutLine(line, line.start + lead, line.end - tail);
}

function entriesOf(lines: readonly MeasuredLine[]): Entry[] {
  const labels = lines.flatMap(({ text }, i) => (labelOf(text.trim())?.part === 'english-abstract' ? [i] : []));
  const starts = labels.map((label, k) => {
    const floor = k === 0 ? 0 : labels[k - 1]! + 1;
    const style = lines[label]!;
    let from = label;
    // title and names stand apart from the abstract before them, by room or by their face
    while (from > floor && label - from < mostLinesAbove) {
      const line = lines[from - 1]!;
      const unlike =
        line.line.font !== style.line.font || Math.abs(line.line.size - style.line.size) > 0.05 * style.line.size;
      const opened = from < label && lines[from]!.above > roomAbove && !unlike;
      if (opened) break;
      from--;
    }
    return from;
  });
  return labels.map((label, k) => ({ from: starts[k]!, label, to: starts[k + 1] ?? lines.length }));
}

function namesAuthors(above: string, byline: string): boolean {
  const letters = (text: string): string =>
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z]/g, '');
  const names = namesOf(byline).filter((name) => /^\p{Script=Han}{2,4}$/u.test(name));
  if (names.length === 0) return false;
  const words = letters(above);
  return names.every((name) => {
    const syllables = pinyinPro().pinyin(name, { toneType: 'none', type: 'array', v: true, mode: 'surname' });
    const [family = '', ...given] = syllables;
    return words.includes(letters(family + given.join(''))) || words.includes(letters(given.join('') + family));
  });
}

/** @param label index of the line that opens with the word Abstract */
export function partsOf(lines: readonly MeasuredLine[], label: number, article: KnownArticle): EnglishParts {
  const parts: EnglishParts = [];
  const head = lines.slice(0, label);
  const people = head.findLastIndex(({ text }) => isPeople(text, article));
  const title = head.slice(0, people < 0 ? head.length : people);
  if (title.length > 0) parts.push({ role: 'english-title', lines: title });
  if (people >= 0) {
    // (Beijing Key Laboratory of …), 1 School of …: where those people work
    const place = head.findIndex(({ text }, i) => i > people && isPlaceOfWork(text.trim()));
    const names = head.slice(people, place < 0 ? head.length : place);
    parts.push({ role: 'english-byline', lines: names });
    for (const line of place < 0 ? [] : head.slice(place)) parts.push({ role: 'english-affiliation', lines: [line] });
  }
  let role: Role = 'english-abstract';
  for (const { lines: own } of groupParagraphs(lines.slice(label), 'flush')) {
    // a part begins at its label; what follows without one belongs to the part before
    let from = 0;
    own.forEach((line, i) => {
      const found = labelOf(line.text.trim());
      const authors = /^[\[【［(（]?\s*Authors?\b/iu.test(line.text.trim());
      if (!found && !authors) return;
      if (i > from) parts.push({ role, lines: own.slice(from, i) });
      role = authors ? 'english-affiliation' : (found?.part ?? role);
      from = i;
    });
    parts.push({ role, lines: own.slice(from) });
  }
  return parts;
}

function isPlaceOfWork(text: string): boolean {
  return isEnglishAffiliation(text) || (/^(?:\d|[(（])/u.test(text) && namesEnglishPlace(text));
}

function isPeople(text: string, { byline }: KnownArticle): boolean {
  const bare = text.trim();
  if (namesAuthors(bare, byline)) return true;
  const names = englishNamesOf(bare);
  return names.length > 0 && names.every((name) => /^(?:\p{Lu}[\p{L}'’-]*\s*){2,8}$/u.test(name)) && bare.length < 80;
}
