/** Numbers of a page from which its kind, its fonts and the type of the text are told: glyphs in, counts out. */
import type { Glyph } from '../pdf/types.js';
import { signFacts } from './sign-facts.js';

/** What is counted of the signs of one font. */
export interface FontTally {
  all: number;
  han: number;
  /** Han that any prose has many of. */
  common: number;
  /** Han that are as narrow as letters. */
  narrow: number;
  /** Signs that stand for nothing a text holds. */
  strange: number;
  /** Han whose code ends like that of a letter, by what it begins with: all of a font's in one block are letters. */
  blocks: Map<number, number>;
  /** Letters that claim a square, from each to the next one on its line: em, by letter. */
  advances: Map<string, number[]>;
  /** Signs by their size, in steps of `sizeStep`. */
  sizes: Map<number, number>;
}

/** What is counted of a page. */
export interface PageTally {
  /** Level signs. */
  level: number;
  /** Of them without ink. */
  hidden: number;
  turned: number;
  /** Of the turned ones, those set from top to bottom. */
  vertical: number;
  /** Level glyphs that stand one below the other. */
  runsDown: boolean;
  fonts: Map<number, FontTally>;
}

/** Sizes are counted in steps of this, pt. */
export const sizeStep = 0.05;
/** A Han narrower than this (em) is set in no Chinese font. */
const narrowHan = 0.66;
/** So many neighbours must stand one below the other before a page of level glyphs is taken for vertical. */
const fewestBelow = 30;

/** @param level and turned glyphs of a page */
export function tallyOf(level: readonly Glyph[], turned: readonly Glyph[]): PageTally {
  const fonts = new Map<number, FontTally>();
  let hidden = 0;
  let last: { font: number; tally: FontTally } | undefined;
  let before: Glyph | undefined;
  for (const glyph of level) {
    const { text, font, x, right, size, hidden: isHidden } = glyph;
    if (last?.font !== font) {
      let tally = fonts.get(font);
      if (!tally) fonts.set(font, (tally = emptyTally()));
      last = { font, tally };
    }
    const { tally } = last;
    if (before?.font === font) noteAdvance(tally, before, glyph);
    before = glyph;
    const facts = signFacts(text);
    const step = Math.round(size / sizeStep);
    tally.all++;
    tally.sizes.set(step, (tally.sizes.get(step) ?? 0) + 1);
    if (isHidden) hidden++;
    if (facts.isStrange) tally.strange++;
    if (!facts.isHan) continue;
    tally.han++;
    const code = text.charCodeAt(0);
    if ((code & 0xff) <= lastLetter) tally.blocks.set(code >> 8, (tally.blocks.get(code >> 8) ?? 0) + 1);
    if (facts.isCommon) tally.common++;
    if (right - x < narrowHan * size) tally.narrow++;
  }
  return {
    level: level.length,
    hidden,
    turned: turned.length,
    vertical: turned.filter(({ vertical }) => vertical).length,
    runsDown: runsDown(level),
    fonts,
  };
}

const emptyTally = (): FontTally => ({
  all: 0,
  han: 0,
  common: 0,
  narrow: 0,
  strange: 0,
  blocks: new Map(),
  advances: new Map(),
  sizes: new Map(),
});

/** Letters, figures and marks of a font of TeX have codes up to this one. */
const lastLetter = 0x7e;

/** A letter that claims more than this (em) is set in a square and moved together with the next. */
export const widestLetter = 0.92;
/** So many advances of a letter tell its width. */
const enoughAdvances = 60;
/** The next letter of a word is no farther (em). */
const farthestLetter = 1.6;

/** Keeps how far the next letter stands from one that claims a square: a fullwidth font does not say how wide its letters are. */
function noteAdvance({ advances }: FontTally, { text, x, right, y, size }: Glyph, next: Glyph): void {
  if (right - x < widestLetter * size || next.y !== y || next.size !== size) return;
  if (!signFacts(text).isLatin || !signFacts(next.text).isLatin) return;
  const advance = (next.x - x) / size;
  if (advance <= 0 || advance > farthestLetter) return;
  const known = advances.get(text);
  if (!known) advances.set(text, [advance]);
  else if (known.length < enoughAdvances) known.push(advance);
}

/** Sums of all pages by font. */
export function fontTallies(tallies: readonly PageTally[]): Map<number, FontTally> {
  const sums = new Map<number, FontTally>();
  for (const { fonts } of tallies) {
    for (const [font, tally] of fonts) {
      let sum = sums.get(font);
      if (!sum) sums.set(font, (sum = emptyTally()));
      for (const key of ['all', 'han', 'common', 'narrow', 'strange'] as const) sum[key] += tally[key];
      for (const [size, count] of tally.sizes) sum.sizes.set(size, (sum.sizes.get(size) ?? 0) + count);
      for (const [block, count] of tally.blocks) sum.blocks.set(block, (sum.blocks.get(block) ?? 0) + count);
      for (const [letter, own] of tally.advances) {
        const known = sum.advances.get(letter) ?? [];
        if (known.length < 4 * enoughAdvances) sum.advances.set(letter, [...known, ...own]);
      }
    }
  }
  return sums;
}

/**
 * Are level glyphs placed one below the other? Neighbours in drawing order tell: rows of a table drawn column by column
 * have words of several signs, so that most of them stand side by side.
 */
function runsDown(glyphs: readonly Glyph[]): boolean {
  let below = 0;
  let beside = 0;
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    if (!signFacts(glyph.text).isIdeograph) {
      last = undefined;
      continue;
    }
    if (last && Math.abs(last.size - glyph.size) < 0.1 * glyph.size) {
      const [across, down] = [Math.abs(glyph.x - last.x) / glyph.size, (glyph.y - last.y) / glyph.size];
      if (across < 0.3 && down > 0.5 && down < 2.5) below++;
      else if (Math.abs(down) < 0.3 && across > 0.3 && across < 2.5) beside++;
    }
    last = glyph;
  }
  return below >= fewestBelow && below > 2 * beside;
}
