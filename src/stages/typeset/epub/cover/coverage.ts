/**
 * Outlines in, how much of each pixel they cover out.
 *
 * Exact areas by accumulation, as in font-rs: every edge leaves in each row the area to its right that it bounds, and
 * a running sum along the row gives the coverage. Winding is non-zero for contours that do not cross.
 */
export class CoverageMap {
  private readonly areas: Float32Array;
  private readonly stride: number;
  /** Rows that an edge runs through, from the first to the one after the last. */
  private first = Infinity;
  private end = 0;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    // an edge at the right border leaves its rest in the cells beyond it
    this.stride = width + 2;
    this.areas = new Float32Array(this.stride * height);
  }

  /** A straight edge; px, y downwards. */
  line(fromX: number, fromY: number, toX: number, toY: number): void {
    if (fromY === toY) return;
    const down = fromY < toY;
    this.first = Math.min(this.first, Math.max(0, Math.floor(Math.min(fromY, toY))));
    this.end = Math.max(this.end, Math.min(this.height, Math.ceil(Math.max(fromY, toY))));
    const [topX, topY, bottomX, bottomY] = down ? [fromX, fromY, toX, toY] : [toX, toY, fromX, fromY];
    const slope = (bottomX - topX) / (bottomY - topY);
    let x = topY < 0 ? topX - topY * slope : topX;
    for (let row = Math.max(0, Math.floor(topY)); row < Math.min(this.height, Math.ceil(bottomY)); row++) {
      const share = Math.min(row + 1, bottomY) - Math.max(row, topY);
      const next = x + slope * share;
      this.edgeInRow(row * this.stride, Math.min(x, next), Math.max(x, next), down ? share : -share);
      x = next;
    }
  }

  /** A quadratic curve, as straight edges fine enough that none is off by a tenth of a pixel. */
  quadratic(fromX: number, fromY: number, viaX: number, viaY: number, toX: number, toY: number): void {
    const bend = Math.hypot(fromX - 2 * viaX + toX, fromY - 2 * viaY + toY);
    const steps = Math.max(1, Math.ceil(Math.sqrt(bend / 0.8)));
    let [x, y] = [fromX, fromY];
    for (let step = 1; step <= steps; step++) {
      const t = step / steps;
      const u = 1 - t;
      const nextX = u * u * fromX + 2 * u * t * viaX + t * t * toX;
      const nextY = u * u * fromY + 2 * u * t * viaY + t * t * toY;
      this.line(x, y, nextX, nextY);
      [x, y] = [nextX, nextY];
    }
  }

  /** The rows that are not empty. */
  get inked(): { from: number; to: number } {
    return { from: Math.min(this.first, this.end), to: this.end };
  }

  /** Coverage of each pixel, 0 to 1, row by row. */
  *rows({ from, to } = { from: 0, to: this.height }): Generator<Float32Array> {
    const row = new Float32Array(this.width);
    for (let y = from; y < to; y++) {
      let sum = 0;
      for (let x = 0; x < this.width; x++) {
        sum += this.areas[y * this.stride + x]!;
        row[x] = Math.min(1, Math.abs(sum));
      }
      yield row;
    }
  }

  private edgeInRow(start: number, left: number, right: number, height: number): void {
    const { areas } = this;
    const first = Math.floor(left);
    const last = Math.ceil(right);
    const at = start + first;
    if (last <= first + 1) {
      const middle = (left + right) / 2 - first;
      areas[at]! += height * (1 - middle);
      areas[at + 1]! += height * middle;
      return;
    }
    const perPixel = 1 / (right - left);
    const firstArea = 0.5 * perPixel * (1 - (left - first)) ** 2;
    const lastArea = 0.5 * perPixel * (right - last + 1) ** 2;
    areas[at]! += height * firstArea;
    if (last === first + 2) {
      areas[at + 1]! += height * (1 - firstArea - lastArea);
    } else {
      const second = perPixel * (1.5 - (left - first));
      areas[at + 1]! += height * (second - firstArea);
      for (let x = first + 2; x < last - 1; x++) areas[start + x]! += height * perPixel;
      const beforeLast = second + (last - first - 3) * perPixel;
      areas[start + last - 1]! += height * (1 - beforeLast - lastArea);
    }
    areas[start + last]! += height * lastArea;
  }
}
