/** What a reader of marked sources hands over: a tree without places, and what goes with it. */
import type { Root } from 'mdast';
import type { Message } from '../../../messages/index.js';
import type { Severity } from '../../../model/ledger.js';

export interface Reading {
  /** What the source marks; words that are left out stand in it as `leftOut`. */
  root: Root;
  /** Pictures of the source by how the tree calls them. */
  pictures?: Map<string, Uint8Array>;
  /** It has the parts of a book. */
  book?: boolean;
  /** It is a page of a site. */
  page?: boolean;
  /** What a person should know. */
  said: { severity: Severity; rule: string; reason: Message }[];
}

/** What a reader is given. */
export interface SourceFile {
  bytes: Buffer;
  /** The encoding that a person has said. */
  encoding?: string | undefined;
}

/** What a reader gives back, and the encoding that it found. */
export interface ReadSource {
  reading: Reading;
  encoding: string;
}

/** @throws SourceFault where the file cannot be read, or must not be */
export type SourceReader = (file: SourceFile) => ReadSource | Promise<ReadSource>;

/** A source that cannot be read, or must not be; the message says what to do. */
export class SourceFault extends Error {
  override name = 'SourceFault';
  constructor(
    readonly rule: string,
    readonly reason: Message,
  ) {
    super(rule);
  }
}
