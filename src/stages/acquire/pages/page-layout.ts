/**
 * The lines of all pages: what is drawn in, lines in reading order with the type of the running text out.
 *
 * Columns are found first, since rows of two columns seldom share their baselines; then each column is put into rows.
 * Glyphs are unpacked a page at a time: those of a whole book would fill the memory.
 */
import type { PageKind } from '../../../model/paged-text.js';
import type { Box } from '../pdf/matrix.js';
import type { FontFacts, Glyph, Stroke } from '../pdf/types.js';
import { bodyFont, bodySize } from './body-type.js';
import { acceptGutters, guttersOf, splitAtGutters, type Gutter } from './columns.js';
import { brokenFonts, distrustedFonts, unnamedFonts } from './font-trust.js';
import { letterWidths, type LetterWidths } from './letter-widths.js';
import { misnamedSigns, type SignReader } from './misnamed-signs.js';
import { isRecognised, isUnsound, pageKind } from './page-kind.js';
import { linesOfPage, type DraftLine } from './page-lines.js';
import { fontTallies, widestLetter } from './page-tally.js';
import { pictureSigns } from './picture-signs.js';
import type { PreparedPage } from './prepare-page.js';
import { rowsOf, type Row } from './rows.js';

/** A page with its lines, before anything is said about what they are. */
export interface LaidOutPage {
  /** In the file, from 1. */
  number: number;
  /** pt */
  width: number;
  height: number;
  strokes: Stroke[];
  pictures: Box[];
  kind: PageKind;
  /** Its words are an OCR's. */
  recognised: boolean;
  /** Signs that are not read, since what came of them would be no text. */
  unsound: string;
  /** What the file says of signs whose font has no character map: they are read as □. */
  unmapped: string;
  turned: string;
  duplicates: string;
  outside: string;
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
 * @param fonts of the document; those whose characters their widths deny are marked as without map
 */
export function layOut(pages: readonly PreparedPage[], fonts: FontFacts[]): Layout {
  const tallies = fontTallies(pages.map(({ tally }) => tally));
  const misnamed = misnamedSigns(tallies, fonts);
  for (const font of misnamed.keys()) fonts[font]!.misnamed = true;
  for (const font of distrustedFonts(tallies)) if (!misnamed.has(font)) fonts[font]!.mapped = false;
  const broken = brokenFonts(tallies);
  const kinds = pages.map((page) => pageKind(page, fonts, broken));
  const sound = pages.filter((_, i) => !isUnsound(kinds[i]!)).map(({ tally }) => tally);
  const unnamed = unnamedFonts(fontTallies(sound), fonts);
  const names: SignNames = { unnamed, misnamed, widths: letterWidths(tallies) };
  const size = bodySize(sound);
  const font = bodyFont(sound, size);
  const isText = (row: Row): boolean => row.size > textSizes.least * size && row.size < textSizes.most * size;

  const seen = pages.map((page, i) => {
    if (isUnsound(kinds[i]!)) return undefined;
    const { glyphs, unmapped } = named(page, names);
    const rows = rowsOf(glyphs);
    const gutters = guttersOf(page.width, rows.filter(isText));
    // most pages have one column: their lines are made while their rows are at hand
    return {
      unmapped,
      gutters,
      ...(gutters.length === 0 && { lines: linesIn(page, rows, []) }),
      texts: rows.filter(isText).length,
    };
  });
  const gutters = acceptGutters(seen.map((page) => page ?? { gutters: [], texts: 0 }));
  return {
    size,
    font,
    pages: pages.map((page, i): LaidOutPage => {
      const { number, width, height, strokes, pictures, turned, duplicates, outside } = page;
      const common = { number, width, height, kind: kinds[i]!, recognised: isRecognised(page), duplicates, outside };
      const { unmapped, lines: made } = seen[i] ?? {};
      if (unmapped === undefined) {
        const unsound = page.level.text() + turned;
        return { ...common, strokes: [], pictures: [], unsound, unmapped: '', turned: '', lines: [], gutters: [] };
      }
      const own = gutters[i] ?? [];
      const lines = made && own.length === 0 ? made : linesIn(page, rowsOf(named(page, names).glyphs), own);
      const rules = lines.filter(isRuleOfSigns).map(strokeOf);
      return {
        ...common,
        strokes: [...strokes, ...rules],
        pictures,
        unsound: '',
        unmapped,
        turned,
        lines,
        gutters: own,
      };
    }),
  };
}

/** What is known of the signs of fonts beyond what the file says. */
interface SignNames {
  unnamed: ReadonlySet<number>;
  misnamed: ReadonlyMap<number, SignReader>;
  widths: LetterWidths;
}

/** The glyphs of a page with □ for what nobody can name, what the file said in its place, and characters that are drawn. */
function named(page: PreparedPage, { unnamed, misnamed, widths }: SignNames): { glyphs: Glyph[]; unmapped: string } {
  const glyphs = page.level.unpack();
  let unmapped = '';
  for (const glyph of glyphs) {
    const sign = unnamed.has(glyph.font) ? '□' : misnamed.get(glyph.font)?.(glyph.text);
    if (sign !== undefined) {
      if (sign === '□') unmapped += glyph.text;
      glyph.text = sign;
    }
    const width = widths.get(glyph.font)?.get(glyph.text);
    if (width !== undefined && glyph.right - glyph.x >= widestLetter * glyph.size)
      glyph.right = glyph.x + width * glyph.size;
  }
  return { glyphs: [...glyphs, ...pictureSigns(glyphs, page)], unmapped };
}

function linesIn({ blanks }: PreparedPage, rows: Row[], gutters: readonly Gutter[]): DraftLine[] {
  return linesOfPage(rowsByColumn(rows, gutters), gutters, blanks.unpack());
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
