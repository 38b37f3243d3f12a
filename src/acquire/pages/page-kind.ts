/** What a page is before its lines are looked at: its glyphs, fonts and pictures in, its kind out. */
import type { PageKind } from '../../paged-text.js';
import type { FontFacts } from '../pdf/types.js';
import type { LaidOutPage } from './page-layout.js';

/** Fewer signs are no text: a folio, a stamp. */
const fewestSigns = 12;
/** Share of the signs from which a page is set from top to bottom. */
const verticalShare = 0.4;
/** Share of the signs whose font has no character map, or that stand for nothing a text holds, from which a page is unreadable. */
const unreadableShare = 0.35;
/** A picture of this share of the page is a scan of it. */
const scanShare = 0.5;

const readable = /[\p{L}\p{N}\p{P}\p{S}\p{M}\s]/u;
/** Letters of scripts that a broken map makes out of Chinese, and signs of no script. */
const strange =
  /[\uE000-\uF8FF\uFFFD\u0080-\u009F□]|[\p{Script=Thaana}\p{Script=Ethiopic}\p{Script=Cherokee}\p{Script=Canadian_Aboriginal}\p{Script=Yi}\p{Script=Khmer}\p{Script=Ogham}\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Georgian}\p{Script=Syriac}]/u;

/** @param fonts of the document */
export function pageKind(page: LaidOutPage, fonts: readonly FontFacts[]): PageKind {
  const signs = page.level.length + page.turned.length;
  const scanned = page.pictures.some(
    (box) => (box.right - box.x) * (box.bottom - box.y) > scanShare * page.width * page.height,
  );
  if (signs < fewestSigns) return scanned || drawsLetters(page) ? 'picture' : 'empty';
  const upright = page.turned.filter((glyph) => glyph.vertical).length;
  if (upright > verticalShare * signs) return 'vertical';
  const lost = page.level.filter(
    ({ font, text }) => fonts[font]?.mapped === false || strange.test(text) || !readable.test(text),
  ).length;
  return lost > unreadableShare * signs ? 'unreadable' : 'text';
}

/** Letters that were turned into outlines: hundreds of shapes and no text. */
function drawsLetters({ strokes, pictures }: LaidOutPage): boolean {
  return strokes.length > 400 || pictures.length > 20;
}
