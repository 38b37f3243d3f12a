/** The order in which a person expects files: 2 before 10, 第二期 before 第十期, and the same on every machine. */

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const numerals = '〇一二三四五六七八九';

/** Compares two names for `sort`. */
export function naturalOrder(a: string, b: string): number {
  return collator.compare(withDigits(a), withDigits(b)) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Chinese numerals up to 九十九 as digits. */
function withDigits(name: string): string {
  return name
    .normalize('NFKC')
    .replace(
      /([二三四五六七八九])?十([一二三四五六七八九])?/g,
      (_, tens: string | undefined, ones: string | undefined) =>
        String((tens ? numerals.indexOf(tens) : 1) * 10 + (ones ? numerals.indexOf(ones) : 0)),
    )
    .replace(/[〇一二三四五六七八九]/g, (one) => String(numerals.indexOf(one)));
}
