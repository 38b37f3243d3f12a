/** What print gives back. */
import type { PrintConfig } from '../../../model/config/print-config.js';
import type { Remember } from '../../../cache/remember.js';
import type { Severity, Progress } from '../../../model/index.js';
import type { BoundPart } from './bind/bind-part.js';
import type { LaunchedBrowser } from './browser/launch-browser.js';
import type { ComposeOutput } from './plan/compose-types.js';
import type { Message } from '../../../messages/index.js';

export interface PdfOptions {
  /** Path of a browser; else PUPPETEER_EXECUTABLE_PATH, an installed or the packaged one. */
  browser?: string | undefined;
  /** Gives a browser that is kept for several editions, in place of one that is started for this. */
  launch?: (() => Promise<LaunchedBrowser>) | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Told where pages begin as soon as that is known, before the file is finished. */
  onPages?: ((starts: PdfPageStart[]) => void) | undefined;
  /** A style sheet of the user, after ours. */
  extraStyles?: string | undefined;
  /** How to print, in place of what the edition's `issue.yaml` says. */
  print?: PrintConfig | undefined;
  /** For a press: bleed and crop marks, black as one ink, PDF/X-4. */
  press?: boolean | undefined;
  /** Where printed documents are kept; what is found there is not printed again. */
  store?: PartStore | undefined;
  /** Spares work that was done before. */
  remember?: Remember | undefined;
  /** Longest time that a document may be under way in the browser, ms. */
  patience?: number | undefined;
}

/** The pages of one document, as the browser gives them. */
export interface PrintedPages {
  composed: ComposeOutput;
  /** PDFs of its pages alone: one, or several one after the other for a long document. */
  prints: Uint8Array[];
}

/** One document of an edition, set and printed by itself, looked over and ready to be bound: plain data, to be kept. */
export interface PrintedPart {
  composed: ComposeOutput;
  bound: BoundPart;
  /** Where the pages do not hold what was to be printed. */
  findings: PdfFinding[];
}

/** Keeps printed parts from one build for the next. */
export interface PartStore {
  /** @param key stands for everything that the part depends on, the browser aside */
  get(key: string): Promise<PrintedPart | undefined>;
  put(key: string, part: PrintedPart): Promise<void>;
}

/** Something that print has to say. */
export interface PdfFinding {
  severity: Severity;
  /** `pdf:…` */
  rule: string;
  reason: Message;
  /** Id of the document it is about. */
  document?: string;
  /** Number of the sheet in the file, from 1. */
  page?: number;
}

export interface PdfPlace {
  /** Id of a document or heading. */
  id: string;
  /** Number of the sheet in the file, from 1. */
  page: number;
  /** The number printed on it, empty where none is. */
  folio: string;
}

/** Where a page begins in the text. */
export interface PdfPageStart {
  /** Number of the sheet in the file, from 1. */
  page: number;
  /** The number printed on it. */
  folio: string;
  /** Id of its document. */
  document: string;
  /** Characters of the document that stand before it: without white space, notes and the foot of the opening. */
  offset: number;
}

export interface Pdf {
  bytes: Uint8Array;
  pages: number;
  /** Where each document and heading begins. */
  contents: PdfPlace[];
  findings: PdfFinding[];
  /** Of the pages that bear a number and words of a document. */
  pageStarts: PdfPageStart[];
  /** What stands on the pages, for the proof that it is what the edition holds: text of documents and notes by id. */
  words: { flows: Record<string, string>; notes: ComposeOutput['notes'] };
  measures: {
    /** Share of pages with more than two blank lines that are not the last of their document. */
    loosePages: number;
    /** Blank lines of each page. */
    blankLines: number[];
    /** ms of each step. */
    times: Record<string, number>;
  };
}
