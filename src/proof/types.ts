/** What a person sees of an issue that is being proofed, and what may be done to it: plain data, to be sent anywhere. */
import type { Confidence, Severity } from '../model/index.js';
import type { PagePlace } from '../positions/page-place.js';
import type { Message } from '../messages/index.js';

/** A stretch of a raw text. */
export interface SourceSpan {
  /** Number of the text in the issue, from 0. */
  text: number;
  /** Raw offsets. */
  start: number;
  end: number;
}

/** A part of a block: words of one look, a call, or something that holds no words. */
export type BlockPart =
  | { type: 'words'; words: string; marks?: string[] }
  | { type: 'call'; note: string; label: string }
  | { type: 'page'; page: string }
  | { type: 'break' }
  | { type: 'picture'; address: string; words: string }
  | { type: 'formula'; words: string };

/** What a block of the edition is. */
export type BlockKind =
  | 'title'
  | 'subtitle'
  | 'authors'
  | 'abstract'
  | 'keywords'
  | 'bio'
  | 'fund'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'quote'
  | 'caption'
  | 'source'
  | 'cell'
  | 'table'
  | 'code'
  | 'formula'
  | 'rule'
  | 'note'
  | 'english';

/** A block of the edition as it is read. */
export interface Block {
  /** Number within its article, from 0. */
  n: number;
  kind: BlockKind;
  /** Of a heading: 1 stands under the title. */
  level?: number;
  /** Where its words stand in the source; absent where they stand nowhere. */
  at?: SourceSpan;
  /** All its words, calls left out: what `find` of a record sees. */
  words: string;
  parts: BlockPart[];
  /** Of a table: its rows, by the numbers of their cells, which follow it. */
  rows?: number[][];
  /** Of a note's paragraph: the note, and what it is called by. */
  note?: string;
  label?: string;
  /** The note's text is lost. */
  lost?: true;
  /** Lines of `corrections.yaml` whose records act here. */
  records?: number[];
  /** Its words may be altered in place. */
  editable: boolean;
}

/** An article in one line of the table of all. */
export interface ArticleFacts {
  id: string;
  title: string;
  workingTitle: boolean;
  subtitle?: string;
  authors: string[];
  column?: string;
  firstPage?: number;
  /** Where it begins. */
  at: SourceSpan;
  line: number;
  headings: number;
  paragraphs: number;
  notes: number;
  characters: number;
  /** Questions that are open. */
  questions: number;
  /** Of all that is shown of it: the same as long as nothing changes. */
  digest: string;
}

/** A way to answer a question. */
export interface Choice {
  /** The reading that it makes. */
  reading?: string;
  /** Key of the record, and the record as it would be written. */
  key: string;
  record: Record<string, string>;
  /** Key of the record whose words a person has to supply. */
  supply?: string;
}

/** A finding that a person has to look at. */
export interface OpenQuestion {
  /** The same as long as the source is. */
  id: string;
  rule: string;
  severity: Severity;
  message: Message;
  confidence: Confidence;
  weight?: number;
  reading?: string;
  /** File as it is shown; the line of it. */
  file: string;
  line?: number;
  at?: SourceSpan;
  onPage?: PagePlace;
  article?: string;
  choices: Choice[];
}

/** Something that was set aside. */
export interface AsideEntry {
  id: string;
  rule: string;
  words: string;
  at: SourceSpan;
  line: number;
  onPage?: PagePlace;
  /** All words of the line, where it can be kept. */
  keep?: string;
}

/** A record of `corrections.yaml`. */
export interface RecordEntry {
  line: number;
  key: string;
  /** As it is written. */
  yaml: string;
  /** Where it acts, with the passage before and after. */
  applied: { at?: SourceSpan; before: string; after: string; article?: string }[];
  /** Why it does not act. */
  refused?: Message;
  /** How many findings it answers. */
  answers: number;
}

/** A text of the issue. */
export interface TextFacts {
  /** Path in the folder. */
  file: string;
  characters: number;
  lines: number;
  kind?: string;
  digest: string;
  /** How many pages the source has; absent where it has none. */
  pages?: number;
}

/** An issue as it stands. */
export interface Look {
  slug: string;
  title: string;
  workingTitle: boolean;
  language: string;
  /** No finding stops it. */
  ok: boolean;
  /** What `issue.yaml` says, by key. */
  facts: Record<string, string | string[]>;
  texts: TextFacts[];
  articles: ArticleFacts[];
  questions: OpenQuestion[];
  /** How many findings records have answered. */
  answered: number;
  aside: AsideEntry[];
  records: RecordEntry[];
}

/** A block, as whoever acts on it has seen it. */
export interface BlockRef {
  article: string;
  n: number;
  words: string;
}

/** Something that a person does. */
export type Act =
  /** Answers a question, by the number of its choice, with what was supplied. */
  | { type: 'answer'; question: string; choice: number; supplied?: string }
  /** Answers all questions of a list in the same way. */
  | { type: 'answer-all'; questions: string[]; key: string; reading?: string }
  | { type: 'edit'; block: BlockRef; words: string }
  | { type: 'split'; block: BlockRef; offset: number }
  /** With the block before it. */
  | { type: 'join'; block: BlockRef; before: BlockRef }
  | { type: 'heading'; block: BlockRef; level: '1' | '2' | '3' | '4' | 'title' | 'none' }
  | { type: 'drop'; block: BlockRef }
  | { type: 'keep'; aside: string }
  /** Calls a note, or a paragraph that is one, behind the words before an offset. */
  | { type: 'tie'; note: BlockRef; block: BlockRef; offset: number }
  /** Supplies a note there. */
  | { type: 'note'; block: BlockRef; offset: number; words: string }
  | { type: 'caption'; block: BlockRef; to: BlockRef }
  | { type: 'article'; article: string; facts: Record<string, string | string[]> }
  | { type: 'issue'; facts: Record<string, string | string[]> }
  /** Takes a record back. */
  | { type: 'take-back'; line: number; yaml: string };

/** What an act came to. */
export interface Done {
  /** Number of the step, to be undone. */
  step: number;
  file: string;
  /** Lines of the file that were added and taken out. */
  added: string[];
  removed: string[];
}
