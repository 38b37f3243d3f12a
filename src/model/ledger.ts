/** What becomes of the characters of a raw text: what rules may alter, what they altered, and what they set aside. */
import type { RootContent } from 'mdast';
import type { Span } from './span.js';

/** What a rule may alter. A shared test proves it on every input. */
export type Law =
  /** Same text without white space. */
  | 'spacing'
  /** Same text after width normalisation (NFKC) and without white space. */
  | 'width'
  /** Same letters, digits and Han. */
  | 'punctuation'
  /** Same text, other tree. */
  | 'structure'
  /** What went is in the ledger. */
  | 'furniture'
  /** Each change is listed. */
  | 'letters';

/** Fatal: no edition. Warning: a person should look. Remark: done and counted. */
export type Severity = 'fatal' | 'warning' | 'remark';

/** Certain: it cannot be otherwise. Likely: done, a person may look. Doubtful: left, or done for want of better. */
export type Confidence = 'certain' | 'likely' | 'doubtful';

/** A replacement proposed by a clean rule; offsets in the text that the rule was given. */
export interface Edit extends Span {
  text: string;
}

/** Something of the source that does not stand in the edition, and why. */
export interface SetAside {
  rule: string;
  text: string;
  /** Raw offsets. */
  span: Span;
  file: string;
  /** The line itself, where it was one: a person may put it back. */
  block?: RootContent | undefined;
}

/** Something of the source that stands in the edition in another form. */
export interface Change {
  rule: string;
  law: Law;
  before: string;
  after: string;
  span: Span;
  file: string;
}

/** Something of the source that stands in another place of the edition. */
export interface Moved {
  rule: string;
  /** Its first words. */
  text: string;
  /** Raw offsets of where it stood. */
  span: Span;
  file: string;
}

/** What became of the characters of one or more raw texts. */
export interface Ledger {
  aside: SetAside[];
  changes: Change[];
  /** Told at the end of the road; absent where everything stands in its order. */
  moved?: Moved[];
}
