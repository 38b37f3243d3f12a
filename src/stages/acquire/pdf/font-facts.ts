/** What a font of a PDF is like: pdf.js' font object in, its name, weight and whether it has a character map out. */
import iconv from 'iconv-lite';
import type { FontFacts } from './types.js';

/** The part of pdf.js' font objects that is read. */
export interface FontObject {
  name?: string;
  bold?: boolean;
  black?: boolean;
  italic?: boolean;
  vertical?: boolean;
  fontMatrix?: number[];
  isType3Font?: boolean;
  bbox?: number[];
  composite?: boolean;
  toUnicode?: { firstChar?: number; _map?: unknown };
  systemFontInfo?: unknown;
  cMap?: { name?: string };
}

/** Words in the names of faces that are heavier than the text: Latin ones, and the foundries' short forms. */
const boldNames =
  /bold|black|heavy|demi|semibold|[-,]b$|w[6-9]\b|hei|gothic|黑|粗|大标宋|小标宋|魏碑|[a-z]*(?:HT|XBS|DBS|LTH|YH|DHei|CHJ|ZY)[-_]/i;
const italicNames = /italic|oblique|[-,]it\b/i;

/** @param font of `commonObjs` */
export function fontFacts(font: FontObject): FontFacts {
  const name = decodeName(font.name ?? '');
  return {
    name,
    bold: font.bold === true || font.black === true || boldNames.test(name),
    italic: font.italic === true || italicNames.test(name),
    vertical: font.vertical === true,
    mapped: !lacksMap(font),
    ...(lacksMap(font) && { lacksMap: true }),
  };
}

/** A composite font whose codes are glyph numbers and that brings no map from them to characters. */
function lacksMap({ composite, toUnicode }: FontObject): boolean {
  return composite === true && toUnicode?.firstChar !== undefined && toUnicode._map === undefined;
}

/** Names of Chinese fonts come as bytes of GBK read as Latin-1: ·½ÕýÊéËÎ is 方正书宋. */
function decodeName(name: string): string {
  const plain = name.replace(/^[A-Z]{6}\+/, '');
  if (!/[\x80-\xff]/.test(plain) || /[^\0-\xff]/.test(plain)) return plain;
  const decoded = iconv.decode(Buffer.from(plain, 'latin1'), 'gbk');
  return decoded.includes('\uFFFD') ? plain : decoded;
}
