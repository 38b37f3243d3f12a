/** The style sheet of the book: tokens, base and EPUB styles in, one file without custom properties out. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stylesFolder } from '../../../system/locations.js';
import type { BookFont } from './book-fonts.js';

const layers = ['tokens.css', 'base.css', 'epub.css'];

/**
 * Readers on phones know little CSS: `var()` is worked out here, so that no property is lost where it is unknown.
 *
 * @param fonts the faces that the book carries
 */
export function bookStyles(fonts: readonly BookFont[]): string {
  const sheets = layers
    .map((layer) => join(stylesFolder, layer))
    .filter(existsSync)
    .map((path) => readFileSync(path, 'utf8').trim());
  return [...fonts.map(fontFace), physical(withoutVariables(sheets.join('\n\n')))].join('\n') + '\n';
}

function fontFace({ family, style, weight, filename }: BookFont): string {
  return `@font-face { font-family: "${family}"; font-style: ${style}; font-weight: ${weight}; src: url("../fonts/${filename}"); }`;
}

/** Puts the values of `:root`'s custom properties where `var()` asks for them. */
export function withoutVariables(css: string): string {
  const values = new Map<string, string>();
  const rest = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[\s;{])(--[\w-]+)\s*:\s*([^;}]*);?/g, (_, before: string, name: string, value: string) => {
      if (!values.has(name)) values.set(name, value.trim());
      return before;
    })
    .replace(/[^{}]*\{\s*\}/g, '');
  const resolve = (text: string, depth = 0): string =>
    text.replace(/var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*))?\)/g, (_, name: string, fallback?: string) => {
      const value = values.get(name) ?? fallback;
      if (value === undefined || depth > 8) throw new Error(`epub: the styles ask for ${name}, which has no value`);
      return resolve(value, depth + 1);
    });
  return resolve(rest)
    .replace(/\n\s*\n+/g, '\n')
    .trim();
}

/** Logical sides become those of horizontal text: many readers know no others. */
function physical(css: string): string {
  return css
    .replace(/\b(margin|padding)-inline:\s*([^;}]+)/g, '$1-left: $2; $1-right: $2')
    .replace(/\b(margin|padding)-inline-start:/g, '$1-left:')
    .replace(/\b(margin|padding)-inline-end:/g, '$1-right:')
    .replace(/\btext-align: start\b/g, 'text-align: left')
    .replace(/\btext-align: end\b/g, 'text-align: right');
}
