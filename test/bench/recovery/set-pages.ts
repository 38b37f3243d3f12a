/**
 * A press on paper: an article in, the lines of its pages out, each page with the notes that it calls.
 *
 * It keeps what typesetters keep: no closing mark and no call of a note opens a line, no opening mark ends one, Latin
 * words and figures are not cut, addresses only behind their signs, a heading does not end a page. Widths are in em.
 */
import hyphen from 'hyphen/en-us/index.js';
import { callOf, calls, noteOf, type CleanArticle } from './clean-article.js';

export interface Press {
  /** Width of the body's lines, in em of the body. */
  measure: number;
  /** Width of the lines above the body's, where it is not the body's measure in smaller type. */
  openingMeasure?: number;
  /** Width of a note's lines, in em of the note's smaller type. */
  noteMeasure: number;
  /** Lines of a page, notes included. */
  rows: number;
  /** Number of the first page. */
  firstPage: number;
  /** Words before abstract and keywords, and around the editor. */
  labels: Labels;
  /** Where the people are introduced. */
  bios: 'below-keywords' | 'first-foot' | 'none';
  /** A note may run on at the foot of the next page. */
  runOver: boolean;
  /** Words of Latin are cut at their syllables, with a hyphen. */
  hyphenate?: boolean;
  /** Notes of the whole article under this heading at its end, numbered through; at the pages' feet when not given. */
  endNotes?: string;
}

export interface Labels {
  abstract: string;
  keywords: string;
  between: string;
  editor: (name: string) => string;
}

export interface SetLine {
  /** Words with the calls of their notes in them. */
  text: string;
  kind: 'title' | 'byline' | 'front' | 'heading' | 'body' | 'cells' | 'end-head' | 'end-note' | 'editor' | 'english';
  rank: number;
  /** Lines of one block share its number. */
  block: number;
  first: boolean;
  last: boolean;
  /** What the line lacks to the full measure, in em. */
  slack: number;
  /** In front of the first character, in em. */
  indent: number;
}

export interface FootNote {
  /** Place in the article's list; -1 for what is no numbered note. */
  note: number;
  /** Words, a string a line. */
  lines: string[];
  /** It began on the page before. */
  continued: boolean;
}

export interface SetPage {
  number: number;
  lines: SetLine[];
  notes: FootNote[];
}

const closing = '，。、；：！？”’）》】〕」』％%,.;:!?)\\]…—';
const opening = '“‘（《【〔「『(\\[';
const cluster = new RegExp(
  // dashes and dots stay together; Latin with its signs is one word
  `[${opening}]*(?:——|……|[\\u0021-\\u0027\\u0030-\\u0039\\u0040-\\u005a\\u005e-\\u007e&#+*\\-/=’–.:,]+|[^\\s])(?:[${closing}]|[\\u{F0000}-\\u{FFFFD}])*|\\s+`,
  'gu',
);

const halfEm = /[\u0020-\u007e–’‘]/u;

/** Width in em: what is not Latin is square, a call is half. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u{F0000}-\u{FFFFD}]/u.test(character) || halfEm.test(character) ? 0.5 : 1;
  return width;
}

/** Words of a note and what they stand under, before pages are known. */
type Draft = Omit<SetLine, 'slack' | 'first' | 'last'> & { slack: number; first: boolean; last: boolean };

/** Lines of a measure; the first is shorter by `indent`. */
export function breakLines(
  text: string,
  measure: number,
  indent = 0,
  hyphenate = false,
): { text: string; slack: number }[] {
  const lines: { text: string; slack: number }[] = [];
  let line = '';
  let room = measure - indent;
  const end = (): void => {
    lines.push({ text: line.trimEnd(), slack: room });
    [line, room] = ['', measure];
  };
  for (const [unit] of text.matchAll(cluster)) {
    for (let piece of pieces(unit, measure)) {
      const head = hyphenate && widthOf(piece) > room ? syllables(piece, room) : '';
      if (head) {
        line += `${head}-`;
        piece = piece.slice(head.length);
        end();
      }
      const width = widthOf(piece);
      // a closing mark at the line's end is squeezed into half its width
      const least = /[，。、；：”）》]$/u.test(piece) ? width - 0.5 : width;
      if (least > room && line !== '') end();
      if (/^\s/u.test(piece) && line === '') continue;
      line += piece;
      room -= width;
    }
  }
  if (line !== '') end();
  return lines;
}

/** A title of two lines is cut behind its colon where both parts have room, else in the middle. */
function breakTitle(text: string, measure: number): { text: string; slack: number }[] {
  const lines = breakLines(text, measure);
  if (lines.length < 2) return lines;
  const [, head, tail] = /^(.*?[：:—]+)(.+)$/u.exec(text) ?? [];
  if (head && tail && Math.max(widthOf(head), widthOf(tail)) <= measure)
    return [head, tail].map((part) => ({ text: part, slack: measure - widthOf(part) }));
  return breakLines(text, Math.ceil(widthOf(text) / lines.length) + 1);
}

/** The longest beginning of a word that has room with its hyphen; nothing where none has. */
function syllables(word: string, room: number): string {
  if (!/^[“(]?[A-Za-z]{6,}[,.:;)”]*$/u.test(word)) return '';
  const parts = hyphen.hyphenateSync(word, { minWordLength: 6 }).split('\u00ad');
  let head = '';
  while (parts.length > 1 && widthOf(`${head}${parts[0]}-`) <= room) head += parts.shift()!;
  return head.length >= 2 ? head : '';
}

