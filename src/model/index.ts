/**
 * The types that travel between the stages, in the order of the road:
 * `RawText` → `CleanText` → mdast `Root` → `Issue` → `Edition` → files.
 */
import type { ElementContent } from 'hast';
import type { Parent, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { Node } from 'unist';
import type { VFile } from 'vfile';
import type { Ledger } from '../diagnostics/index.js';
import type { Survey } from '../stages/clean/survey.js';
import type { IssueConfig, TextConfig } from '../stages/acquire/issue-config.js';
import type { PagedText } from './paged-text.js';
import type { LabelledPart } from '../vocabulary/labels.js';
import type { Matter } from '../vocabulary/books/divisions.js';
import type { BookFact } from '../vocabulary/books/opening-lines.js';

/** Half-open range of UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

/** A raw text that has been found and not yet read. */
export interface TextSource {
  /** Absolute path. */
  path: string;
  /** The path as messages show it. */
  name: string;
  /** What `texts` in `issue.yaml` says of this file. */
  config?: TextConfig;
}

/** A file that an edition depends on. */
export interface ReadFile {
  /** Absolute path. */
  path: string;
  /** SHA-256 of its bytes when it was read, hexadecimal; null when there was none. */
  digest: string | null;
}

/** Everything that makes one issue, before a text is read. */
export interface IssueSource {
  /** ASCII file name without extension, unique in a build. */
  slug: string;
  /** The folder or file that was asked for, as messages show it. */
  name: string;
  /** Absolute path of the folder that pictures, the cover and the other paths of `issue.yaml` are relative to. */
  folder: string;
  /** True when a single file was asked for, not a folder. */
  single: boolean;
  /** In reading order. */
  texts: TextSource[];
  config: IssueConfig;
  /** `issue.yaml` as it stands beside the texts; holds the messages about it. */
  configFile?: VFile;
  /** `corrections.yaml` beside the texts, where there is one: its name for messages and what it says. */
  corrections?: { file: string; text: string };
  /** `issue.yaml` and `corrections.yaml`, there or not. */
  read?: ReadFile[];
}

/** A file as it came: decoded, digested, otherwise untouched. */
export interface RawText {
  /** Absolute path. */
  path: string;
  /** The path as messages and reports show it (relative to the working folder where that is shorter). */
  name: string;
  /** Decoded text, without the byte order mark; line ends as in the file. */
  text: string;
  /** WHATWG or iconv name of the encoding that decoded it. */
  encoding: string;
  /** Size of the file in bytes. */
  bytes: number;
  /** SHA-256 of the bytes, hexadecimal. */
  digest: string;
  /** Holds the messages about this text; its path is `name`, its value the decoded text. */
  file: VFile;
  /** Pages with places, where the source has them: offsets point into `text`. */
  paged?: PagedText;
  /** Pictures cut from its pages, by how the tree calls them. */
  drawn?: Map<string, Uint8Array>;
}

/** A raw text after the clean stage. Every offset of `text` can be traced to the raw text. */
export interface CleanText {
  raw: RawText;
  survey: Survey;
  text: string;
  /** Raw offset of each UTF-16 unit of `text`, and of its end as the last element. */
  origin: Int32Array;
  ledger: Ledger;
}

/** A parsed or restored text. Node positions point into the raw text. */
export interface TextTree {
  raw: RawText;
  survey: Survey;
  ledger: Ledger;
  root: Root;
}

/** What a block of the tree is, as far as the restore stage could tell. Blocks without a role are body. */
export type Role =
  | LabelledPart
  | 'masthead'
  | 'contents'
  | 'column'
  | 'title'
  | 'subtitle'
  | 'byline'
  | 'title-note'
  | 'author-note'
  | 'abstracts'
  | 'gathered-abstract'
  | 'english-title'
  | 'english-byline'
  | 'english-affiliation'
  | 'note'
  | 'reference'
  | 'division'
  | 'book-title'
  | 'book-subtitle'
  | 'book-byline'
  | 'book-fact'
  | 'book-description'
  | 'body';

/** What a printed line tells beside its words. Widths and indents are in em. */
export interface LineData {
  /** Width of the line without its spaces. */
  width: number;
  /** White space before the first character. */
  indent: number;
  /** Empty lines before this one. */
  blankBefore: number;
  /** The raw line ends in a space. */
  trails: boolean;
  /** The raw line opens with the single space, or the form feed, that a page change leaves. */
  pageStart: boolean;
  /** The raw line was spaced out to fill the measure. */
  spaced: boolean;
}

/** What the stages write into `data` of a block. */
export interface BlockData {
  role?: Role;
  /** Of the last line, where a block is made of several. */
  line?: LineData;
  /** Of the first line, where a block is made of several. */
  firstLine?: LineData;
  /** Caption of a table or figure. */
  caption?: 'table' | 'figure';
  /** 资料来源 of a table or figure. */
  source?: boolean;
  /** Lines of a table whose columns cannot be told. */
  tableLines?: boolean;
  /** A line of its own that is joined with nothing: an item of a list, a line of verse, a signature. */
  ownLine?: boolean;
  /** The program that read the page says that this block belongs to it: a running head, a folio. */
  ofPage?: boolean;
  /** A page of the source ends before this block. */
  pageBefore?: boolean;
  /** A page number of the source stood before this block: at the foot of the page that ends, or the head of the next. */
  folio?: { number: number; place: 'foot' | 'head' };
  /** The mark a note's text began with: a number, `*`, or undefined where it had none. */
  mark?: number | '*';
  /** A further paragraph of the note before it. */
  continuesNote?: boolean;
  /** Numbers in brackets in this block name entries of the article's list of references. */
  callsReferences?: boolean;
  /** On a footnoteDefinition: the source has lost the text. */
  lost?: boolean;
  /** Heads a division of a book. */
  division?: DivisionData;
  /** What a line of a book's opening names, and the people that stand behind its title on one line. */
  fact?: BookFact;
  people?: string;
  /** Lines of verse, a break between each two. */
  verse?: boolean;
  /** The name of who speaks what stands below. */
  speaker?: boolean;
}

/** What is known of a head when its text is read; levels are given once the whole book is. */
export interface DivisionData {
  /** The way it is counted; `named` for 序 and 后记, `heading` for signs of Markdown. */
  system: string;
  /** 1 is the highest. */
  rank: number;
  matter: Matter;
  /** The part that the same line names. */
  above?: { words: string; rank: number; system: string };
}

/** The place where a page of the printed source begins. */
export interface PageBreak extends Node {
  type: 'pageBreak';
  /** The number printed on that page. */
  page: string;
}

/** Words with their reading over them (注音, ruby): the words, and as the last child the reading. */
export interface Ruby extends Parent {
  type: 'ruby';
  children: PhrasingContent[];
}

/** The reading over the words of a ruby. */
export interface RubyText extends Parent {
  type: 'rubyText';
  children: Text[];
}

/** Words set small within the line: notes between the lines (夹注, 割注). */
export interface Small extends Parent {
  type: 'small';
  children: PhrasingContent[];
}

/** Words set small below the line. */
export interface Subscript extends Parent {
  type: 'subscript';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    pageBreak: PageBreak;
    ruby: Ruby;
    rubyText: RubyText;
    small: Small;
    subscript: Subscript;
  }
  interface RootContentMap {
    pageBreak: PageBreak;
    ruby: Ruby;
    rubyText: RubyText;
    small: Small;
    subscript: Subscript;
  }
  // the stages' notes on blocks; `data` is mdast's place for them
  interface RootData {
    /** The lines of the text have been labelled. */
    labelled?: boolean;
  }
  interface ParagraphData extends BlockData {}
  interface HeadingData extends BlockData {}
  interface FootnoteDefinitionData extends BlockData {}
  interface TableData extends BlockData {
    /** Rows of its head; 1 where nothing is said. */
    headRows?: number;
  }
  interface TableCellData {
    /** Columns and rows that the cell covers; 1 where nothing is said. The places it covers hold no cells. */
    colspan?: number;
    rowspan?: number;
  }
  interface TextData {
    /** Stood raised in the source (`<sup>`). */
    raised?: boolean;
  }
}

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

