/**
 * The contents list of an issue or a book, as journals print it: 题目……作者（1）, 作者：题目 / 12, 12 题目 作者, and a
 * title with its page on the next line.
 *
 * Lines in, entries out, and whether a line of the text is the title that an entry names.
 */
import { distance } from 'fastest-levenshtein';
import { countHan, withoutBlanks } from './characters.js';
import { columnLine, columnName } from './columns.js';
import { isByline, namesOf } from './people.js';

/** The line above a contents list, white space aside. */
export const contentsHead =
  /^[【〔［[■]?(?:本[期卷刊])?(?:[总總]?目[录錄次]|要目|(?:table ?of ?)?contents)(?:[（(].{0,20}[)）])?[】〕］\]]?$/iu;

/** A line of a list or of a text that may be one. */
export interface ContentsLine {
  text: string;
  /** It is set as a heading: a 栏目 of the list. */
  heads?: boolean;
}

/** What a list says of one article. */
export interface ContentsEntry {
  /** Title and authors as they stand, without the page, leaders and white space. */
  text: string;
  /** The title alone, where leaders or a colon part it from its authors. */
  title?: string;
  column?: string;
  /** The first of its lines, where it has several: it may be a 栏目 without a sign. */
  lead?: string;
  page?: number;
  /** Place of its last line among the lines given. */
  end: number;
}

const leaders = '[.．…·・‥]{2,}|…|[-—_]{4,}';
const allLeaders = new RegExp(leaders, 'gu');
const trailingPage = new RegExp(
  `(?:(?:${leaders}|[\\s　/／|…]|第)\\s*[（(［[]?(\\d{1,4})[）)］\\]]?(?:\\s*页)?|[（(](\\d{1,4})[）)])\\s*$|^\\s*[（(]?(\\d{1,4})[）)]?\\s*$`,
  'u',
);
const leadingPage = /^\s*[（(]?(\d{1,4})[）)]?(?:[\s　]+|(?=[\p{Script=Han}《“]))(?![年月日届次个期])(?=\S)/u;
/** Behind the page of an entry another begins: two columns of a list on one line. */
const nextOnLine = /(?<=[（(]\d{1,3}[）)])[\s　]*(?=[\p{Script=Han}《“][^（）()]*[（(]\d{1,3}[）)]\s*$)/u;

/** The page that a line of a list names, at its end or at its head; and the line without it. */
function pageOf(line: string, leads: boolean): { page: number; rest: string } | undefined {
  const found = (leads ? leadingPage : trailingPage).exec(line);
  if (!found) return undefined;
  return { page: Number(found[1] ?? found[2] ?? found[3]), rest: line.replace(found[0], '') };
}

/** Does a line hold leaders and a page number, as nothing but a list's line does? */
export function isListed(line: string): boolean {
  return /[.．…·・‥]{4,}/u.test(line) && pageOf(line, false) !== undefined;
}

/** Does a line name a page as the lines of a list do? */
export function namesPage(line: string): boolean {
  return pageOf(line, false) !== undefined || pageOf(line, true) !== undefined;
}

/** The entries of a list; a list without page numbers has one a line. */
export function entriesOf(lines: ContentsLine[]): ContentsEntry[] {
  const listed = lines.filter(({ heads }) => !heads);
  const leading = listed.filter(({ text }) => pageOf(text, true)).length;
  const trailing = listed.filter(({ text }) => pageOf(text, false)).length;
  const leads = leading > trailing;
  const paged = leading + trailing > 0;
  const entries: ContentsEntry[] = [];
  let column: string | undefined;
  let words = '';
  let lead = '';
  const close = (end: number, page?: number): void => {
    const text = withoutBlanks(words.replaceAll(allLeaders, ' '));
    const title = titleOf(words);
    if (countHan(text) > 2)
      entries.push({
        text,
        ...(title && { title }),
        ...(column && { column }),
        ...(lead !== '' && { lead }),
        ...(page !== undefined && { page }),
        end,
      });
    [words, lead] = ['', ''];
  };
  lines.forEach(({ text, heads }, i) => {
    if (contentsHead.test(withoutBlanks(text))) words = '';
    else if (heads || columnLine.test(text.trim())) {
      column = columnName(text);
      words = '';
    } else {
      for (const part of leads ? [text] : text.split(nextOnLine)) {
        const found = pageOf(part, leads);
        words = leads ? (found?.rest ?? '') : `${words} ${found ? found.rest : part}`;
        if (!found && lead === '') lead = withoutBlanks(part);
        if (found || !paged) close(i, found?.page);
      }
    }
  });
  return entries;
}

