/** Words as outlines: fonts and text in, widths and edges on a coverage map out, through HarfBuzz. */
import { readFace, type FaceName } from '../../fonts.js';
import type { CoverageMap } from './coverage.js';

type HarfBuzz = typeof import('harfbuzzjs');
type Font = InstanceType<HarfBuzz['Font']>;

/** A face that can measure and draw. */
export interface Lettering {
  /** Advance of a text in em. */
  widthOf(text: string): number;
  /**
   * Adds the outlines of a text to a map.
   *
   * @param x left end, px
   * @param y baseline, px
   * @param size px to the em
   */
  draw(map: CoverageMap, text: string, x: number, y: number, size: number): void;
}

/** Has the engine that draws letters compiled while other work goes on. */
export function warmUp(): void {
  // one that cannot be had is told to whoever draws
  import('harfbuzzjs').catch(() => undefined);
}

/** The whole face: to have HarfBuzz read it costs less than to cut it down first. */
export async function letteringOf(face: FaceName): Promise<Lettering> {
  const { Blob, Buffer, Face, Font, shape } = await import('harfbuzzjs');
  const hbFace = new Face(new Blob(await readFace(face)));
  const font: Font = new Font(hbFace);
  const em = hbFace.upem;
  const widths = new Map<string, number>();
  const shaped = (run: string) => {
    const buffer = new Buffer();
    buffer.addText(run);
    buffer.guessSegmentProperties();
    shape(font, buffer);
    return buffer.getGlyphInfosAndPositions();
  };
  return {
    widthOf(run) {
      let width = widths.get(run);
      if (width === undefined) {
        width = shaped(run).reduce((sum, { xAdvance = 0 }) => sum + xAdvance, 0) / em;
        widths.set(run, width);
      }
      return width;
    },
    draw(map, run, x, y, size) {
      const scale = size / em;
      let pen = x;
      for (const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } of shaped(run)) {
        drawGlyph(map, font, codepoint, pen + xOffset * scale, y - yOffset * scale, scale);
        pen += xAdvance * scale;
      }
    },
  };
}

function drawGlyph(map: CoverageMap, font: Font, glyph: number, left: number, baseline: number, scale: number): void {
  let [startX, startY, x, y] = [0, 0, 0, 0];
  for (const { type, values } of font.glyphToJson(glyph)) {
    const at = values.map((value, index) => (index % 2 === 0 ? left + value * scale : baseline - value * scale));
    if (type === 'M') {
      [startX, startY] = [x, y] = [at[0]!, at[1]!];
    } else if (type === 'L') {
      map.line(x, y, at[0]!, at[1]!);
      [x, y] = [at[0]!, at[1]!];
    } else if (type === 'Q') {
      map.quadratic(x, y, at[0]!, at[1]!, at[2]!, at[3]!);
      [x, y] = [at[2]!, at[3]!];
    } else if (type === 'Z') {
      map.line(x, y, startX, startY);
      [x, y] = [startX, startY];
    } else {
      throw new Error(`cover: no way to draw ${type} in a TrueType outline`);
    }
  }
}
