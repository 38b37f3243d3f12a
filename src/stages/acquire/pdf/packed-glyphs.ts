/** Glyphs in a tenth of the room that they take as objects, for the time until the text is put together. */
import type { Glyph } from './types.js';

const numbersEach = 4;
const hidden = 1;
const turned = 2;
const vertical = 4;
const artifact = 8;
const flagBits = 4;

/** Glyphs that are kept and not looked at. */
export class PackedGlyphs {
  private readonly texts: readonly string[];
  private readonly places: Float64Array;
  private readonly faces: Uint32Array;

  constructor(glyphs: readonly Glyph[]) {
    this.texts = glyphs.map(({ text }) => text);
    const places = new Float64Array(numbersEach * glyphs.length);
    const faces = new Uint32Array(glyphs.length);
    glyphs.forEach((glyph, i) => {
      const at = numbersEach * i;
      places[at] = glyph.x;
      places[at + 1] = glyph.right;
      places[at + 2] = glyph.y;
      places[at + 3] = glyph.size;
      const flags =
        (glyph.hidden ? hidden : 0) |
        (glyph.turned ? turned : 0) |
        (glyph.vertical ? vertical : 0) |
        (glyph.artifact ? artifact : 0);
      faces[i] = (glyph.font << flagBits) | flags;
    });
    this.places = places;
    this.faces = faces;
  }

  get length(): number {
    return this.texts.length;
  }

  /** All of them, made anew. */
  unpack(): Glyph[] {
    const { places, faces } = this;
    return this.texts.map((text, i) => {
      const at = numbersEach * i;
      const face = faces[i]!;
      return {
        text,
        x: places[at]!,
        right: places[at + 1]!,
        y: places[at + 2]!,
        size: places[at + 3]!,
        font: face >> flagBits,
        hidden: (face & hidden) !== 0,
        turned: (face & turned) !== 0,
        vertical: (face & vertical) !== 0,
        artifact: (face & artifact) !== 0,
      };
    });
  }

  /** What they stand for, one after the other. */
  text(): string {
    return this.texts.join('');
  }
}
