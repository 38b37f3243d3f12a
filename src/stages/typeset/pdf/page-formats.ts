/**
 * Page formats: what a trim size holds in each theme, as numbers.
 *
 * A line is a whole number of the body's characters, and of the notes' too (14 px to 12 px: a multiple of six); the
 * type area is a whole number of lines. clreq §2.3, jlreq §4.2.5. The grid of a theme is that of its style sheet.
 */
import type { PageSize, Theme } from '../../../model/config/print-config.js';

export interface PageFormat {
  /** Of a line. */
  characters: number;
  /** Of the type area. */
  lines: number;
  /** mm. The back margin is wider than the fore-edge: the book has to open. */
  backMargin: number;
  headMargin: number;
  /** mm from the head of the page to the running head. */
  runningHead: number;
  /** mm from the foot of the page to the folio. */
  folio: number;
}

export const pageFormats: Record<Theme, Record<PageSize, PageFormat>> = {
  journal: {
    '16k': { characters: 36, lines: 34, backMargin: 26.5, headMargin: 25, runningHead: 16.5, folio: 10.5 },
    '188x260': { characters: 36, lines: 34, backMargin: 28.5, headMargin: 25, runningHead: 16.5, folio: 10.5 },
    'large-16k': { characters: 42, lines: 38, backMargin: 28.5, headMargin: 25, runningHead: 16.5, folio: 10.5 },
    a4: { characters: 42, lines: 40, backMargin: 28.5, headMargin: 25, runningHead: 16.5, folio: 10 },
    '32k': { characters: 24, lines: 23, backMargin: 21.5, headMargin: 21.5, runningHead: 13.5, folio: 8.5 },
  },
  book: {
    '16k': { characters: 36, lines: 31, backMargin: 26.5, headMargin: 26, runningHead: 17, folio: 11 },
    '188x260': { characters: 36, lines: 31, backMargin: 28.5, headMargin: 26, runningHead: 17, folio: 11 },
    'large-16k': { characters: 42, lines: 34, backMargin: 28.5, headMargin: 27, runningHead: 17.5, folio: 12 },
    a4: { characters: 42, lines: 36, backMargin: 28.5, headMargin: 27, runningHead: 17.5, folio: 11.5 },
    '32k': { characters: 24, lines: 21, backMargin: 21.5, headMargin: 22, runningHead: 14, folio: 9 },
  },
};
