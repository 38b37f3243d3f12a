/** The fonts that the book carries: its documents in, faces cut down to the characters they set out. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ElementContent } from 'hast';
import type { Remember } from '../../cache/remember.js';
import type { EditionDocument } from '../../model.js';
import { subsetFaces, type FaceName } from '../fonts.js';

/** A font file of the book. */
export interface BookFont {
  family: string;
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

/** What `base.css` and `epub.css` set in another face than Song. */
const worn: Partial<Record<FaceName, { tags: string[]; classes: string[] }>> = {
  hei: {
    tags: ['h1', 'h2', 'h3', 'h4', 'strong', 'th', 'dt', 'b', 'figcaption'],
    classes: ['label', 'caption', 'english-title', 'stray-notes-title'],
  },
  kai: {
    tags: ['blockquote', 'em', 'i', 'h5', 'h6'],
    classes: ['column', 'byline', 'subtitle', 'abstract', 'keywords', 'contents-byline', 'picture-missing'],
  },
};
const licenceFiles: Record<string, { filename: string; file: string }> = {
  song: { filename: 'OFL-Noto-Serif-SC.txt', file: '@expo-google-fonts/noto-serif-sc/LICENSE_FONT' },
  hei: { filename: 'OFL-Noto-Sans-SC.txt', file: '@expo-google-fonts/noto-sans-sc/LICENSE_FONT' },
  kai: { filename: 'OFL-LXGW-WenKai.txt', file: '@fontsource/lxgw-wenkai/LICENSE' },
};

const require = createRequire(import.meta.url);

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
  const texts: Record<'song' | 'hei' | 'kai', string[]> = { song: [added], hei: [added], kai: [] };
  const collect = (node: ElementContent, face: 'song' | 'hei' | 'kai') => {
    if (node.type === 'text') {
      // Song stands behind every other face
      texts.song.push(node.value);
      if (face !== 'song') texts[face].push(node.value);
    } else if (node.type === 'element') {
      const next = faceOf(node.tagName, node.properties.className) ?? face;
      node.children.forEach((child) => collect(child as ElementContent, next));
    }
  };
  for (const document of documents) {
    document.body.forEach((node) => collect(node, 'song'));
    document.notes.forEach(({ content }) => content.forEach((node) => collect(node, 'song')));
  }
  const [song, hei] = await Promise.all([
    subsetFaces(texts.song.join(''), ['song'], false, remember),
    subsetFaces(texts.hei.join(''), ['hei'], false, remember),
  ]);
  // of Kai only the Han are wanted, marks come from Song; and what Song lacks, because Kai knows more letters
  const kaiText = [...(texts.kai.join('').match(/\p{Script=Han}/gu) ?? []), ...song.missing].join('');
  const kai = kaiText ? await subsetFaces(kaiText, ['kai'], false, remember) : { faces: [], missing: [] };
  const fonts = [...song.faces, ...hei.faces, ...kai.faces].map(({ face, family, weight, data }): BookFont => ({
    family,
    weight,
    filename: `kanben-${face}.ttf`,
    data,
  }));
  const names = kaiText ? (['song', 'hei', 'kai'] as const) : (['song', 'hei'] as const);
  return {
    fonts,
    licences: names.map(licenceOf),
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

function licenceOf(face: 'song' | 'hei' | 'kai'): { filename: string; text: string } {
  const { filename, file } = licenceFiles[face]!;
  return { filename, text: readFileSync(require.resolve(file), 'utf8') };
}
