/** What a page is before its lines are looked at: its glyphs, fonts and pictures in, its kind out. */
import type { PageKind } from '../../../model/paged-text.js';
import type { ReadPage } from '../pdf/read-page.js';
import type { FontFacts, Glyph } from '../pdf/types.js';
import type { PreparedGlyphs } from './prepare-glyphs.js';

/** Fewer signs are no text: a folio, a stamp. */
const fewestSigns = 12;
/** Share of the signs from which a page is set from top to bottom. */
const verticalShare = 0.4;
/** So many neighbours must stand one below the other before a page of level glyphs is taken for vertical. */
const fewestBelow = 30;
/** Share of the signs whose font has no character map, or that stand for nothing a text holds, from which a page is unreadable. */
const unreadableShare = 0.35;
/** A picture of this share of the page is a scan of it. */
const scanShare = 0.5;
/** Share of the signs without ink from which a page is read from an OCR's layer. */
const hiddenShare = 0.5;

const readable = /[\p{L}\p{N}\p{P}\p{S}\p{M}\s]/u;
/** Letters of scripts that a broken map makes out of Chinese, and signs of no script. */
const strange =
  /[\uE000-\uF8FF\uFFFD\u0080-\u009F□]|[\p{Script=Thaana}\p{Script=Ethiopic}\p{Script=Cherokee}\p{Script=Canadian_Aboriginal}\p{Script=Yi}\p{Script=Khmer}\p{Script=Ogham}\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Georgian}\p{Script=Syriac}]/u;
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

type PreparedPage = ReadPage & PreparedGlyphs;

/**
 * @param fonts of the document
 * @param broken indices of fonts whose characters make no text
 */
export function pageKind(page: PreparedPage, fonts: readonly FontFacts[], broken: ReadonlySet<number>): PageKind {
  const signs = page.level.length + page.turned.length;
  const scanned = page.pictures.some(
    (box) => (box.right - box.x) * (box.bottom - box.y) > scanShare * page.width * page.height,
  );
  if (signs < fewestSigns) return scanned || drawsLetters(page) ? 'picture' : 'empty';
  const upright = page.turned.filter((glyph) => glyph.vertical).length;
  if (upright > verticalShare * signs || runsDown(page.level)) return 'vertical';
  const lost = page.level.filter(
    ({ font, text }) => fonts[font]?.mapped === false || broken.has(font) || strange.test(text) || !readable.test(text),
  ).length;
  return lost > unreadableShare * signs ? 'unreadable' : 'text';
}

/** Kinds of pages whose signs are not read: what came of them would be no text. */
export function isUnsound(kind: PageKind): boolean {
  return kind === 'unreadable' || kind === 'vertical';
}

/** Was the page's text laid under or over a picture of it by an OCR? */
export function isRecognised({ level }: PreparedPage): boolean {
  return level.filter(({ hidden }) => hidden).length > hiddenShare * level.length && level.length >= fewestSigns;
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
    if (!ideograph.test(glyph.text)) {
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

/** Letters that were turned into outlines: hundreds of shapes and no text. */
function drawsLetters({ strokes, pictures }: ReadPage): boolean {
  return strokes.length > 400 || pictures.length > 20;
}
