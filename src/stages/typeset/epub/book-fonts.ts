/** The fonts that the book carries: its documents in, faces cut down to the characters they set out. */
import { readFileSync } from 'node:fs';
import type { ElementContent } from 'hast';
import type { Remember } from '../../../cache/remember.js';
import { fontFile } from '../../../system/locations.js';
import type { EditionDocument } from '../../../model/index.js';
import { mathCharacters } from '../math-characters.js';
import { subsetFaces, type FaceName, type FontSet } from '../fonts.js';

/** A font file of the book. */
export interface BookFont {
  family: string;
  style: 'normal' | 'italic';
  weight: number;
  /** In `fonts/`. */
  filename: string;
  data: Uint8Array;
}

export interface BookFonts {
  fonts: BookFont[];
  /** Licence files, to stand beside the fonts. */
  licences: { filename: string; text: string }[];
  /** Characters that no face has. */
  missing: string[];
}

/** Faces that a book may carry. */
type Carried = Exclude<FaceName, 'song-bold'>;

/** What a text is set in, as far as faces go. */
interface Setting {
  face: 'song' | 'hei' | 'kai';
  lang: string;
  isEmphasis: boolean;
}

/** What `base.css` and `epub.css` set in another face than Song. */
const worn: Partial<Record<FaceName, { tags: string[]; classes: string[] }>> = {
  hei: {
    tags: ['h1', 'h2', 'h3', 'h4', 'strong', 'th', 'dt', 'b', 'figcaption'],
    classes: ['label', 'caption', 'speaker', 'box-title', 'english-title', 'stray-notes-title'],
  },
  kai: {
    tags: ['blockquote', 'em', 'i', 'h5', 'h6'],
    classes: [
      'column',
      'byline',
      'subtitle',
      'abstract',
      'keywords',
      'contents-byline',
      'picture-missing',
      'line',
      'epigraph',
      'box',
    ],
  },
};
const licenceFiles: Record<Carried, { filename: string; file: string }> = {
  song: { filename: 'OFL-Noto-Serif-SC.txt', file: '@expo-google-fonts/noto-serif-sc/LICENSE_FONT' },
  hei: { filename: 'OFL-Noto-Sans-SC.txt', file: '@expo-google-fonts/noto-sans-sc/LICENSE_FONT' },
  kai: { filename: 'OFL-LXGW-WenKai.txt', file: '@fontsource/lxgw-wenkai/LICENSE' },
  italic: { filename: 'OFL-Source-Serif-4.txt', file: '@expo-google-fonts/source-serif-4/LICENSE_FONT' },
  math: { filename: 'OFL-Noto-Sans-Math.txt', file: '@expo-google-fonts/noto-sans-math/LICENSE_FONT' },
};

/**
 * @param documents everything that is set
 * @param added words of the book that stand in no document
 * @param remember cuts of earlier builds
 */
export async function bookFonts(
  documents: readonly EditionDocument[],
  added: string,
  remember?: Remember,
): Promise<BookFonts> {
  const texts: Record<Carried, string[]> = { song: [added], hei: [added], kai: [], italic: [], math: [] };
  const collect = (node: ElementContent, around: Setting) => {
    if (node.type === 'text') {
      // Song stands behind every other face
      texts.song.push(node.value);
      if (around.face !== 'song') texts[around.face].push(node.value);
      if (around.isEmphasis && around.lang === 'en') texts.italic.push(node.value);
    } else if (node.type === 'element') {
      const { tagName, properties, children } = node;
      if (tagName === 'math') {
        const signs = mathCharacters([node]);
        texts.math.push(signs);
        texts.italic.push(...(signs.match(/[A-Za-zα-ωΑ-Ωϑϕϵ]/gu) ?? []));
        texts.song.push(...(signs.match(/[\d\p{Script=Han}]/gu) ?? []));
        return;
      }
      const setting: Setting = {
        face: faceOf(tagName, properties.className) ?? around.face,
        lang: typeof properties.lang === 'string' ? properties.lang : around.lang,
        isEmphasis: around.isEmphasis || tagName === 'em' || tagName === 'i',
      };
      children.forEach((child) => collect(child as ElementContent, setting));
    }
  };
  for (const { body, notes, lang } of documents) {
    for (const node of [...body, ...notes.flatMap(({ content }) => content)])
      collect(node, { face: 'song', lang, isEmphasis: false });
  }
  const cut = (face: Carried, text: string): Promise<FontSet> | FontSet =>
    text ? subsetFaces(text, [face], false, remember) : { faces: [], missing: [] };
  const math = await cut('math', texts.math.join(''));
  const [song, hei, italic] = await Promise.all([
    // words in formulas are set in it, too
    cut('song', texts.song.join('') + math.missing.join('')),
    cut('hei', texts.hei.join('')),
    cut('italic', texts.italic.join('')),
  ]);
  // of Kai only the Han are wanted, marks come from Song; and what Song lacks, because Kai knows more letters
  const kaiText = [...(texts.kai.join('').match(/\p{Script=Han}/gu) ?? []), ...song.missing].join('');
  const kai = await cut('kai', kaiText);
  const all = [...song.faces, ...hei.faces, ...kai.faces, ...italic.faces, ...math.faces];
  const fonts = all.map(({ face, family, weight, data }): BookFont => ({
    family,
    style: face === 'italic' ? 'italic' : 'normal',
    weight,
    filename: `kanben-${face}.ttf`,
    data,
  }));
  return {
    fonts,
    licences: all.map(({ face }) => licenceOf(face as Carried)),
    missing: kai.missing.filter((character) => song.missing.includes(character)),
  };
}

function faceOf(tag: string, className: unknown): 'hei' | 'kai' | undefined {
  const classes = Array.isArray(className) ? className.map(String) : [];
  for (const face of ['hei', 'kai'] as const) {
    const { tags, classes: wearers } = worn[face]!;
    if (tags.includes(tag) || classes.some((name) => wearers.includes(name))) return face;
  }
  return undefined;
}

function licenceOf(face: Carried): { filename: string; text: string } {
  const { filename, file } = licenceFiles[face];
  return { filename, text: readFileSync(fontFile(file), 'utf8') };
}
