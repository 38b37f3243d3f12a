/** What a finding asks of a person, and what would answer it. */
import type { Span } from './span.js';
import type { Confidence } from './ledger.js';

/**
 * A record of `corrections.yaml` that would answer a question, by the place where it would apply. `note` supplies one,
 * `tie` calls one that stands in the text.
 */
export interface Answer {
  /** Key of the kind of record. */
  key: 'find' | 'join' | 'split' | 'note' | 'tie';
  /** Raw offsets: the words, the paragraph's end, the call. */
  span: Span;
  /** For `find`: the text, the place in it, and what could stand there instead; else words are supplied behind the place. */
  words?: Span & { text: string; other: string };
  /** The reading that it makes, where the question is between readings. */
  reading?: string;
}

/** What a rule knows of a matter that a person has to decide. */
export interface Question {
  confidence?: Confidence;
  /** How sure, 0 to 1, where the rule weighs. */
  weight?: number;
  /** What was done, where the text may be read in several ways. */
  reading?: string;
  /** What could be done instead; that it is right as it is can always be said. */
  answers?: Answer[];
  /** Records that answer it, where they need no words of the text. */
  records?: Record<string, string>[];
}

declare module 'vfile-message' {
  interface VFileMessage {
    question?: Question;
    /** Records that would answer it, as `corrections.yaml` holds them, and the readings that they make. */
    records?: { reading?: string; record: Record<string, string> }[];
    /** The record that has answered it: its line, and the reason that it gives. */
    answered?: { line: number; why?: string };
  }
}