/** The title of an entry whose authors stand behind leaders, or before a colon. */
function titleOf(words: string): string | undefined {
  const [head = '', ...rest] = words.split(allLeaders).map((part) => part.trim());
  const people = rest.filter((part) => part !== '');
  const [, names, title] = /^([^：:]{2,24})[：:](.+)$/u.exec(head) ?? [];
  if (people.length === 0) return names && title && isByline(names) ? withoutBlanks(title) : undefined;
  return people.length === 1 && isByline(people[0]!) && countHan(head) > 2 ? withoutBlanks(head) : undefined;
}

const signs = /[^\p{L}\p{N}]+/gu;
const bareWords = (text: string): string => text.normalize('NFKC').replace(signs, '').toLowerCase();

/** How an entry names a title: word for word, or with signs misread in one of the two. */
export type Naming = 'same' | 'alike';

/**
 * Does an entry name this title? What else it says must be names, or the line of a 栏目 in front.
 *
 * @param title a line of the text, or the lines of a title put together
 */
export function namesTitle({ text, title: alone, lead }: ContentsEntry, title: string): Naming | undefined {
  const words = bareWords(title);
  const whole = bareWords(text);
  if (alone !== undefined) {
    const behindColumn = lead && alone.startsWith(lead) ? alone.slice(lead.length) : alone;
    const wordings = [alone, behindColumn, withoutSubtitle(alone), withoutSubtitle(behindColumn)].map((one) =>
      compare(bareWords(one), words),
    );
    return wordings.find((naming) => naming === 'same') ?? wordings.find(Boolean);
  }
  if (words.length < 3 || words.length > whole.length + 2) return undefined;
  const at = whole.indexOf(words);
  if (at >= 0) {
    const before = whole.slice(0, at);
    const after = whole.slice(at + words.length);
    if (before + after === '') return 'same';
    if (isByline(title)) return undefined;
    if (before === '' ? isPeople(after) : after === '' && before.length <= 16 && before.length <= words.length)
      return 'same';
    return undefined;
  }
  if (isByline(title)) return undefined;
  if (isPeople(whole.slice(words.length)) && compare(whole.slice(0, words.length), words)) return 'alike';
  return whole.length - words.length <= 12 && compare(whole.slice(-words.length), words) ? 'alike' : undefined;
}

/** A title without the line behind its dash. */
function withoutSubtitle(title: string): string {
  return title.replace(/(?<=.)(?:——|—|--).*$/u, '');
}

/** Are two titles the same, or alike: one character in seven may have been misread? */
function compare(one: string, other: string): Naming | undefined {
  if (one === other) return 'same';
  const allowed = Math.floor(other.length * 0.15);
  return allowed > 0 && Math.abs(one.length - other.length) <= allowed && distance(one, other) <= allowed
    ? 'alike'
    : undefined;
}

/** Names of people run together, or nothing. */
function isPeople(words: string): boolean {
  return words === '' || (words.length >= 2 && words.length <= 20 && /^[\p{Script=Han}a-z]+$/u.test(words));
}

/** Does an entry name all these people? */
export function namesPeople({ text }: ContentsEntry, people: string[]): boolean {
  return people.every((name) => text.includes(withoutBlanks(name)) || namesOf(text).includes(name));
}
