/** What the body of a book is set in: sheets in, its size, face, line and measure out. */
import type { Line, Sheet, TypeArea, Word } from './types.js';

/**
 * How often a value must occur, as a share of the commonest: notes may hold more text than the body, and lists and
 * quotations, which are set in, more lines.
 */
const bodyShare = 0.3;

export function measureType(sheets: readonly Sheet[]): TypeArea {
  const words = sheets.flatMap(({ lines }) => lines.flatMap((line) => line.words));
  const size = bodySize(words);
  const font =
    mostOf(
      words,
      (word) => (isSize(word.size, size) ? word.font : undefined),
      (word) => word.text.length,
    ) ?? '';
  const body = sheets.map((sheet) => linesOfSize(sheet, size));
  const steps = body.flatMap((lines) => lines.slice(1).map((line, k) => line.y - lines[k]!.y));
  const line = mostOf(steps, (step) => round(step, 10)) ?? 0;
  const left = [1, 0].map((parity) =>
    leftEdge(sheets.filter(({ number }) => number % 2 === parity).flatMap((sheet) => linesOfSize(sheet, size))),
  ) as [number, number];
  const lengths = sheets.flatMap((sheet) =>
    sheet.lines
      .filter((one) => isSize(one.size, size) && Math.abs(one.x - left[(sheet.number + 1) % 2]!) < size / 2)
      .map((one) => one.right - left[(sheet.number + 1) % 2]!),
  );
  const measure =
    mostOf(
      lengths.filter((length) => length > 10 * size),
      (length) => round(length, 4),
    ) ?? 0;
  return { size, font, line, measure, left };
}

/** The largest size that much of the text has. */
function bodySize(words: readonly Word[]): number {
  const weights = weigh(
    words,
    (word) => round(word.size, 20),
    (word) => word.text.length,
  );
  return Math.max(0, ...common(weights));
}

/** Where the lines furthest to the left begin. */
function leftEdge(lines: readonly Line[]): number {
  const found = common(weigh(lines, ({ x }) => round(x, 4)));
  return found.length > 0 ? Math.min(...found) : 0;
}

/** The values that occur about as often as the commonest. */
function common<Value>(weights: ReadonlyMap<Value, number>): Value[] {
  const most = Math.max(0, ...weights.values());
  return [...weights].filter(([, weight]) => weight >= most * bodyShare).map(([value]) => value);
}

/** Left edge of the type area of a sheet. */
export function leftOf({ left }: TypeArea, { number }: Sheet): number {
  return left[(number + 1) % 2]!;
}

export function isSize(size: number, other: number): boolean {
  return Math.abs(size - other) < 0.06;
}

/** Lines of the body's size on a sheet. */
export function bodyLines({ size }: TypeArea, sheet: Sheet): Line[] {
  return linesOfSize(sheet, size);
}

function linesOfSize({ lines }: Sheet, size: number): Line[] {
  return lines.filter((line) => isSize(line.size, size));
}

/** The value that occurs most, each counted by its weight. */
function mostOf<Item, Value>(
  items: readonly Item[],
  valueOf: (item: Item) => Value | undefined,
  weightOf?: (item: Item) => number,
): Value | undefined {
  return [...weigh(items, valueOf, weightOf)].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function weigh<Item, Value>(
  items: readonly Item[],
  valueOf: (item: Item) => Value | undefined,
  weightOf: (item: Item) => number = () => 1,
): Map<Value, number> {
  const weights = new Map<Value, number>();
  for (const item of items) {
    const value = valueOf(item);
    if (value !== undefined) weights.set(value, (weights.get(value) ?? 0) + weightOf(item));
  }
  return weights;
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
