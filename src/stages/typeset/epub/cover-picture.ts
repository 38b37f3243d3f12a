/** The picture on the cover: the one that `issue.yaml` names, else one drawn from the edition's data. */
import { readFileSync } from 'node:fs';
import { imageSizes } from '../../../system/load-late.js';
import { forgetful } from '../../../cache/remember.js';
import type { Edition } from '../../../model/index.js';
import type { EditionStrings } from '../html/edition-strings.js';
import type { CoverPicture } from './book.js';
import { coverWords } from './cover/cover-words.js';
import { drawCover } from './cover/draw-cover.js';

/** PNG and JPEG are what every reading system shows as a cover; any other picture is passed over for a drawn one. */
export async function coverPicture(
  edition: Edition,
  strings: EditionStrings,
  remember = forgetful,
): Promise<CoverPicture> {
  const given = edition.meta.cover ? readCover(edition.meta.cover) : undefined;
  if (given) return given;
  const words = coverWords(edition, strings);
  const bytes = await remember('epub:cover', [JSON.stringify(words)], () => drawCover(words));
  return { bytes, mediaType: 'image/png' };
}

function readCover(path: string): CoverPicture | undefined {
  const bytes = readFileSync(path);
  try {
    const { type } = imageSizes().imageSize(bytes);
    if (type === 'png') return { bytes, mediaType: 'image/png' };
    if (type === 'jpg') return { bytes, mediaType: 'image/jpeg' };
  } catch {
    // not a picture
  }
  return undefined;
}