/** Addresses break behind their signs, anything else that is too long where the line is full. */
function pieces(unit: string, measure: number): string[] {
  if (!/^https?:/u.test(unit)) return widthOf(unit) <= measure ? [unit] : (unit.match(/.{1,20}/gsu) ?? []);
  return (unit.match(/https?:\/\/|[^/.?&=-]*[/.?&=-]+|[^/.?&=-]+/gu) ?? [unit]).reduce<string[]>((all, piece) => {
    // a mark behind the address hangs on its last word
    if (all.length > 0 && /^[。；，.]$/u.test(piece)) all[all.length - 1] += piece;
    else all.push(piece);
    return all;
  }, []);
}

/** Sets an article. */
export function setPages(article: CleanArticle, press: Press): SetPage[] {
  const lines = draftLines(article, press);
  const pages: SetPage[] = [];
  let page: SetPage = { number: press.firstPage, lines: [], notes: [] };
  let used = 0;
  let runningOn: FootNote | undefined;
  const turn = (): void => {
    pages.push(page);
    page = { number: page.number + 1, lines: [], notes: [] };
    used = 0;
    if (runningOn) {
      page.notes.push(runningOn);
      used = 1 + runningOn.lines.length;
      runningOn = undefined;
    }
  };
  if (press.bios === 'first-foot') {
    const words = [...(article.titleNote ? [`＊ ${article.titleNote}`] : []), ...bioLines(article)];
    for (const text of words) {
      const set = breakLines(text, press.noteMeasure, 2).map((line) => line.text);
      page.notes.push({ note: -1, lines: set, continued: false });
      used += set.length;
    }
  }
  lines.forEach((line, i) => {
    const called = press.endNotes ? [] : (line.text.match(calls) ?? []).map(noteOf);
    const foot = called.map((note): FootNote => ({
      note,
      // room for the mark
      lines: breakLines(article.notes[note]!, press.noteMeasure, 3.5, press.hyphenate).map(({ text }) => text),
      continued: false,
    }));
    const height =
      foot.reduce((sum, note) => sum + note.lines.length, 0) + (line.kind === 'heading' && line.first ? 2 : 0);
    // a heading takes two lines of its paragraph along
    const least = line.kind === 'heading' ? 4 : 1;
    const over = used + height + least - press.rows;
    if (over > 0 && page.lines.length > 0) {
      const last = foot.at(-1);
      const keeps = last ? last.lines.length - over : 0;
      if (press.runOver && last && keeps >= 1 && line.kind !== 'heading') {
        runningOn = { ...last, lines: last.lines.splice(keeps), continued: true };
      } else turn();
    }
    page.lines.push(line);
    page.notes.push(...foot);
    used += 1 + height;
    if (runningOn && i < lines.length - 1) turn();
  });
  turn();
  if (page.notes.length > 0) pages.push(page);
  return pages;
}

function bioLines({ bios }: CleanArticle): string[] {
  return bios.map((bio, i) => (i === 0 ? `作者简介：${bio}` : bio));
}

function draftLines(article: CleanArticle, press: Press): SetLine[] {
  const { measure, labels, openingMeasure = measure } = press;
  const out: Draft[] = [];
  let block = 0;
  const put = (kind: SetLine['kind'], text: string, wide = measure, indent = 0, rank = 0): void => {
    const set = kind === 'title' ? breakTitle(text, wide) : breakLines(text, wide, indent, press.hyphenate);
    set.forEach((line, i) =>
      out.push({
        ...line,
        kind,
        rank,
        block,
        first: i === 0,
        last: i === set.length - 1,
        indent: i === 0 ? indent : 0,
      }),
    );
    block++;
  };
  // titles are set in type half as large again
  put(
    'title',
    article.title + (article.titleNote && press.bios === 'first-foot' ? '＊' : ''),
    Math.floor(openingMeasure / 1.5),
  );
  put('byline', article.authors.join('　'));
  put('front', labels.abstract + article.abstract, openingMeasure + 3, 2);
  put('front', labels.keywords + article.keywords.join(labels.between), openingMeasure + 3, 2);
  if (article.clc)
    put(
      'front',
      `中图分类号：${article.clc}　　文献标识码：${article.documentCode}　　文章编号：${article.articleId}`,
      2 * measure,
      2,
    );
  if (press.bios === 'below-keywords') bioLines(article).forEach((text) => put('front', text, openingMeasure + 3, 2));
  for (const one of article.blocks) {
    if (one.kind === 'heading') put('heading', one.text, measure - 4, 0, one.rank);
    else if (one.kind === 'table') one.rows.forEach((row) => put('cells', row.join('　'), 2 * measure));
    else if (one.kind === 'picture') continue;
    else put('body', one.text, measure, one.kind === 'paragraph' ? 2 : 0);
  }
  if (article.editor) put('editor', labels.editor(article.editor));
  if (press.endNotes) {
    put('end-head', press.endNotes);
    // the call in front stands for the mark
    article.notes.forEach((text, note) => put('end-note', callOf(note) + text, press.noteMeasure));
  }
  if (article.english) {
    const { title, authors, abstract, keywords } = article.english;
    put('english', title, measure);
    put('english', authors.join(', '), measure);
    put('english', `Abstract: ${abstract}`, measure);
    put('english', `Keywords: ${keywords.join('; ')}`, measure);
  }
  return out;
}
