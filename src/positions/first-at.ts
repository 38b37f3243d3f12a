/**
 * Where a sorted list begins to pass a test: the list and the test in, the index of the first that passes out.
 *
 * @param passes false for all before some element, true for it and all behind it
 * @returns the length of the list where none passes
 */
export function firstAt<T>(list: ArrayLike<T>, passes: (element: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(list[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
