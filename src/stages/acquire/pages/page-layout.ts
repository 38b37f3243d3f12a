/**
 * The lines of all pages: what is drawn in, lines in reading order with the type of the running text out.
 *
 * Columns are found first, since rows of two columns seldom share their baselines; then each column is put into rows.
 */
import type { PageKind } from '../../../model/paged-text.js';
import type { ReadPage } from '../pdf/read-page.js';
import type { FontFacts, Glyph, Stroke } from '../pdf/types.js';
import { bodyFont, bodySize } from './body-type.js';
import { brokenFonts } from './broken-fonts.js';
import { findGutters, splitAtGutters, type Gutter } from './columns.js';
import { isRecognised, isUnsound, pageKind } from './page-kind.js';
import { linesOfPage, type DraftLine } from './page-lines.js';
import { prepareGlyphs, type PreparedGlyphs } from './prepare-glyphs.js';
import { withoutGarbage } from './unmapped-signs.js';
import { rowsOf, type Row } from './rows.js';

/** A page with its lines, before anything is said about what they are. */
export interface LaidOutPage extends ReadPage, PreparedGlyphs {
  number: number;
  kind: PageKind;
  /** Its words are an OCR's. */
  recognised: boolean;
  /** Signs that are not read, since what came of them would be no text. */
  unsound: Glyph[];
  /** What the file says of signs whose font has no character map: they are read as □. */
  unmapped: Glyph[];
  lines: DraftLine[];
  gutters: Gutter[];
}

/** All pages with what they have in common. */
export interface Layout {
  pages: LaidOutPage[];
  /** Of the running text: pt, and index of its font. */
  size: number;
  font: number;
}

/** Sizes within this share of the text's are text. */
const textSizes = { least: 0.8, most: 1.25 };

/**
 * @param pages as they were read, in order
 * @param fonts of the document
 */
export function layOut(pages: readonly (ReadPage & { number: number })[], fonts: readonly FontFacts[]): Layout {
  distrustMaps(pages, fonts);
  const sound = soundPages(pages, fonts);
  const named = withoutGarbage(
    sound.map(({ level: own }) => own),
    fonts,
  );
  const prepared = sound.map((page, i) => ({ ...page, ...named[i]! }));
  const level = prepared.map((page) => page.level);
  const size = bodySize(level);
  const font = bodyFont(level, size);
  const rows = prepared.map((page) => rowsOf(page.level));
  const gutters = findGutters(
    prepared.map(({ width }, i) => ({
      width,
      rows: rows[i]!.filter((row) => row.size > textSizes.least * size && row.size < textSizes.most * size),
    })),
  );
  return {
    size,
    font,
    pages: prepared.map((page, i) => {
      const own = gutters[i] ?? [];
      const lines = linesOfPage(rowsByColumn(rows[i]!, own), own, page.blanks);
      const strokes = [...page.strokes, ...lines.filter(isRuleOfSigns).map(strokeOf)];
      return { ...page, gutters: own, lines, strokes };
    }),
  };
}

/** Pages with what is to be read of them. */
function soundPages(pages: readonly (ReadPage & { number: number })[], fonts: readonly FontFacts[]) {
  const prepared = pages.map((page) => ({ ...page, ...prepareGlyphs(page.glyphs, page) }));
  const broken = brokenFonts(prepared.map(({ level }) => level));
  return prepared.map((page) => {
    const kind = pageKind(page, fonts, broken);
    const facts = { ...page, kind, recognised: isRecognised(page) };
    if (!isUnsound(kind)) return { ...facts, unsound: [] };
    return { ...facts, unsound: [...page.level, ...page.turned], level: [], turned: [], strokes: [], pictures: [] };
  });
}

/** Rows put together anew, column by column. */
function rowsByColumn(rows: Row[], gutters: readonly Gutter[]): { row: Row; column: number }[] {
  if (gutters.length === 0) return rows.map((row) => ({ row, column: 0 }));
  const byColumn = new Map<number, Glyph[]>();
  const whole: { row: Row; column: number }[] = [];
  for (const row of rows) {
    const parts = splitAtGutters(row, gutters);
    for (const { row: part, column } of parts) {
      if (column === -1) whole.push({ row: part, column });
      else byColumn.set(column, [...(byColumn.get(column) ?? []), ...part.glyphs]);
    }
  }
  const within = [...byColumn].flatMap(([column, glyphs]) => rowsOf(glyphs).map((row) => ({ row, column })));
  return [...whole, ...within].sort((a, b) => a.row.y - b.row.y || a.row.x - b.row.x);
}

/** Is a line a rule that was set with signs: ------, ■■■■? */
export function isRuleOfSigns({ text }: { text: string }): boolean {
  return /^(?:[-‐‑−—―─━_＿■▇█]{8,}|[.·…]{24,})$/u.test(text.replace(/[\s\u3000]/gu, ''));
}

/** The rule that such a line is. */
function strokeOf({ x, right, y, size }: DraftLine): Stroke {
  return { x, right, y: y - 0.3 * size, bottom: y - 0.3 * size + 0.5, kind: 'level' };
}

/** A font says what its letters stand for, and its widths say otherwise: Han that are as narrow as letters are no Han. */
function distrustMaps(pages: readonly ReadPage[], fonts: readonly FontFacts[]): void {
  const han = fonts.map(() => 0);
  const narrow = fonts.map(() => 0);
  for (const { glyphs } of pages) {
    for (const { font, text, x, right, size, turned } of glyphs) {
      if (turned || !/^\p{Script=Han}$/u.test(text)) continue;
      han[font]!++;
      if (right - x < narrowHan * size) narrow[font]!++;
    }
  }
  fonts.forEach((font, i) => {
    if (han[i]! >= 8 && narrow[i]! > 0.6 * han[i]!) font.mapped = false;
  });
}

/** A Han narrower than this (em) is set in no Chinese font. */
const narrowHan = 0.66;
