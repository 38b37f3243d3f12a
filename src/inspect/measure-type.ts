/** What the body of a book is set in: sheets in, its size, face, line and measure out, each the one that occurs most. */
import type { Line, Sheet, TypeArea } from './types.js';

export function measureType(sheets: readonly Sheet[]): TypeArea {
  const words = sheets.flatMap(({ lines }) => lines.flatMap((line) => line.words));
  const size =
    mostOf(
      words,
      (word) => round(word.size, 20),
      (word) => word.text.length,
    ) ?? 0;
  const font =
    mostOf(
      words,
      (word) => (isSize(word.size, size) ? word.font : undefined),
      (word) => word.text.length,
    ) ?? '';
  const body = sheets.map((sheet) => sheet.lines.filter((line) => isSize(line.size, size)));
  const steps = body.flatMap((lines) => lines.slice(1).map((line, k) => line.y - lines[k]!.y));
  const line = mostOf(steps, (step) => round(step, 10)) ?? 0;
  const left = [1, 0].map(
    (parity) =>
      mostOf(
        sheets
          .filter(({ number }) => number % 2 === parity)
          .flatMap(({ lines }) => lines.filter((one) => isSize(one.size, size))),
        ({ x }) => round(x, 4),
      ) ?? 0,
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

/** Left edge of the type area of a sheet. */
export function leftOf({ left }: TypeArea, { number }: Sheet): number {
  return left[(number + 1) % 2]!;
}

export function isSize(size: number, other: number): boolean {
  return Math.abs(size - other) < 0.06;
}

/** Lines of the body's size on a sheet. */
export function bodyLines({ size }: TypeArea, { lines }: Sheet): Line[] {
  return lines.filter((line) => isSize(line.size, size));
}

/** The value that occurs most, each counted by its weight. */
function mostOf<Item, Value>(
  items: readonly Item[],
  valueOf: (item: Item) => Value | undefined,
  weightOf: (item: Item) => number = () => 1,
): Value | undefined {
  const weights = new Map<Value, number>();
  for (const item of items) {
    const value = valueOf(item);
    if (value !== undefined) weights.set(value, (weights.get(value) ?? 0) + weightOf(item));
  }
  return [...weights].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
