/** Articles with their people, abstracts and notes, and what frames them. */
import type { PhrasingContent, Root, RootContent } from 'mdast';
import type { IssueConfig } from './config/issue-config.js';
import type { Ledger } from './ledger.js';
import type { RawText } from './text.js';
import type { Matter } from './tree.js';

/** What an `issue.yaml` and its texts say of the whole issue. Absent is unknown, never empty. */
export interface IssueMeta {
  /** Name of the journal or book. */
  journal?: string;
  journalEnglish?: string;
  /** Title of the edition as a reader would ask for it. Always there: worked out when nobody gave one. */
  title: string;
  subtitle?: string;
  /** True when `title` is a working title that kanben made up. */
  workingTitle: boolean;
  issn?: string;
  cn?: string;
  isbn?: string;
  doi?: string;
  year?: number;
  volume?: string;
  number?: string;
  /** 总第 N 期. */
  total?: string;
  /** ISO date of publication, YYYY, YYYY-MM or YYYY-MM-DD. */
  date?: string;
  /** Which 版 of the issue this is, from 1; its own date, and what is new in it. */
  edition?: { number: number; date?: string; note?: string };
  publisher?: string;
  /** People responsible for the issue as a whole. */
  editors: string[];
  /** A book: its documents are chapters, its title and people its own. */
  kind?: 'book';
  /** Who wrote, translated and edited the book. */
  contributors?: Contributor[];
  /** The series that a book belongs to. */
  series?: string;
  subjects?: string[];
  description?: string;
  rights?: string;
  /** BCP 47, zh-Hans unless stated. */
  language: string;
  /** Absolute path of a cover picture. */
  cover?: string;
}

/** The person behind an article. */
export interface Contributor {
  name: string;
  role: 'author' | 'translator' | 'editor';
  affiliation?: string;
}

/** What stands in another language beside an article. */
export interface EnglishPart {
  title?: string;
  authors: string[];
  /** Where they work, as in the source. */
  affiliations?: string[];
  abstract: RootContent[];
  keywords: string[];
}

/** An article of an issue. Its headings start at depth 2; notes are footnoteReference and footnoteDefinition. */
export interface Article {
  /** ASCII, made of the title's pinyin, unique in the issue, stable when other articles come or go. */
  id: string;
  raw: RawText;
  /** 栏目 it stands under. */
  column?: string;
  title: PhrasingContent[];
  subtitle?: PhrasingContent[];
  /** True when the source has no title and a working title was made up. */
  workingTitle: boolean;
  /** The note that the title's * calls, without the star. */
  titleNote?: RootContent[];
  contributors: Contributor[];
  /** 作者简介, one a person or one for all, as in the source without the label. */
  bios: PhrasingContent[][];
  abstract: RootContent[];
  keywords: string[];
  /** 中图分类号 */
  clc?: string;
  /** 文献标识码 */
  documentCode?: string;
  /** 文章编号, as in the source. */
  articleId?: string;
  doi?: string;
  /** 基金项目, without its label. */
  fund?: PhrasingContent[];
  /** 收稿日期, without its label. */
  received?: string;
  /** 责任编辑, names as in the source. */
  editors: string[];
  english?: EnglishPart;
  /** Everything from the first paragraph to the last, definitions included at the end. */
  body: Root;
  /** First page in the printed source, where it is known. */
  firstPage?: number;
  /** Of a division of a book: 1 for the highest, and where it belongs. */
  level?: number;
  matter?: Matter;
  /** What its author calls its title, for links that lead there. */
  anchor?: string;
  /** Has no title of its own, and needs none: what stands before the first chapter. */
  untitled?: boolean;
  /** Goes on with the chapter before it, which is too long for one document. */
  continues?: boolean;
}

/** Articles in reading order, and what frames them. */
export interface Issue {
  /** ASCII file name without extension. */
  slug: string;
  meta: IssueMeta;
  config: IssueConfig;
  articles: Article[];
  raws: RawText[];
  ledger: Ledger;
}
