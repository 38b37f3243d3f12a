/** What the inspector reads from a PDF and what it says. Lengths in pt, places from the head of the page. */

/** A run of glyphs that one operator shows. */
export interface Word {
  text: string;
  x: number;
  right: number;
  /** Baseline. */
  y: number;
  size: number;
  font: string;
}

export interface Line {
  /** From 1, from the head of the page. */
  number: number;
  text: string;
  /** From left to right, raised marks included. */
  words: Word[];
  x: number;
  right: number;
  y: number;
  /** Of its largest text. */
  size: number;
}

/** A thin filled or stroked line. */
export interface Rule {
  x: number;
  y: number;
  width: number;
}

export interface Sheet {
  /** From 1. */
  number: number;
  width: number;
  height: number;
  lines: Line[];
  rules: Rule[];
}

export interface FontUse {
  name: string;
  subtype: string;
  embedded: boolean;
}

/** A PDF as the requirements look at it. */
export interface PrintedBook {
  sheets: Sheet[];
  fonts: FontUse[];
  /** Boxes of each sheet, absent where they are not set: x0 y0 x1 y1. */
  boxes: { media: number[]; trim?: number[]; bleed?: number[] }[];
  title: string;
  language: string;
  tagged: boolean;
  showsTitle: boolean;
  outline: number;
  labels: boolean;
  /** What the pages have in common. */
  type: TypeArea;
}

/** The body's type, read from the pages. */
export interface TypeArea {
  /** The largest size that much of the text has. */
  size: number;
  font: string;
  /** Distance of baselines that occurs most. */
  line: number;
  /** Length of full lines. */
  measure: number;
  /** Left edge of odd and even sheets. */
  left: [odd: number, even: number];
}

export interface Miss {
  page: number;
  /** Number of the line on the page; absent for what concerns the page. */
  line?: number;
  what: string;
}

export interface Verdict {
  /** P1 … P40, or `PDF` for what concerns the file. */
  requirement: string;
  /** What has to hold. */
  rule: string;
  verdict: 'met' | 'missed' | 'absent';
  /** What was measured. */
  figure: string;
  misses: Miss[];
}
