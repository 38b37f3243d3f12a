/** What two rows have in common, in order (Myers, O(ND), in linear space). */
import sequences from '@jest/diff-sequences';

// its types are those of a CommonJS module, and what is loaded is the other
const diffSequences = sequences as unknown as typeof sequences.default;

/** Equal stretches of two rows and what lies between them. */
export interface Stretches {
  /** `length` elements from `a` of the one row and `b` of the other are equal. */
  common?: (length: number, a: number, b: number) => void;
  /** Elements that the rows do not share; told before the common stretch that follows, one of the two may be empty. */
  gap?: (a: [from: number, to: number], b: [from: number, to: number]) => void;
}

/**
 * @param lengths of the two rows
 * @param same whether two elements are equal
 */
export function commonStretches(
  lengths: [number, number],
  same: (a: number, b: number) => boolean,
  { common, gap }: Stretches,
): void {
  let [fromA, fromB] = [0, 0];
  const gapUpTo = (a: number, b: number): void => {
    if (a > fromA || b > fromB) gap?.([fromA, a], [fromB, b]);
  };
  diffSequences(...lengths, same, (length, a, b) => {
    gapUpTo(a, b);
    common?.(length, a, b);
    [fromA, fromB] = [a + length, b + length];
  });
  gapUpTo(...lengths);
}
