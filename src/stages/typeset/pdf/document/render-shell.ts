/**
 * Writes the page in which every document of an edition is set in turn: fonts and settings in, HTML without text out.
 *
 * Fonts are loaded before a text is there: text that is laid out with fonts under way is laid out again for each.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ejs from 'ejs';
import { stylesFolder, templatesFolder } from '../../../../system/locations.js';
import type { SubsetFace } from '../../fonts.js';
import { settingsStyles, type PrintSettings } from '../print-settings.js';

/** All faces get the em box of Chinese type: a Kai word in a Song line must not make the line higher. */
const oneBaseline = 'ascent-override:88%;descent-override:12%;line-gap-override:0%';

const sheets = (theme: string) => ['tokens.css', 'base.css', 'print.css', join('themes', `${theme}.css`)];

/** Everything that says how pages look, the fonts aside. */
export async function shellStyles(settings: PrintSettings, extraStyles = ''): Promise<string[]> {
  const ours = await Promise.all(sheets(settings.theme).map((sheet) => readFile(join(stylesFolder, sheet), 'utf8')));
  return [...ours, settingsStyles(settings), extraStyles];
}

/** A page and the fonts that stand beside it: within the page a browser takes four times as long to read them. */
export interface Shell {
  html: string;
  fonts: { file: string; data: Uint8Array }[];
}

/** @param styles of `shellStyles` */
export async function renderShell(
  language: string,
  styles: readonly string[],
  faces: readonly SubsetFace[],
): Promise<Shell> {
  const fonts = faces.map(({ face, data }) => ({ file: `${face}.ttf`, data }));
  const fontFaces = faces.map(
    ({ family, weight }, k) =>
      `@font-face{font-family:'${family}';font-weight:${weight};${oneBaseline};src:url(${fonts[k]!.file})}`,
  );
  const template = await readFile(join(templatesFolder, 'print', 'document.ejs'), 'utf8');
  const html = ejs.render(template, {
    language,
    // a style sheet must not end its own element
    styles: [fontFaces.join('\n'), ...styles].map((css) => css.replace(/<\/(?=style)/gi, '<\\/')),
  });
  return { html, fonts };
}
