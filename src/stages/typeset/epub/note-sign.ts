/** The sign that stands for a call in readers that want a picture: a character in, a PNG on a clear ground out. */
import { CoverageMap } from './cover/coverage.js';
import { letteringOf } from './cover/lettering.js';
import { encodePng, type Colour } from './cover/png.js';

/** px */
const size = 96;
/** 4.5 : 1 on white, 4.6 : 1 on black: it is seen by day and by night. */
const grey: Colour = [118, 118, 118];
const steps = 32;

/** @param character is left clear in a disc */
export async function drawNoteSign(character: string): Promise<Uint8Array> {
  const lettering = await letteringOf('hei');
  const glyph = new CoverageMap(size, size);
  const em = size * 0.66;
  lettering.draw(glyph, character, (size - lettering.widthOf(character) * em) / 2, size / 2 + em * 0.38, em);
  const pixels = new Uint8Array(size * size);
  let y = 0;
  for (const row of glyph.rows()) {
    for (let x = 0; x < size; x++) {
      const distance = Math.hypot(x + 0.5 - size / 2, y + 0.5 - size / 2);
      const disc = Math.max(0, Math.min(1, size / 2 - distance));
      pixels[y * size + x] = Math.round(disc * (1 - row[x]!) * (steps - 1));
    }
    y++;
  }
  const alpha = Array.from({ length: steps }, (_, step) => Math.round((255 * step) / (steps - 1)));
  return encodePng(
    size,
    size,
    pixels,
    alpha.map(() => grey),
    alpha,
  );
}
