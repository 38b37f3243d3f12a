/** What is read from the pages of a PDF before lines are made of it. All measures are pt from the left and upper edge. */
import type { Box } from './matrix.js';

/** One printed sign. */
export interface Glyph {
  /** What it stands for: one character, or the letters of a ligature; □ where the font does not say. */
  text: string;
  x: number;
  /** Where the pen stands after it. */
  right: number;
  /** Baseline. */
  y: number;
  /** Height of the font. */
  size: number;
  /** Index into the fonts of the document. */
  font: number;
  /** Drawn with no ink: the text that an OCR lays over a scan. */
  hidden: boolean;
  /** Runs neither left to right nor upright. */
  turned: boolean;
  /** Set from top to bottom. */
  vertical: boolean;
  /** The file itself marks it as page furniture. */
  artifact: boolean;
}

/** Something drawn with lines: a level or upright rule, or any other shape. */
export interface Stroke extends Box {
  kind: 'level' | 'upright' | 'shape';
  /** Straight pieces of a path of several. */
  pieces?: Box[];
}

/** Place of a picture. */
export type Picture = Box;

/** All that a page shows. */
export interface Drawn {
  glyphs: Glyph[];
  strokes: Stroke[];
  pictures: Picture[];
  /** How many glyphs read to the right, downwards, to the left (upside down) and upwards. */
  directions: Directions;
}

/** Numbers of glyphs by where their line leads: right, down, left, up. */
export type Directions = [right: number, down: number, left: number, up: number];

/** A font of the document. */
export interface FontFacts {
  /** As the file names it, without the tag of a subset. */
  name: string;
  bold: boolean;
  italic: boolean;
  vertical: boolean;
  /** Says which characters its glyphs stand for: false where the file has no map for them. */
  mapped: boolean;
  /** The file has no map at all; the characters are numbers of its glyphs. */
  lacksMap?: boolean;
  /** It names letters or marks as Han: they are read for what they are. */
  misnamed?: boolean;
}

/** Finds fonts by the names that pdf.js gives them. */
export interface FontLookup {
  of(name: string): KnownFont;
}

/** What must be known of a font to place its glyphs. */
export interface KnownFont {
  /** Into the fonts of the document. */
  index: number;
  /** Of glyph space to text space. */
  scale: number;
  vertical: boolean;
  /** The file holds no such font, or a damaged one: its words give no glyphs. */
  broken: boolean;
}
