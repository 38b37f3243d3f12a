/** What the stages write into the tree, and the nodes that mdast has not. */
import type { Parent, PhrasingContent, RootContent, Text } from 'mdast';
import type {} from 'mdast-util-math';
import type { Node } from 'unist';

/** Parts of an article's opening and close that a label announces. */
export type LabelledPart =
  | 'abstract'
  | 'keywords'
  | 'bio'
  | 'clc'
  | 'document-code'
  | 'article-id'
  | 'doi'
  | 'fund'
  | 'received'
  | 'citation'
  | 'editors'
  | 'english-abstract'
  | 'english-keywords';

/** Where in a book a division belongs. */
export type Matter = 'front' | 'body' | 'back';

/** What a label of a header names. */
export type BookFact =
  'title' | 'people' | 'translator' | 'editor' | 'publisher' | 'series' | 'description' | 'subjects' | 'other';

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
  /** A picture of the block before it, whose signs the file does not name. */
  unread?: boolean;
  /** Lines of a table whose columns cannot be told. */
  tableLines?: boolean;
  /** A heading that its author typed as such without marking it: its level is told by its number. */
  typed?: boolean;
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
  /** A signature, a date, the source of an epigraph: at the end of its line. */
  signature?: boolean;
  /** Words of another that stand before a chapter. */
  epigraph?: boolean;
  /** The title of the container that it opens. */
  boxTitle?: boolean;
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

/** Words set small above the line, which no program has taken for the mark of a note. */
export interface Superscript extends Parent {
  type: 'superscript';
  children: PhrasingContent[];
}

/** Words set small below the line. */
export interface Subscript extends Parent {
  type: 'subscript';
  children: PhrasingContent[];
}

/** Words that a person marked with a pen. */
export interface Highlight extends Parent {
  type: 'highlight';
  children: PhrasingContent[];
}

/** Keys to press. */
export interface Keyboard extends Parent {
  type: 'keyboard';
  children: PhrasingContent[];
}

/** Words with a line below them. */
export interface Underline extends Parent {
  type: 'underline';
  children: PhrasingContent[];
}

/** Blocks that stand apart from the text: a hint, a warning, a box. */
export interface Container extends Parent {
  type: 'container';
  /** What its author calls it: note, warning, 提示. */
  kind?: string;
  children: RootContent[];
}

/** Terms and what they mean. */
export interface DefinitionList extends Parent {
  type: 'defList';
  children: (DefinitionTerm | DefinitionDescription)[];
}

export interface DefinitionTerm extends Parent {
  type: 'defListTerm';
  children: PhrasingContent[];
}

export interface DefinitionDescription extends Parent {
  type: 'defListDescription';
  children: RootContent[];
}

declare module 'mdast-util-math' {
  interface InlineMathData {
    /** Stands on a line of its own within its paragraph. */
    display?: boolean;
  }
}

declare module 'mdast' {
  interface PhrasingContentMap {
    pageBreak: PageBreak;
    ruby: Ruby;
    rubyText: RubyText;
    small: Small;
    superscript: Superscript;
    subscript: Subscript;
    highlight: Highlight;
    keyboard: Keyboard;
    underline: Underline;
  }
  interface RootContentMap {
    pageBreak: PageBreak;
    ruby: Ruby;
    rubyText: RubyText;
    small: Small;
    superscript: Superscript;
    subscript: Subscript;
    highlight: Highlight;
    keyboard: Keyboard;
    underline: Underline;
    container: Container;
    defList: DefinitionList;
    defListTerm: DefinitionTerm;
    defListDescription: DefinitionDescription;
  }
  // the stages' notes on blocks; `data` is mdast's place for them
  interface RootData {
    /** The lines of the text have been labelled. */
    labelled?: boolean;
  }
  interface ParagraphData extends BlockData {}
  interface HeadingData extends BlockData {
    /** What its author calls the place, for links that lead here. */
    anchor?: string;
  }
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
