/**
 * The faces of an edition: characters in, subset fonts out, and what no face has.
 *
 * The whole fonts come from npm as static TrueType: Chromium writes CFF and variable fonts as Type 3,
 * and fonts sliced by unicode-range lose the squeeze of marks that meet across slices.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { forgetful, type Remember } from '../../cache/remember.js';
import { fontFile } from '../../system/locations.js';
import { cutFont } from './cut-font.js';
import { letGo } from './let-go.js';
import { coveredCodePoints, unpackWoff } from './sfnt.js';

export type FaceName = 'song' | 'song-bold' | 'hei' | 'kai' | 'italic' | 'math';

interface FaceSource {
  /** Family name in the styles. */
  family: string;
  weight: number;
  /** Module path of the whole font. */
  file: string;
  /** Name and licence, for a colophon. */
  name: string;
  licence: string;
  /** Which of the characters asked for are taken from this face; absent: all. */
  only?: RegExp;
  /** No other face falls back on it. */
  alone?: boolean;
}

const oflName = 'SIL Open Font License 1.1';

/**
 * The faces, in the order in which the styles fall back.
 *
 * LXGW WenKai has no trimming features and narrow quotation marks: only its Han are used, the marks between them come
 * from Song, and its wide Latin repertoire stands in where Song and Hei have no letter (ł, ş, č …).
 */
export const faces: Record<FaceName, FaceSource> = {
  song: {
    family: 'Kanben Song',
    weight: 400,
    file: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
    name: 'Noto Serif SC',
    licence: oflName,
  },
  'song-bold': {
    family: 'Kanben Song',
    weight: 700,
    file: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
    name: 'Noto Serif SC Bold',
    licence: oflName,
  },
  hei: {
    family: 'Kanben Hei',
    weight: 400,
    file: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
    name: 'Noto Sans SC Medium',
    licence: oflName,
  },
  kai: {
    family: 'Kanben Kai',
    weight: 400,
    file: '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff',
    name: 'LXGW WenKai',
    licence: oflName,
    only: /\p{Script=Han}/u,
  },
  // titles of books in Latin notes; the Latin of Noto Serif SC is of the same design
  italic: {
    family: 'Kanben Italic',
    weight: 400,
    file: '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
    name: 'Source Serif 4 Italic',
    licence: oflName,
    only: /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\u0020-\u007e\u00a0-\u00ff\u0300-\u036f\u2010-\u2026]/u,
    alone: true,
  },
  // formulas: signs that grow with what they hold, and the slanted alphabets; only where there are any
  math: {
    family: 'Kanben Math',
    weight: 400,
    file: '@expo-google-fonts/noto-sans-math/400Regular/NotoSansMath_400Regular.ttf',
    name: 'Noto Sans Math',
    licence: oflName,
    only: /[^\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u,
  },
};

/** Punctuation squeeze, two-em dashes, vertical forms, and what Latin needs. */
const keepFeatures = [
  'halt',
  'chws',
  'palt',
  'fwid',
  'vert',
  'vhal',
  'vchw',
  'pwid',
  'kern',
  'liga',
  'ccmp',
  'locl',
  'mark',
];

export interface SubsetFace {
  face: FaceName;
  family: string;
  weight: number;
  /** sfnt with TrueType outlines. */
  data: Buffer;
}

export interface FontSet {
  faces: SubsetFace[];
  /** Characters that no face has, in code point order. */
  missing: string[];
}

/** Fonts under way, or read and not asked for yet; and those that somebody still uses: together they take 60 MB. */
const reading = new Map<FaceName, Promise<Buffer>>();
const inUse = new Map<FaceName, WeakRef<Buffer>>();
const digests = new Map<FaceName, Promise<string>>();

function beginReading(face: FaceName): Promise<Buffer> {
  let font = reading.get(face);
  if (!font) {
    font = readFile(fontFile(faces[face].file)).then(unpackWoff);
    reading.set(face, font);
  }
  return font;
}

/** The whole font, an sfnt; read once for those who ask for it at about one time. */
export async function readFace(face: FaceName): Promise<Buffer> {
  const known = inUse.get(face)?.deref();
  if (known) return known;
  const font = await beginReading(face);
  reading.delete(face);
  inUse.set(face, new WeakRef(font));
  return font;
}

/** Has whole fonts read while other work goes on; who needs them later finds them read. */
export function warmFaces(names: readonly FaceName[]): void {
  // a font that cannot be read is told to whoever needs it
  for (const name of names) beginReading(name).catch(() => undefined);
}

/** SHA-256 of the whole faces, unpacked, by name: which fonts an edition is set in. */
export function faceDigests(remember = forgetful): Promise<{ name: string; sha256: string }[]> {
  return Promise.all(
    (Object.keys(faces) as FaceName[]).map(async (face) => ({
      name: faces[face].name,
      sha256: await digestOf(face, remember),
    })),
  );
}

/** Asked for when a font has been read, too, so that it need not be read again. */
function digestOf(face: FaceName, remember: Remember): Promise<string> {
  let digest = digests.get(face);
  if (!digest) {
    // fonts are libraries of the program: another one has another program
    const made = remember('fonts:digest', [face], async () =>
      createHash('sha256')
        .update(await readFace(face))
        .digest(),
    );
    digest = made.then((bytes) => Buffer.from(bytes).toString('hex'));
    digests.set(face, digest);
  }
  return digest;
}

/** Nothing to draw: white space, controls, joiners, variation selectors. */
const invisible = /[\p{White_Space}\p{Cc}\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;

/**
 * Subsets the faces to the characters of a text.
 *
 * @param text everything that is to be set; order and repetition do not matter
 * @param names the faces wanted; `kai` also carries the letters that the other faces lack
 * @param keepGlyphIds every glyph keeps the number that it has in the whole font, so that it is the same in all subsets
 * @param remember cuts of earlier builds
 * @returns sfnt subsets that depend on nothing but the set of characters
 */
export async function subsetFaces(
  text: string,
  names: readonly FaceName[],
  keepGlyphIds = false,
  remember = forgetful,
): Promise<FontSet> {
  const characters = [...new Set(text)]
    .filter((c) => !/\p{Cc}/u.test(c))
    .sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!);
  const result: SubsetFace[] = [];
  const covered = new Set<number>();
  const ordered = [...names].sort((a, b) => Number(a === 'kai') - Number(b === 'kai'));
  let cut = false;
  for (const face of ordered) {
    const { family, weight, only, alone } = faces[face];
    const wanted = characters.filter(
      (c) => !only || only.test(c) || !(alone || covered.has(c.codePointAt(0)!) || invisible.test(c)),
    );
    // which font a face is, and what is kept of it, is the program's own
    const data = await remember('fonts:cut', [face, String(keepGlyphIds), wanted.join('')], async () => {
      cut = true;
      const font = await readFace(face);
      await digestOf(face, remember);
      return cutFont(font, {
        characters: wanted,
        features: keepFeatures,
        keepGlyphIds,
        // with their own numbers glyphs are for print, which is horizontal: each table would have a place for all of them
        dropTables: keepGlyphIds ? ['vhea', 'vmtx', 'VORG'] : [],
      });
    });
    const sfnt = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    if (!alone) for (const point of coveredCodePoints(sfnt)) covered.add(point);
    result.push({ face, family, weight, data: sfnt });
  }
  if (cut) await letGo();
  return { faces: result, missing: characters.filter((c) => !invisible.test(c) && !covered.has(c.codePointAt(0)!)) };
}
