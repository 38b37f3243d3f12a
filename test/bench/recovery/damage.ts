/**
 * Makers of raw texts: habits in, something that damages a clean article out. Which habits meet is for `kinds.ts` to say.
 */
import { scriptConverter } from '../../../src/stages/typeset/script/script-converter.js';
import { readCaj } from './caj-layer.js';
import type { CleanArticle } from './clean-article.js';
import { generateArticle } from './generate-article.js';
import { furniture, labels, marks } from './habits.js';
import { plainMarkdown, readMarkdown, type MarkdownHabits } from './ocr-markdown.js';
import { asChapters, converted, withCornerQuotes } from './other-dress.js';
import { writeMarkdown, writePlain, type PlainHabits } from './plain-text.js';
import type { Random } from './random.js';
import { setPages, type Press, type SetPage } from './set-pages.js';
import { misread } from './spoil.js';
import { plainHabits, readLayer, type LayerHabits } from './text-layer.js';
import { joinIssue, type IssueHabits } from './whole-issue.js';

const traditional = await scriptConverter('traditional');

export interface Kind {
  name: string;
  /** Scored apart: no total, no goal. */
  apart?: boolean;
  make: (article: CleanArticle, random: Random) => Damaged;
}

/** A raw text and what of the article, or of several behind one another, can be seen in it. */
export interface Damaged {
  article: CleanArticle;
  /** Articles behind the first. */
  more?: CleanArticle[];
  raw: string;
}

const press: Press = {
  measure: 32,
  noteMeasure: 40,
  rows: 34,
  firstPage: 23,
  labels: labels.colons,
  bios: 'below-keywords',
  runOver: false,
};

/** The article as far as a press shows it. */
function shown({ titleNote, bios, ...article }: CleanArticle, where: Press['bios']): CleanArticle {
  return {
    ...article,
    bios: where === 'none' ? [] : bios,
    ...(titleNote !== undefined && where === 'first-foot' && { titleNote }),
  };
}

/** What can be changed of a press; the journal's first page agrees with its article number. */
export type PressSettings = Partial<Press>;

function pagesOf(article: CleanArticle, set: PressSettings): { article: CleanArticle; pages: SetPage[] } {
  const firstPage = Number(/-(\d+)-\d+$/u.exec(article.articleId ?? '')?.[1] ?? press.firstPage);
  const used = { ...press, firstPage, ...set };
  return { article: shown(article, used.bios), pages: setPages(article, used) };
}

export function layer(name: string, habits: Partial<LayerHabits>, set: PressSettings = {}): Kind {
  return { name, make: (article, random) => madeLayer(article, habits, set, random) };
}

export function madeLayer(
  clean: CleanArticle,
  habits: Partial<LayerHabits>,
  set: PressSettings,
  random: Random,
): Damaged {
  const { article, pages } = pagesOf(clean, set);
  const all = { ...plainHabits, mark: marks.circled, furniture: furniture.folios, ...habits };
  return { article, raw: readLayer(pages, article, all, random) };
}

export function markdown(name: string, habits: Partial<MarkdownHabits>, set: PressSettings = {}): Kind {
  return { name, make: (article, random) => madeMarkdown(article, habits, set, random) };
}

export function madeMarkdown(
  clean: CleanArticle,
  habits: Partial<MarkdownHabits>,
  set: PressSettings,
  random: Random,
): Damaged {
  const { article, pages } = pagesOf(clean, set);
  return { article, raw: readMarkdown(pages, article, { ...plainMarkdown, mark: marks.raised, ...habits }, random) };
}

export function plain(name: string, habits: Partial<PlainHabits>): Kind {
  const all: PlainHabits = { mark: marks.bracket, labels: labels.colons, indent: '', between: '\n', ...habits };
  return {
    name,
    make: (clean) => {
      const article = shown(clean, 'below-keywords');
      return { article, raw: writePlain(article, all) };
    },
  };
}

export function caj(habits: Parameters<typeof readCaj>[1]): Kind['make'] {
  return (clean, random) => {
    const { article, pages } = pagesOf(clean, { measure: 27, noteMeasure: 33, labels: labels.brackets });
    return { article, raw: readCaj(pages, habits, random) };
  };
}

export function written(withMetadata: boolean): Kind['make'] {
  return (clean) => {
    const { name, title, authors, abstract, keywords, blocks, notes } = clean;
    const article = withMetadata ? clean : { name, title, authors, abstract, keywords, bios: [], blocks, notes };
    return { article, raw: writeMarkdown(article, withMetadata) };
  };
}

export function inChapters(make: Kind['make']): Kind['make'] {
  return (clean, random) => make(asChapters(clean), random);
}

const labelWords = ['中图分类号', '文献标识码', '文章编号', '作者简介', '关键词', '责任编辑', '注释', '刊本通讯'];

/** Converted before it is set, so that no word is cut before its characters are chosen; the labels behind it. */
export function inTraditional(make: Kind['make']): Kind['make'] {
  return (clean, random) => {
    const { english: _, ...rest } = clean;
    const { article, raw } = make(
      converted(rest, (text) => withCornerQuotes(traditional.convert(text))),
      random,
    );
    return { article, raw: labelWords.reduce((text, word) => text.replaceAll(word, traditional.convert(word)), raw) };
  };
}

export function plainTraditional(name: string): Kind {
  return {
    name,
    make: inTraditional(plain('', { mark: marks.circledTight, notesUnder: '注释：', indent: '　　' }).make),
  };
}

/** The article and two more behind it. */
export function wholeIssue(
  habits: IssueHabits,
  make: (article: CleanArticle, set: PressSettings, random: Random) => Damaged,
): Kind['make'] {
  return (first, random) => {
    const articles = [first, generateArticle(`${first.name} second`), generateArticle(`${first.name} third`)];
    const parts = articles.map((article, i) => {
      const firstPage = 1 + 20 * i;
      const { articleId: _, clc: __, documentCode: ___, english: ____, ...shown } = article;
      return { ...make(shown, { firstPage }, random), firstPage };
    });
    const [article, ...more] = parts.map((part) => part.article);
    return { article: article!, more, raw: joinIssue(parts, habits) };
  };
}

export function misreadOf(make: Kind['make']): Kind['make'] {
  return (clean, random) => {
    const { article, raw } = make(clean, random);
    return { article, raw: misread(raw, 0.02, random) };
  };
}

/** Another maker's raw text, gone through by `spoil`. */
export function spoilt(name: string, spoil: (text: string) => string, make: Kind['make']): Kind {
  return {
    name,
    make: (clean, random) => {
      const { article, raw } = make(clean, random);
      return { article, raw: spoil(raw) };
    },
  };
}