/** A note in an edition. Its calls are `a.note-call[data-note=id]` in the body. */
export interface EditionNote {
  /** ASCII, unique in the edition. */
  id: string;
  /** `title` hangs on a title and is marked with a star; `text` is numbered. */
  kind: 'text' | 'title';
  /** 1, 2, 3 … through the document; 0 for a title note. */
  number: number;
  /** Flow content: one `p` or more. */
  content: ElementContent[];
}

/** A heading inside a document, for the contents and the outline. */
export interface EditionHeading {
  /** Id of the heading element. */
  id: string;
  /** 2 to 6. */
  level: number;
  text: string;
}

/** One document of an edition in reading order: a spine item in EPUB, an opening in print. */
export interface EditionDocument {
  /** ASCII, unique: the file name in the EPUB and the id of its section in print. */
  id: string;
  kind:
    | 'cover'
    | 'title-page'
    | 'copyright'
    | 'contents'
    | 'english-contents'
    | 'article'
    | 'english-abstracts'
    | 'errata'
    | 'colophon';
  /** Plain text, without notes. */
  title: string;
  /** Names as printed, joined; empty where there is nobody. */
  byline: string;
  column?: string;
  /** Of a division of a book: 1 for the highest. */
  level?: number;
  lang: string;
  /** Flow content. Note calls are empty `a.note-call[data-note]` elements. */
  body: ElementContent[];
  notes: EditionNote[];
  headings: EditionHeading[];
  /** Present for `article`. */
  article?: Article;
}

/** Both targets render this; neither looks further back. */
export interface Edition {
  slug: string;
  meta: IssueMeta;
  config: IssueConfig;
  /** `urn:uuid:…` derived from what the edition is, or a DOI or ISBN when given. */
  identifier: string;
  /** ISO 8601, UTC, seconds: from SOURCE_DATE_EPOCH, else the issue's date, else 1980-01-01. */
  modified: string;
  documents: EditionDocument[];
  /** Pictures of the texts, as they are called in `img[src]`. */
  pictures: EditionPicture[];
  /** The files that the texts call, whether they could be shown or not. */
  read?: ReadFile[];
}

/** A picture that stands beside a text, or that was cut from its pages. */
export interface EditionPicture {
  /** What `img[src]` says: `images/<name>`, ASCII. */
  src: string;
  /** File name without extension. */
  name: string;
  /** Absolute path of the file, or the bytes of a picture that no file holds. */
  content: string | Uint8Array;
  mediaType: string;
  /** px of CSS: the size at which it is shown where there is room. */
  width: number;
  height: number;
}

/** Progress of a build, for whoever wants to show it. */
export interface Progress {
  issue: string;
  stage: 'read' | 'clean' | 'parse' | 'restore' | 'structure' | 'typeset' | 'epub' | 'pdf' | 'verify' | 'write';
  /** For instance the article or page under way. */
  detail?: string;
  done?: number;
  total?: number;
}
