/** Crop marks: boxes in, the operators that draw them out. Hairlines at the four corners, outside the bleed. */

/** mm */
export const bleed = 3;
const length = 5;
const air = 2;
/** From the trim to the edge of the sheet that carries the marks, mm. */
export const slug = bleed + length + air;

const pt = (mm: number): number => (mm / 25.4) * 72;

/** x0 y0 x1 y1 in pt. */
export type Box = [number, number, number, number];

/** @param trim where the page is cut */
export function cropMarks([x0, y0, x1, y1]: Box): string {
  const [near, far] = [pt(bleed), pt(bleed + length)];
  const lines = [x0, x1].flatMap((x) => [
    [x, y0 - near, x, y0 - far],
    [x, y1 + near, x, y1 + far],
  ]);
  lines.push(
    ...[y0, y1].flatMap((y) => [
      [x0 - near, y, x0 - far, y],
      [x1 + near, y, x1 + far, y],
    ]),
  );
  const strokes = lines.map((line) => {
    const [a, b, c, d] = line.map((value) => Math.round(value * 100) / 100);
    return `${a} ${b} m ${c} ${d} l S`;
  });
  return ['/Artifact BMC', 'q', '0 G', '0.25 w', ...strokes, 'Q', 'EMC', ''].join('\n');
}
