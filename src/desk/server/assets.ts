/** The files of the view: what it is made of, the fonts of the project, pdf.js beside it. Nothing else is served by name. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fontFile, packageFolder } from '../../index.js';

const viewFolder = path.join(packageFolder, 'lib', 'desk');

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ttf: 'font/ttf',
  woff: 'font/woff',
  bcmap: 'application/octet-stream',
  pfb: 'application/octet-stream',
  svg: 'image/svg+xml',
};

/** Media type by the name of a file. */
export const typeOf = (name: string): string =>
  types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';

/** Fonts of the view by the names it calls them. */
const fonts: Record<string, string> = {
  'song.ttf': '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'song-bold.ttf': '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'hei.ttf': '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
};

const load = createRequire(import.meta.url);

/** Absolute path of a file of the view; undefined where there is none of this name. */
export function assetPlace(name: string): string | undefined {
  if (name in fonts) return fontFile(fonts[name]!);
  if (/^pdf\.(?:worker\.)?min\.mjs$/.test(name)) return load.resolve(`pdfjs-dist/legacy/build/${name}`);
  const data = /^(cmaps|standard_fonts)\/([\w.-]+)$/.exec(name);
  if (data) return path.join(path.dirname(load.resolve('pdfjs-dist/package.json')), data[1]!, data[2]!);
  return /^[\w-]+\.(?:js|css)$/.test(name) ? path.join(viewFolder, name) : undefined;
}

/** The page that the view is loaded by. */
export async function indexPage(nonce: string, language: string): Promise<string> {
  const page = await readFile(path.join(viewFolder, 'index.html'), 'utf8');
  return page.replaceAll('{nonce}', nonce).replaceAll('{language}', language);
}
