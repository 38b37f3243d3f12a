/** A text on its way: as it came, cleaned, as a tree. */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Ledger } from './ledger.js';
import type { PagedText } from './paged-text.js';
import type { StructuredText } from './structured-text.js';
import type { Survey } from './survey.js';

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
  /** What the source marks of its structure: offsets point into `text`. */
  structured?: StructuredText;
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
