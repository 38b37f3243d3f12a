/** What a PDF may hold and take at most: more is no article and no book, but an attack or a mistake. */

/** Limits of one file. */
export interface PdfLimits {
  pages: number;
  /** On one page; the densest page of a newspaper has a third. */
  glyphs: number;
  /** Drawing operators of one page; the finest map has a tenth. */
  operators: number;
  /** px: larger pictures are not decoded. */
  picture: number;
  /** Seconds for one page: the slowest honest ones take two. */
  pageTime: number;
  /** Seconds for all. */
  time: number;
  /** MB of JavaScript objects. */
  heap: number;
  /** MB by which the whole process may grow: what a stream is packed in is no object. */
  memory: number;
}

export const pdfLimits: PdfLimits = {
  pages: 3000,
  glyphs: 60_000,
  operators: 2_000_000,
  picture: 40_000_000,
  pageTime: 60,
  time: 1200,
  heap: 1500,
  memory: 3000,
};
