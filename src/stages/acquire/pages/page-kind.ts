/** What a page is before its lines are looked at: its counts, fonts and pictures in, its kind out. */
import type { PageKind } from '../../../model/paged-text.js';
import type { FontFacts } from '../pdf/types.js';
import type { PreparedPage } from './prepare-page.js';

/** Fewer signs are no text: a folio, a stamp. */
const fewestSigns = 12;
/** Share of the signs from which a page is set from top to bottom. */
const verticalShare = 0.4;
/** Share of the signs whose font has no character map, or that stand for nothing a text holds, from which a page is unreadable. */
const unreadableShare = 0.35;
/** A picture of this share of the page is a scan of it. */
const scanShare = 0.5;
/** Share of the signs without ink from which a page is read from an OCR's layer. */
const hiddenShare = 0.5;

/**
 * @param fonts of the document
 * @param broken indices of fonts whose characters make no text
 */
export function pageKind(page: PreparedPage, fonts: readonly FontFacts[], broken: ReadonlySet<number>): PageKind {
  const { level, turned, vertical, runsDown, fonts: tallies } = page.tally;
  const signs = level + turned;
  const scanned = page.pictures.some(
    (box) => (box.right - box.x) * (box.bottom - box.y) > scanShare * page.width * page.height,
  );
  if (signs < fewestSigns) return scanned || drawsLetters(page) ? 'picture' : 'empty';
  if (vertical > verticalShare * signs || runsDown) return 'vertical';
  let lost = 0;
  for (const [font, { all, strange }] of tallies)
    lost += fonts[font]?.mapped === false || broken.has(font) ? all : strange;
  return lost > unreadableShare * signs ? 'unreadable' : 'text';
}

/** Kinds of pages whose signs are not read: what came of them would be no text. */
export function isUnsound(kind: PageKind): boolean {
  return kind === 'unreadable' || kind === 'vertical';
}

/** Was the page's text laid under or over a picture of it by an OCR? */
export function isRecognised({ tally: { hidden, level } }: PreparedPage): boolean {
  return hidden > hiddenShare * level && level >= fewestSigns;
}

/** Letters that were turned into outlines: hundreds of shapes and no text. */
function drawsLetters({ strokes, pictures }: PreparedPage): boolean {
  return strokes.length > 400 || pictures.length > 20;
}
